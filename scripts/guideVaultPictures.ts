// The pictures of the guide's pages on seals and on the vault's files: a seal that is checked, a vault that is gone.
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ask } from '../tests/e2e/bridge.ts'
import type { PalpateApp } from '../tests/e2e/palpateApp.ts'

export type TakePicture = (page: Page, name: string) => Promise<void>

/** A vault's usual place; the temporary folder's name would differ in every picture. */
export const usualPlace = '~/Palpate/vault'

export const nameUsualPlace = (page: Page, folder: string) => replaceText(page, [[folder, usualPlace]])

/** Puts words of a picture in place of those of this machine. */
export const replaceText = (page: Page, pairs: readonly (readonly [from: string, to: string])[]) =>
  page.evaluate((all) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { currentNode } = texts
      for (const [from, to] of all) currentNode.nodeValue = currentNode.nodeValue?.replace(from, to) ?? null
    }
  }, pairs)

/** A seal that is saved and checked, then the vault's folder moved under an open note, and missing after a lock. */
export async function vaultPictures(app: PalpateApp, picture: TakePicture, folder: string): Promise<void> {
  const { page } = app
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 120_000 })
  await page.getByRole('link', { name: 'Settings' }).click()
  const seal = join(folder, 'seal.txt')
  await app.nextSavePath(seal)
  await page.getByRole('button', { name: 'Save a seal' }).click()
  const saved = page.getByRole('alert').filter({ hasText: 'saved as seal.txt' })
  await saved.getByRole('button').click()
  await expect(saved).toHaveCount(0)
  await page.getByRole('button', { name: 'Check a seal' }).click()
  await app.nextOpenPath(seal)
  await page.getByRole('button', { name: 'Open a file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Check a seal' })
  await expect(dialog).toContainText('Everything that this seal stands for is still there')
  const { folder: vault } = await ask(page, 'vault:status', {})
  await nameUsualPlace(page, vault)
  await picture(page, 'check-seal')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Draft from today' }).getByRole('link').click()
  await expect(page.getByRole('textbox', { name: 'Subjective' })).toBeVisible()
  renameSync(vault, `${vault}-elsewhere`)
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing is being saved' })).toBeVisible({ timeout: 30_000 })
  await nameUsualPlace(page, vault)
  await picture(page, 'vault-moved')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your vault is not where it was' })).toBeVisible({ timeout: 30_000 })
  await nameUsualPlace(page, vault)
  await picture(page, 'vault-missing')
}
