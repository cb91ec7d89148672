// Dates and times as they are set on this computer: shown and typed in one form.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { folded, missingPdfTools, pdfPages } from '../../fixtures/readPdf.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { createSomebody, openId } from '../journeys.ts'
import { openPatientFile, savePdf } from '../patientFileJourney.ts'
import { addSession } from '../records.ts'

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to
  }, hash)

test('month first and a 12-hour clock / once chosen / are used to show, read and print dates', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  await createSomebody(page)
  const clientId = openId(page)
  await goTo(page, '#/settings')
  const settings = page.getByRole('region', { name: 'Dates and times' })
  await settings.getByText('Month day year').click()
  await settings.getByText('12 hours').click()
  await expect(settings.getByRole('status')).toHaveText(/^Now: \w{3}, \w{3} \d+, \d+:\d\d\s[AP]M · /u)
  const id = await addSession(page, clientId, { start: '2026-03-02T00:01', signed: 'draft' })
  await goTo(page, `#/sessions/${id}`)
  await page.getByRole('button', { name: /Mar 2, 12:01\sAM/u }).click()
  const start = page.getByRole('textbox', { name: 'Start' })
  await start.fill('2:05')
  await page.getByRole('textbox', { name: 'Date' }).fill('3.4.2026')
  await page.getByRole('textbox', { name: 'Date' }).blur()
  await expect(page.getByText(/Is that 2:05\sAM or 2:05\sPM\? Write AM or PM\./u)).toBeVisible()
  await expect(page.getByText('Is that 3 April 2026 or March 4, 2026? Write the month by name.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Date' }).fill('3/4/2026')
  await start.fill('2:05p')
  await start.blur()
  await expect(page.getByRole('textbox', { name: 'Date' })).toHaveValue('Mar 4, 2026')
  await expect(start).toHaveValue('2:05\u00a0PM')
  await addSession(page, clientId, { start: '2026-03-05T14:05', sections: { plan: 'Weekly' } })
  const dialog = await openPatientFile(page, clientId)
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(/March 5, 2026, 2:05\sPM/u)
  if (missingPdfTools()) return
  const file = join(temporaryFolder, 'file.pdf')
  await savePdf(app, dialog, file)
  expect(folded(pdfPages(file).join(' '))).toContain('March 5, 2026, 2:05 PM')
})
