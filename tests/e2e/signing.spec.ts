// Signing: a summary, then locked for good; what is new is an addendum with its own signature.
import { ask, invoke } from './bridge.ts'
import { expect, sharedTest, test } from './fixtures.ts'
import {
  createClient,
  expectSaved,
  markRegion,
  openId,
  practice,
  section,
  signNote,
  startSession,
  startWithSomebody,
  typeSection,
} from './journeys.ts'
import { sameOnBoth } from './palpateApp.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'

sharedTest(
  'a signed note shows who signed it and when, can only be read, and takes addenda',
  async ({ app: { page } }) => {
    await startWithSomebody(page)
    await markRegion(page, 'Right upper trapezius, posterior', { kind: 'Scar', severity: 0 })
    await typeSection(page, 'Subjective', 'Headache since Monday')
    await expectSaved(page)
    await page.getByRole('button', { name: 'Sign note' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(practice.therapistName)
    await expect(dialog).toContainText(practice.licenceNumber)
    await expect(dialog).toContainText('Right upper trapezius: scar.')
    await dialog.getByRole('button', { name: 'Sign and lock' }).click()

    await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
    await expect(section(page, 'Subjective')).toHaveCount(0)
    await expect(page.getByText('Headache since Monday')).toBeVisible()
    await expect(page.getByText(practice.licenceNumber)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sign note' })).toHaveCount(0)

    await page.getByRole('button', { name: 'Add addendum' }).click()
    await page.getByRole('textbox', { name: 'Addendum' }).fill('The client called: better since Wednesday.')
    await page.getByRole('button', { name: 'Sign addendum' }).click()
    const added = page.getByRole('region', { name: /^Addendum of/ })
    await expect(added).toContainText('better since Wednesday')
    await expect(added).toContainText(practice.therapistName)
  },
)

sharedTest('whatever code asks, a signed note does not change', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await typeSection(page, 'Plan', 'Weekly')
  await signNote(page)
  const id = openId(page)
  const before = await ask(page, 'session:get', { id })
  const signed = { ok: false, error: { code: 'SIGNED' } }

  expect(
    await invoke(page, 'session:saveSection', { id, section: 'plan', document: documentFromText('Daily') }),
  ).toEqual(signed)
  expect(await invoke(page, 'session:savePain', { id, painBefore: 1, painAfter: 1 })).toEqual(signed)
  expect(await invoke(page, 'session:saveDetails', { id, details: { ...before.details, lengthMinutes: 5 } })).toEqual(
    signed,
  )
  expect(await invoke(page, 'session:discard', { id })).toEqual(signed)
  expect(await invoke(page, 'session:sign', { id })).toEqual(signed)
  expect(await ask(page, 'session:get', { id })).toEqual(before)
})

sharedTest('an empty note cannot be signed', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await page.getByRole('button', { name: 'Sign note' }).click()
  await expect(page.getByRole('dialog')).toContainText('nothing to sign')
  await expect(page.getByRole('button', { name: 'Sign and lock' })).toHaveCount(0)
})

test(
  'signatures form one chain: each names the fingerprint before it',
  { tag: sameOnBoth },
  async ({ app: { page } }) => {
    await createClient(page, { firstName: 'Maren' })
    for (const text of ['First visit', 'Second visit']) {
      await startSession(page)
      await typeSection(page, 'Plan', text)
      await signNote(page)
      await page.getByRole('link', { name: 'Maren' }).click()
    }
    const { recent } = await ask(page, 'today:overview', {})
    const records = await Promise.all(recent.map(({ id }) => ask(page, 'session:get', { id })))
    const [first, second] = records
      .flatMap(({ signature }) => (signature ? [signature] : []))
      .toSorted((a, b) => a.sequence - b.sequence)
    expect(first?.previousFingerprint).toBe('0'.repeat(64))
    expect(second?.previousFingerprint).toBe(first?.fingerprint)
    expect(second?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  },
)
