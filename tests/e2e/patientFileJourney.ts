// The way to a patient file: the dialog, the saved PDF.
import { expect, type Locator, type Page } from '@playwright/test'
import type { PalpateApp } from './palpateApp.ts'

/** Opens the client's page and on it the dialog of the patient file. */
export async function openPatientFile(page: Page, clientId: string): Promise<Locator> {
  await page.evaluate((id) => void (window.location.hash = `#/clients/${id}`), clientId)
  await page.getByRole('button', { name: 'Patient file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Patient file' })
  await expect(dialog.getByRole('region', { name: 'Preview' }).getByRole('heading', { level: 1 })).toBeVisible()
  return dialog
}

/** Saves to a path and waits until it is written. */
export async function savePdf(app: PalpateApp, dialog: Locator, path: string): Promise<void> {
  await app.nextSavePath(path)
  await dialog.getByRole('button', { name: 'Save PDF' }).click()
  await expect(dialog.getByRole('status')).toContainText('Saved as', { timeout: 60_000 })
}
