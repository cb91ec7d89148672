// A practice goes to another computer in one file.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violationsInBothSchemes } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { expectUnlocked, tryPassphrase, unlock } from './journeys.ts'
import { addClient, addSession } from './records.ts'

/** All that must arrive: what the screens read of two sessions, and the state of the chain. */
async function recordsOf(page: Page, ids: readonly string[]) {
  const sessions = await Promise.all(ids.map((id) => ask(page, 'session:get', { id })))
  return { sessions, chain: await ask(page, 'record:verify', {}) }
}

test('a practice is moved in one file / the recovery code alone opens it on a new computer, with every session and fingerprint', async ({
  launch,
  practiceFolder,
  template,
  temporaryFolder,
}) => {
  const desk = await launch({ userData: practiceFolder, args: ['--keep-passphrase-cost'] })
  await unlock(desk.page)
  const clientId = await addClient(desk.page, { firstName: 'Mara', lastName: 'Okafor' })
  const signed = await addSession(desk.page, clientId, {
    start: '2026-10-05T09:00',
    sections: { subjective: 'Left hip since March' },
    findings: [{ remark: 'taut band' }],
  })
  const draft = await addSession(desk.page, clientId, { start: '2026-10-19T09:00', signed: 'draft' })
  const before = await recordsOf(desk.page, [signed, draft])
  const file = join(temporaryFolder, 'moved.palpate')
  await desk.nextSavePath(file)
  await desk.page.evaluate(() => void (window.location.hash = '#/settings'))
  await desk.page.getByRole('button', { name: 'Move to another computer' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Move to another computer' })
  await dialog.getByRole('button', { name: 'Choose where to save it' }).click()
  await expect(dialog.getByText('The file is complete')).toBeVisible({ timeout: 30_000 })
  await expect(dialog.getByText(file)).toBeVisible()
  expect(await violationsInBothSchemes(desk.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Stop writing here' }).click()
  await expect(
    desk.page.getByRole('heading', { name: /^This practice was moved to another computer on / }),
  ).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Write here again' })).toBeVisible()
  expect(await violationsInBothSchemes(desk.page)).toEqual([])
  await desk.page.getByRole('button', { name: 'Open read-only' }).click()
  await tryPassphrase(desk.page)
  await expectUnlocked(desk.page)
  await expect(desk.page.getByText('this practice was moved to another computer')).toBeVisible()
  await desk.close()

  const laptop = await launch({ userData: join(temporaryFolder, 'laptop') })
  const { page } = laptop
  await page.getByRole('button', { name: 'Restore from backup' }).click()
  await laptop.nextOpenPath(file)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByRole('radio', { name: /Verified/u })).toBeChecked()
  await page.getByRole('button', { name: 'Look into it' }).click()
  await page.getByText('Recovery code', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(template.recoveryCode)
  await page.getByRole('button', { name: 'Look into it' }).click()
  await page.getByRole('button', { name: 'Restore this backup' }).click({ timeout: 30_000 })
  await page.getByRole('textbox', { name: 'New passphrase' }).fill('another river, other stones')
  await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill('another river, other stones')
  await page.getByRole('button', { name: 'Set new passphrase and open' }).click()
  await expectUnlocked(page)
  expect(await recordsOf(page, [signed, draft])).toEqual(before)
})
