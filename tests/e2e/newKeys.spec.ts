// New keys: made in Settings, with the passphrase again and a new recovery code; old copies of the key file are worthless.
import { copyFileSync, cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import {
  expectLocked,
  expectSaved,
  expectUnlocked,
  keepRecoveryCode,
  passphrase,
  section,
  startWithSomebody,
  tryPassphrase,
  typeSection,
  unlock,
} from './journeys.ts'
import { sameOnBoth } from './palpateApp.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Make new keys?' })

async function openNewKeys(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Make new keys' }).click()
  await expect(dialog(page)).toBeVisible()
}

/** Types the passphrase and waits for the new code; ends where the practice is open again. */
async function makeNewKeys(page: Page): Promise<void> {
  await dialog(page).getByRole('textbox', { name: 'Your passphrase' }).fill(passphrase)
  await dialog(page).getByRole('button', { name: 'Make new keys' }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery code' })).toBeVisible({ timeout: 30_000 })
  await keepRecoveryCode(page)
  await expectUnlocked(page)
}

test('new keys keep the note; the passphrase opens it after a lock, an old key file does not', async ({
  app,
  launch,
  temporaryFolder,
}) => {
  const { page, userData } = app
  const vault = join(userData, 'vault')
  await startWithSomebody(page)
  const note = new URL(page.url()).hash
  await typeSection(page, 'Plan', 'Weekly for three more weeks')
  await expectSaved(page)
  const before = join(temporaryFolder, 'before')
  cpSync(vault, before, { recursive: true })

  await openNewKeys(page)
  expect(await violations(page)).toEqual([])
  await makeNewKeys(page)
  expect(await ask(page, 'vault:status', {})).toMatchObject({ state: 'unlocked', recoveryUnconfirmed: false })
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  await unlock(page)
  await page.evaluate((hash) => void (window.location.hash = hash), note)
  await expect(section(page, 'Plan')).toHaveText('Weekly for three more weeks')
  await app.close()
  expect(readdirSync(userData).filter((name) => name.startsWith('vault'))).toEqual(['vault', 'vaults.json'])

  for (const name of ['envelope.json', 'envelope.copy.json']) copyFileSync(join(before, name), join(vault, name))
  const again = await launch({ userData })
  await tryPassphrase(again.page)
  await expect(again.page.getByText('The key file is not that of these records')).toBeVisible({ timeout: 30_000 })
})

test(
  'the dialog for new keys takes a wrong passphrase for what it is, and leaving it changes nothing',
  { tag: sameOnBoth },
  async ({ app: { page } }) => {
    await openNewKeys(page)
    const box = dialog(page).getByRole('textbox', { name: 'Your passphrase' })
    await expect(box).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toContainText('Type your passphrase')
    await box.fill('not the passphrase')
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toContainText('That is not the passphrase. Nothing was changed.', { timeout: 30_000 })
    await page.getByRole('button', { name: 'Keep the old keys' }).click()
    await expect(dialog(page)).toBeHidden()
    expect(await ask(page, 'vault:status', {})).toMatchObject({ state: 'unlocked', recoveryUnconfirmed: false })
  },
)

test('new keys are offered after a change of the passphrase', { tag: sameOnBoth }, async ({ app: { page } }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  await page.getByRole('textbox', { name: 'Current passphrase' }).fill('warm stones beside the river')
  const next = 'a second passphrase to keep'
  await page.getByRole('textbox', { name: 'New passphrase', exact: true }).fill(next)
  await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill(next)
  await page.getByRole('button', { name: 'Change passphrase' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'Could somebody know the old passphrase?' })
  await expect(notice).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Change passphrase' })).toBeFocused()
  expect(await violations(page)).toEqual([])
  await notice.getByRole('button', { name: 'Make new keys' }).click()
  await expect(dialog(page)).toBeVisible()
})
