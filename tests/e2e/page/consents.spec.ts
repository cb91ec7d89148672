// Consents on screen: the rules of a place, a consent with a drawn signature, and its withdrawal.
import type { Page } from '@playwright/test'
import { ask } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'
import { consentPresets } from '#shared/domain/consent/presets.ts'
import { addClient, addSession } from '../records.ts'

/** Draws a line with the mouse over a pad. */
async function signOn(page: Page, name: RegExp): Promise<void> {
  const pad = page.getByRole('img', { name })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(0.2, 0.6))
  await page.mouse.down()
  await page.mouse.move(...at(0.3, 0.3), { steps: 4 })
  await page.mouse.move(...at(0.45, 0.7), { steps: 4 })
  await page.mouse.up()
}

test('a consent to a sensitive area / given in the client’s room / is kept with its signature, and is withdrawn', async ({
  app: { page },
}) => {
  const client = await addClient(page, { firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-03-02' })
  await page.reload()

  await test.step('the rules of a place bring its forms and say where they come from', async () => {
    await page.evaluate(() => void (location.hash = '#/settings'))
    await page.getByRole('link', { name: 'Consent rules' }).click()
    await page.getByRole('combobox', { name: 'Begin with the rules of' }).selectOption({ label: 'Washington' })
    await expect(page.getByText('Washington Administrative Code 246-830')).toBeVisible()
    await page.getByRole('button', { name: 'Breast massage', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Change form' })
    await expect(dialog.getByRole('checkbox', { name: 'Breast' })).toBeChecked()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Breast')
    await dialog.getByRole('button', { name: 'Save form' }).click()
    await expect(page.getByRole('row', { name: /^Breast for|^Breast Sensitive/ })).toContainText('for one year')
  })

  const dialog = page.getByRole('dialog', { name: 'New consent' })
  await test.step('a signature is asked for, can be cleared, and is signed', async () => {
    await page.evaluate((to) => void (location.hash = to), `#/clients/${client}/consents`)
    await page.getByRole('button', { name: 'New consent' }).click()
    await dialog.getByRole('combobox', { name: 'Form' }).selectOption({ label: 'Breast' })
    await dialog.getByRole('checkbox', { name: 'All of this was talked through' }).check()
    await dialog.getByRole('button', { name: 'Sign consent' }).click()
    await expect(dialog.getByRole('alert')).toContainText('A name and a signature are needed.')
    await signOn(page, /^Client’s signature/)
    await dialog.getByRole('button', { name: 'Clear signature' }).click()
    await expect(dialog.getByRole('img', { name: 'Client’s signature: not signed yet' })).toBeVisible()
    await signOn(page, /^Client’s signature/)
    await dialog.getByRole('button', { name: 'Sign consent' }).click()
    await expect(dialog).toHaveCount(0)
    const [consent] = (await ask(page, 'consent:ofClient', { clientId: client })).consents
    expect(consent).toMatchObject({ name: 'Breast', state: 'valid', elements: { length: 6 } })
    expect(consent?.marks).toMatchObject([{ role: 'client', manner: 'drawn', name: 'Mara Sample' }])
  })

  const item = page.getByRole('list', { name: 'Consents, newest first' }).getByRole('listitem').first()
  await test.step('the next one of a known client costs three presses and a signature', async () => {
    await page.getByRole('button', { name: 'New consent' }).click()
    await dialog.getByRole('checkbox', { name: 'All of this was talked through' }).check()
    await signOn(page, /^Client’s signature/)
    await dialog.getByRole('button', { name: 'Sign consent' }).click()
    await expect(page.getByRole('heading', { name: 'Consents 2' })).toBeVisible()
    await expect(item).toContainText('Valid until')
  })

  await test.step('it shows its words and its signature', async () => {
    await item.getByText('Words and signatures').click()
    await expect(item.getByRole('img', { name: 'Signature of Mara Sample' })).toBeVisible()
    await expect(item).toContainText('I may have a witness in the room')
  })

  await test.step('it is withdrawn, and both stay', async () => {
    await item.getByRole('button', { name: 'Withdraw Breast' }).click()
    const question = page.getByRole('dialog', { name: 'Withdraw this consent?' })
    await question.getByRole('textbox', { name: 'Remark (optional)' }).fill('Said so on the phone')
    await question.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await expect(item).toContainText('Said so on the phone')
    await expect(item.getByRole('button', { name: 'Withdraw Breast' })).toHaveCount(0)
    expect(await ask(page, 'record:verify', {})).toMatchObject({ mismatch: null, findings: [] })
  })
})

test('an area that the rules guard / treated without a consent / is told on the map and asked about before signing', async ({
  app: { page },
}) => {
  const client = await addClient(page, { firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-03-02' })
  await ask(page, 'consent:saveRules', { rules: { place: 'washington', ...consentPresets.washington.rules } })
  const session = await addSession(page, client, {
    start: '2026-03-02T09:30',
    sections: { subjective: 'Tight after surgery', plan: 'Weekly' },
    signed: 'draft',
  })
  const area = { sessionId: session, technique: 'Myofascial release', minutes: 10, pressure: 2 }
  await ask(page, 'treatedArea:put', {
    area: { ...area, id: crypto.randomUUID(), regionIds: ['chest.breast.left'] },
  })
  await page.evaluate((to) => void (location.hash = to), `#/sessions/${session}`)
  await page.reload()

  const dialog = page.getByRole('dialog', { name: 'Consent needed' })
  await test.step('the map says so', async () => {
    await page.getByRole('button', { name: 'Consent needed' }).click()
    await expect(dialog).toContainText('Left breast')
    await expect(dialog.getByRole('button', { name: 'Continue to signing' })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Back to the note' }).click()
  })

  await test.step('the signature waits for an answer, and the reason is signed', async () => {
    await page.getByRole('button', { name: 'Sign note' }).click()
    await expect(dialog.getByRole('button', { name: 'Continue to signing' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Or why there is none' }).fill('Spoken only: her hand is in plaster')
    await dialog.getByRole('button', { name: 'Continue to signing' }).click()
    const signing = page.getByRole('dialog', { name: 'Before you sign' })
    await expect(signing).toContainText('Spoken only: her hand is in plaster')
    await signing.getByRole('button', { name: 'Sign and lock' }).click()
    await expect(page.getByRole('region', { name: 'Signed without consent' })).toContainText('her hand is in plaster')
  })
})
