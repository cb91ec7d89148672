// Unlocking with this computer: refused where the system has no keyring, and otherwise a button beside the passphrase.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { violationsInBothSchemes } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { expectLocked, expectUnlocked, passphrase, unlock } from './journeys.ts'

test('unlocking with this computer / on a system without a keyring / cannot be turned on, and says why', async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('link', { name: 'Settings' }).click()
  const choice = page.getByRole('switch', { name: 'Unlock with this computer' })
  await expect(choice).toBeDisabled()
  await expect(choice).not.toBeChecked()
  await expect(page.getByText('this system has no keyring that protects a key')).toBeVisible()
})

test('unlocking with this computer / on the host / opens with one press, until the keyring is made anew; then the passphrase does', async ({
  launch,
  practiceFolder,
  runtime,
}) => {
  test.skip(runtime !== 'host', 'needs a keyring: the host has one of its own')
  const keyring = join(practiceFolder, 'keyring of the test')
  const kept = join(practiceFolder, 'computer.json')
  writeFileSync(keyring, 'one')
  const app = await launch({ userData: practiceFolder, args: ['--keep-passphrase-cost'] })
  const { page } = app
  await unlock(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  const choice = page.getByRole('switch', { name: 'Unlock with this computer' })
  await choice.click({ force: true })
  const dialog = page.getByRole('dialog', { name: 'Unlock with this computer' })
  await expect(dialog.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  expect(await violationsInBothSchemes(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(choice).toBeChecked()
  await page.getByRole('button', { name: 'Lock' }).click()
  await expectLocked(page)
  expect(await violationsInBothSchemes(page)).toEqual([])
  const button = page.getByRole('button', { name: 'Unlock with this computer' })
  await button.click()
  await expectUnlocked(page)
  await page.getByRole('button', { name: 'Lock' }).click()
  writeFileSync(keyring, 'another')
  await button.click()
  await expect(page.getByText('This computer no longer has the key')).toBeVisible()
  await expect(button).toHaveCount(0)
  expect(existsSync(kept)).toBe(false)
  await unlock(page)
})
