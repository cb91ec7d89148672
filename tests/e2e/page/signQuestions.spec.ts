// Before a note is signed, what is not confirmed or the same as last time is asked; the answers stand under it for good.
import type { Page } from '@playwright/test'
import { carried } from '#shared/domain/note/carried.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { openId, section, startWithSomebody, typeSection } from '../journeys.ts'
import { addClient, addSession } from '../records.ts'

const plan = 'Weekly for three more weeks, then review with the doctor.'
const signKey = 'ControlOrMeta+Enter'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Before you sign' })
const signButton = (page: Page) => dialogOf(page).getByRole('button', { name: 'Sign and lock' })

/** Opens a draft in which Plan is last time's and a finding was taken over; neither is confirmed. */
async function openCarried(page: Page): Promise<void> {
  const clientId = await addClient(page, { firstName: 'Maren' })
  const last = await addSession(page, clientId, { start: '2026-11-09T14:00', sections: { plan }, signed: 'draft' })
  const region = { regionId: 'shoulder.upper-trapezius.left', kind: 'pain' } as const
  const id = await addSession(page, clientId, {
    start: '2026-11-16T14:00',
    sections: { plan: carried(documentFromText(plan), { sessionId: last, date: '2026-11-09' }) },
    findings: [{ ...region, severity: 4, isConfirmed: false }],
    signed: 'draft',
  })
  await page.evaluate((session) => void (window.location.hash = `#/sessions/${session}`), id)
  await expect(section(page, 'Plan')).toContainText(plan)
}

test('what is open is asked and answered one by one; the answers stand under the signature', async ({
  app: { page },
}) => {
  await openCarried(page)
  await page.keyboard.press(signKey)
  const dialog = dialogOf(page)
  await expect(dialog).toContainText(/1 passage from 9 Nov.*, not confirmed; 100% the same as on 9 Nov/)
  await expect(dialog).toContainText('1 finding from last visit, not confirmed')
  await expect(signButton(page)).toBeDisabled()
  expect(await violations(page)).toEqual([])

  await dialog.getByRole('button', { name: 'Go to Plan' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(section(page, 'Plan')).toBeFocused()

  await page.keyboard.press(signKey)
  await dialog.getByRole('button', { name: /^Leave as it is: Plan/ }).click()
  await expect(signButton(page)).toBeDisabled()
  await dialog.getByRole('button', { name: /^Confirm: Body map/ }).click()
  await expect(signButton(page)).toBeFocused()
  await page.keyboard.press('Enter')

  const answers = page.getByRole('list', { name: 'Asked before signing' })
  await expect(answers.getByRole('listitem')).toHaveText([
    'Plan: 1 passage from an earlier visit, left unconfirmed',
    'Plan: 100% the same as last time, left as it is',
    'Body map: 1 finding from last visit, confirmed',
  ])
  const { findings } = await ask(page, 'session:get', { id: openId(page) })
  expect(findings.map(({ isConfirmed }) => isConfirmed)).toEqual([true])
  expect(await violations(page)).toEqual([])
})

test('Enter confirms all that is open, Enter signs; with nothing open, one Enter signs', async ({ app: { page } }) => {
  await openCarried(page)
  await page.keyboard.press(signKey)
  await expect(dialogOf(page).getByRole('button', { name: 'Confirm all' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(signButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Asked before signing' })).toContainText(
    '100% the same as last time, confirmed',
  )

  await startWithSomebody(page)
  await typeSection(page, 'Plan', plan)
  await page.keyboard.press(signKey)
  await expect(signButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Asked before signing' })).toHaveCount(0)
})

test('what was confirmed in the note / is not asked about again for being the same', async ({ app: { page } }) => {
  await openCarried(page)
  await page.getByRole('button', { name: 'Confirm all' }).click()
  await expect(page.getByRole('button', { name: 'Sign note' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(signButton(page)).toBeFocused()
  await expect(dialogOf(page).getByRole('region', { name: 'Questions' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Asked before signing' }).getByRole('listitem')).toHaveText([
    'Plan: 100% the same as last time, confirmed',
  ])
})

test('answers / the dialog is closed and opened again / are kept', async ({ app: { page } }) => {
  await openCarried(page)
  await page.keyboard.press(signKey)
  await expect(dialogOf(page).getByRole('button', { name: 'Confirm all' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(signButton(page)).toBeFocused()
  await dialogOf(page).getByRole('button', { name: 'Not yet' }).click()
  await expect(dialogOf(page)).toHaveCount(0)
  await page.keyboard.press(signKey)
  await expect(signButton(page)).toBeFocused()
  await expect(dialogOf(page).getByRole('region', { name: 'Questions' })).toContainText('Every question is answered')
})
