// The audit log on screen: found in the settings, filtered, walked through with the keyboard, checked, saved.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'
import { addClient, addSession } from '../records.ts'

const entries = (page: Page) => page.getByRole('list', { name: 'Entries' }).getByRole('listitem')

async function openLog(page: Page): Promise<void> {
  await page.evaluate(() => void (window.location.hash = '#/settings'))
  await page.getByRole('button', { name: 'Audit log' }).click()
  await expect(page.getByRole('heading', { name: 'Audit log', level: 1 })).toBeVisible()
  await expect(entries(page).first()).toBeVisible()
}

test('the audit log / says what was done, is filtered, leads to the record, is checked and saved', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const ruth = await addClient(page, { firstName: 'Ruth', lastName: 'Moss' })
  await addClient(page, { firstName: 'Ada', lastName: 'Other' })
  const note = await addSession(page, ruth, { start: '2026-03-02T09:30', sections: { plan: 'Weekly' } })

  await openLog(page)
  await expect(page).toHaveTitle('Audit log – Palpate')
  expect(await violations(page)).toEqual([])
  await expect(entries(page).filter({ hasText: 'Unlocked' })).toHaveCount(1)

  await page.getByRole('combobox', { name: 'Client' }).fill('ruth')
  await page.getByRole('option', { name: 'Ruth Moss' }).click()
  const signed = entries(page).filter({ hasText: 'Signed' })
  await expect(signed).toHaveCount(1)
  await expect(signed).toContainText(/Note of Ruth Moss, .*2 Mar/u)
  await expect(entries(page).filter({ hasText: 'Ada' })).toHaveCount(0)
  await expect(entries(page).filter({ hasText: 'Changed' })).toHaveCount(1)

  await page.getByRole('combobox', { name: 'Act' }).click()
  await page.getByRole('option', { name: 'Exported' }).click()
  await expect(page.getByText('No entry fits these filters.')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('combobox', { name: 'Act' }).click()
  await page.getByRole('option', { name: 'Signed' }).click()
  await expect(entries(page)).toHaveCount(1)

  const file = join(temporaryFolder, 'log.csv')
  await app.nextSavePath(file)
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  await expect(page.getByText('1 entry saved as log.csv')).toBeVisible()
  const lines = readFileSync(file, 'utf8').split('\r\n')
  expect(lines[0]).toBe('\uFEFFEntry,Time,Act,Record,Record id,Client id,Times,Hash')
  expect(lines[1]).toContain(`,signed,session,${note},${ruth},1,`)
  expect(lines.join('')).not.toMatch(/Ruth|Moss|Weekly/u)

  await page.getByRole('button', { name: 'Check the log' }).click()
  const dialog = page.getByRole('dialog', { name: 'Check the log' })
  await expect(dialog).toContainText(/Nothing was changed or removed: all \d+ entries fit\./u)
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await signed.getByRole('link').press('Enter')
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
})

test('the audit log / is walked through with the arrow keys, over entries with nothing to open too', async ({
  app,
}) => {
  const { page } = app
  for (let time = 0; time < 120; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    const id = await addClient(page, { firstName: 'Ruth', lastName: `Moss ${time}` })
    // oxlint-disable-next-line no-await-in-loop
    await ask(page, 'client:archive', { id })
  }
  await openLog(page)
  await entries(page).first().locator('a, [tabindex]').focus()
  await page.keyboard.press('ArrowDown')
  await expect(entries(page).nth(1).locator('a, [tabindex]')).toBeFocused()
  // Beyond what is read together at first.
  await page.keyboard.press('End')
  const last = page.getByRole('listitem').filter({ hasText: 'Unlocked' })
  await expect(last.locator('a, [tabindex]')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(last.locator('a, [tabindex]')).not.toBeFocused()
})
