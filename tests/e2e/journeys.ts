// What a therapist does, step by step, by the names that screens and screen readers give to things.
import { expect, type Page } from '@playwright/test'

export const passphrase = 'warm stones beside the river'
export const practice = {
  name: 'Harbour Massage',
  therapistName: 'Ada Holm',
  credentials: 'LMT',
  licenceNumber: 'MT 60512345',
}

/** Fills the first start's form, notes the recovery code and goes on. Returns the code. */
export async function setUpPractice(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: 'Practice name' }).fill(practice.name)
  await page.getByRole('textbox', { name: 'Your name' }).fill(practice.therapistName)
  await page.getByRole('textbox', { name: 'Credentials' }).fill(practice.credentials)
  await page.getByRole('textbox', { name: 'Licence number' }).fill(practice.licenceNumber)
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase)
  await page.getByRole('textbox', { name: 'Repeat passphrase' }).fill(passphrase)
  await page.getByRole('button', { name: 'Create vault' }).click()
  const groups = page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')
  await expect(groups).toHaveCount(7, { timeout: 30_000 })
  const code = (await groups.allInnerTexts()).map((group) => group.trim()).join('-')
  await page.getByRole('checkbox', { name: 'I have written it down' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  return code
}

/** Unlocks with the practice's passphrase, or tries another one. */
export async function unlock(page: Page, tried = passphrase): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(tried)
  await page.getByRole('button', { name: 'Unlock' }).click()
}
