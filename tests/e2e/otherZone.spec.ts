// A record that is read and printed where it is another day.
import { join } from 'node:path'
import { folded, missingPdfTools, pdfPages } from '../fixtures/readPdf.ts'
import { expect, test } from './fixtures.ts'
import { createSomebody, openId, signNote, startSession, typeSection, unlock } from './journeys.ts'
import { openPatientFile, savePdf } from './patientFileJourney.ts'

test('a note signed at once / opened and printed a day further east / is no late entry, and names its clock', async ({
  launch,
  practiceFolder,
  temporaryFolder,
}) => {
  // 26 hours apart: at any moment it is another day in each.
  const args = ['--keep-passphrase-cost']
  const home = await launch({ userData: practiceFolder, args, timeZone: 'Etc/GMT+12' })
  await unlock(home.page)
  await createSomebody(home.page)
  const client = openId(home.page)
  await startSession(home.page)
  await typeSection(home.page, 'Plan', 'Weekly.')
  await signNote(home.page)
  const session = openId(home.page)
  const signed = (await home.page.getByText(/Signed \d.*\(UTC−12:00\)/).textContent()) ?? ''
  const whose = ', UTC−12'
  await expect(home.page.getByText(whose)).toHaveCount(0)
  await home.close()

  const away = await launch({ userData: practiceFolder, args, timeZone: 'Pacific/Kiritimati' })
  const { page } = away
  await unlock(page)
  await page.evaluate((id) => void (window.location.hash = `#/sessions/${id}`), session)
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible()
  await expect(page.getByText(signed, { exact: true })).toBeVisible()
  await expect(page.getByText(whose)).toBeVisible()
  await expect(page.getByText(/late entry/i)).toHaveCount(0)

  const dialog = await openPatientFile(page, client)
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText(/UTC[−-]12/)
  await expect(preview).not.toContainText(/late entry/i)
  if (missingPdfTools()) return
  const file = join(temporaryFolder, 'file.pdf')
  await savePdf(away, dialog, file)
  const paper = folded(pdfPages(file).join(' '))
  expect(paper).toMatch(/UTC[−-]12/)
  expect(paper).not.toMatch(/late entry/i)
})
