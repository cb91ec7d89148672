// A damaged vault: what can be read is looked up, then salvaged into a new vault, and what is missing is listed. And a vault that
// is not where it was is found.
import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { flipInPage } from '../fixtures/everyTable.ts'
import type { Page } from '@playwright/test'
import { violationsInBothSchemes } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import {
  createClient,
  expectLocked,
  expectSaved,
  passphrase,
  startSession,
  tryPassphrase,
  typeSection,
} from './journeys.ts'

test('a vault whose file is damaged / is read, then salvaged, and opens with everything that was left', async ({
  app,
}) => {
  const { page, userData } = app
  const vault = join(userData, 'vault')
  await createClient(page, { firstName: 'Mara', lastName: 'Okafor' })
  await startSession(page)
  await typeSection(page, 'Plan', 'Every two weeks. ')
  await expectSaved(page)
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  flipInPage(join(vault, 'practice.db'), 1)
  const damaged = readFileSync(join(vault, 'practice.db'))

  await tryPassphrase(page, passphrase)
  await expect(page.getByRole('heading', { name: 'Your vault is damaged' })).toBeVisible()
  await expect(page.getByText('No verified backup was found.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Restore from backup' })).toBeVisible()
  expect(await violationsInBothSchemes(page)).toEqual([])
  await page.getByRole('button', { name: 'Restore from backup' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Open read-only' }).click()
  await expect(page.getByText('This is what can be read of a damaged vault.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Every two weeks.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Sign note' })).toHaveCount(0)
  await expect(page.getByText(/^Saved /u)).toHaveCount(0)
  expect(await violationsInBothSchemes(page)).toEqual([])
  await expectNothingToWrite(page)
  await page.keyboard.press('ControlOrMeta+l')
  await expectLocked(page)
  expect(readFileSync(join(vault, 'practice.db')).equals(damaged)).toBe(true)

  await tryPassphrase(page, passphrase)
  await page.getByRole('button', { name: 'Salvage what can be read' }).click()
  await expect(page.getByText('These records were salvaged')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'I have read this, go on' }).click()
  await expect(page.getByRole('textbox', { name: 'Plan' })).toContainText('Every two weeks.')
  await typeSection(page, 'Plan', 'And on. ')
  await expectSaved(page)
  await page.keyboard.press('ControlOrMeta+,')
  await page.getByRole('link', { name: 'What could not be read' }).click()
  await expect(page.getByText('nothing is missing')).toBeVisible()
  expect(await violationsInBothSchemes(page)).toEqual([])
  const aside = readdirSync(userData).find((name) => name.startsWith('vault.set-aside')) ?? ''
  expect(readFileSync(join(userData, aside, 'practice.db')).equals(damaged)).toBe(true)
})

/** What leads to something that would have to be written, on the screens of a practice. */
const writing =
  /^(New client|Add your first client|Edit|Archive|New session|Late entry|Choose a template|Add details|Choose a folder|Choose a place|Back up now|Add backup place|Bring in sessions.*|Move to another computer|Save a seal|New phrase|Import)$/u

/** The pages of a practice that can only be read offer nothing that would be lost. */
async function expectNothingToWrite(page: Page): Promise<void> {
  const client = await ask(page, 'client:list', {})
  const session = new URL(page.url()).hash
  for (const [hash, heading] of [
    ['#/today', 'Today'],
    ['#/clients', 'Clients'],
    [`#/clients/${client[0]?.id ?? ''}`, 'Mara Okafor'],
    ['#/settings/phrases', 'Phrases'],
    ['#/settings', 'Settings'],
  ]) {
    await page.evaluate((to) => void (location.hash = to ?? ''), hash)
    await expect(page.getByRole('heading', { name: heading ?? '', exact: true })).toBeVisible()
    await page.screenshot({ path: '/tmp/x-ro' + (heading ?? '') + '.png' })
    await expect(page.getByRole('button', { name: writing })).toHaveCount(0)
  }
  await expect(page.getByRole('textbox', { name: 'Practice name' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Change passphrase' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Restore from backup' })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+n')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.evaluate((to) => void (location.hash = to), session)
  await expect(page.getByText('Every two weeks.')).toBeVisible()
}

test('a vault whose folder was renamed / is found in the usual places, and opened', async ({ app, launch }) => {
  const { userData } = app
  await createClient(app.page, { firstName: 'Mara', lastName: 'Okafor' })
  await app.close()
  renameSync(join(userData, 'vault'), join(userData, 'vault of last year'))
  const later = await launch({ userData })
  const { page } = later
  await expect(page.getByRole('heading', { name: 'Your vault is not where it was' })).toBeVisible()
  await page.getByRole('button', { name: 'Look in the usual places' }).click()
  await page.getByRole('radio', { name: /vault of last year/u }).check({ timeout: 60_000 })
  expect(await violationsInBothSchemes(later.page)).toEqual([])
  await page.getByRole('button', { name: 'Open this vault' }).click()
  await tryPassphrase(page, passphrase)
  await expect(page.getByText('Okafor').first()).toBeVisible()
})
