// Closing the practice: the letter to clients, every client's file in one folder, and the list by date.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { violationsInBothSchemes } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { missingPdfTools, pdfPages } from '../fixtures/readPdf.ts'
import { addClient, addSession } from './records.ts'

const missing = missingPdfTools()
test.skip(missing !== null, missing ?? '')

test('a practice is closed / letters, all records and the list are saved, and everything is still there', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const mara = await addClient(page, { firstName: 'Mara', lastName: 'Okafor', address: '2 Mill Lane' })
  const ruth = await addClient(page, { firstName: 'Ruth', lastName: 'Moss' })
  await addSession(page, mara, { start: '2026-10-05T09:00', sections: { plan: 'Weekly' } })
  await addSession(page, ruth, { start: '2026-10-06T09:00', sections: { plan: 'Fortnightly' }, signed: 'draft' })
  const before = await ask(page, 'client:list', {})

  await page.evaluate(() => void (location.hash = '#/settings'))
  await page.getByRole('button', { name: 'Close the practice' }).click()
  await expect(page).toHaveTitle('Close the practice – Palpate')
  await expect(page.getByText('1 note is not signed.')).toBeVisible()
  expect(await violationsInBothSchemes(page)).toEqual([])

  const letters = page.getByRole('button', { name: 'Save letters as PDF' })
  await expect(letters).toBeDisabled()
  await page.getByRole('textbox', { name: 'Last day' }).fill('31 March 2027')
  await page.getByRole('textbox', { name: 'Who keeps the records' }).fill('Ada Holm, 3 Mill Lane')
  await page.getByRole('textbox', { name: 'How to ask for a copy' }).fill('call 555 0100')
  await page.getByRole('textbox', { name: 'Ask until' }).fill('30 June 2027')
  const letterFile = join(temporaryFolder, 'letters.pdf')
  await app.nextSavePath(letterFile)
  await letters.click()
  await expect(page.getByText('Saved as letters.pdf')).toBeVisible({ timeout: 30_000 })
  const pages = pdfPages(letterFile)
  expect(pages).toHaveLength(2)
  expect(pages.join(' ')).toMatch(/Dear Ruth Moss/u)
  expect(pages.join(' ')).toMatch(/My last day will be 31 March 2027/u)

  const target = join(temporaryFolder, 'stick')
  mkdirSync(target)
  await app.nextOpenPath(target)
  await page.getByRole('button', { name: 'Save all records' }).click()
  await expect(page.getByText(/^2 files and the list are in/u)).toBeVisible({ timeout: 60_000 })
  const [folder = ''] = readdirSync(target)
  expect(folder).toMatch(/^Practice records \d{4}-\d\d-\d\d$/u)
  const files = readdirSync(join(target, folder)).toSorted()
  expect(files).toHaveLength(3)
  expect(files.join(' ')).not.toMatch(/Okafor|Moss/u)
  expect(readFileSync(join(target, folder, files[0] ?? ''), 'utf8')).toMatch(/,Ruth Moss,/u)

  const listFile = join(temporaryFolder, 'list.csv')
  await app.nextSavePath(listFile)
  await page.getByRole('button', { name: 'Save list as CSV' }).click()
  await expect(page.getByText('2 clients saved as list.csv')).toBeVisible()
  expect(await ask(page, 'client:list', {})).toEqual(before)
})
