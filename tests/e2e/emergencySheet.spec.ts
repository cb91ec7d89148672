// The emergency sheet: made in Settings, and read back from its PDF with a tool that knows nothing of Palpate.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { folded, missingPdfTools, pdfFacts, pdfPages } from '../fixtures/readPdf.ts'
import { violationsInBothSchemes } from './axe.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { practice } from './journeys.ts'

const missing = missingPdfTools()
test.skip(missing !== null, missing ?? '')

test('the emergency sheet / is one page that says where records and backups are, whom to give them to, and what to do, and holds no code', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const stick = join(temporaryFolder, 'stick')
  const files = join(temporaryFolder, 'files')
  mkdirSync(stick)
  mkdirSync(files)
  await app.nextOpenPath(stick)
  await ask(page, 'backup:addPlace', {})
  await ask(page, 'backup:run', {})
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Emergency sheet' }).click()
  const dialog = page.getByRole('dialog', { name: 'Emergency sheet' })
  await expect(dialog.getByRole('textbox', { name: 'Whom to give the records to' })).toBeFocused()
  await dialog.getByRole('textbox', { name: 'Whom to give the records to' }).fill('Ines Marlow\n555 0199')
  await expect(dialog.getByText(stick)).toBeVisible()
  expect(await violationsInBothSchemes(page)).toEqual([])
  const file = join(files, 'sheet.pdf')
  await app.nextSavePath(file)
  await dialog.getByRole('button', { name: 'Save PDF' }).click()
  await expect(dialog.getByText('Saved as sheet.pdf')).toBeVisible({ timeout: 30_000 })
  expect((await ask(page, 'practice:get', {})).settings.emergencyPerson).toBe('Ines Marlow\n555 0199')
  const pages = pdfPages(file)
  expect(pages).toHaveLength(1)
  const text = folded(pages.join(' '))
  const { folder } = await ask(page, 'vault:status', {})
  // A path is broken wherever a line ends.
  const together = text.replaceAll(' ', '')
  for (const words of [
    practice.name,
    folder,
    stick,
    'Ines Marlow 555 0199',
    'Use recovery code',
    'Restore from backup',
  ]) {
    expect(together).toContain(words.replaceAll(' ', ''))
  }
  expect(pdfFacts(file)).toMatchObject({ pages: 1, isTagged: true })
  // Nothing of it lies anywhere else.
  expect(readdirSync(files)).toEqual(['sheet.pdf'])
})
