// A practice full of real clinical text: the largest client is opened, charted, signed and exported, and every word is read back.
import { join } from 'node:path'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { sectionTexts } from '../fixtures/practiceOfSize.ts'
import { folded, missingPdfTools, pdfOutline, pdfPages } from '../fixtures/readPdf.ts'
import { makeVaultOfSize } from '../fixtures/vaultOfSize.ts'
import { ask } from './bridge.ts'
import { expect, test } from './fixtures.ts'
import { expectSaved, passphrase, practice, signNote, startSession, typeSection, unlock } from './journeys.ts'
import { openPatientFile, savePdf } from './patientFileJourney.ts'
import { sameOnBoth } from './palpateApp.ts'

const missing = missingPdfTools()
test.skip(missing !== null, missing ?? '')

const sessionsOfLargest = 200

/** The text between the header and footer of each page, without white space: lines may break anywhere. */
function squeezedText(file: string): string {
  const frame = /\S.{0,400}Page \d+ of \d+ Patient file · Confidential health record Printed [^)]*\)$/u
  return pdfPages(file)
    .map((page) => {
      const text = folded(page)
      const start = text.lastIndexOf(practice.name)
      expect(text.slice(start)).toMatch(frame)
      return text.slice(0, start)
    })
    .join('')
    .replace(/\s/gu, '')
}

test(
  '300 clients and 5,000 sessions of clinical text: every section of the largest client is in the file, in order',
  { tag: sameOnBoth },
  async ({ launch, temporaryFolder }) => {
    test.setTimeout(300_000)
    const userData = join(temporaryFolder, 'data')
    const { clientIds } = await makeVaultOfSize({
      folder: join(userData, 'vault'),
      passphrase,
      practice: { ...practice, address: '', phone: '' },
      size: { clients: 300, sessions: 5000, sessionsOfFirst: sessionsOfLargest, signed: 1 },
    })
    const app = await launch({ userData })
    const { page } = app
    await unlock(page)
    const [largest = ''] = clientIds
    const { client } = await ask(page, 'client:get', { id: largest })

    await page.getByRole('link', { name: 'Clients' }).click()
    const name = `${client.fields.firstName} ${client.fields.lastName}`
    await page.getByRole('searchbox', { name: 'Find a client' }).fill(name)
    await page.getByRole('main').getByText(name, { exact: true }).first().click()
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
    await startSession(page)
    await typeSection(page, 'Subjective', 'Typed today, before the file was made.')
    await expectSaved(page)
    await signNote(page)

    const dialog = await openPatientFile(page, largest)
    await expect(dialog.getByRole('status')).toContainText(`${sessionsOfLargest + 1} sessions`)
    const target = join(temporaryFolder, 'largest.pdf')
    await savePdf(app, dialog, target)

    expect(pdfOutline(target)[0]?.kids).toHaveLength(sessionsOfLargest + 1)
    const text = squeezedText(target)
    const texts = sectionTexts()
    const written = Array.from({ length: sessionsOfLargest }, (_, session) =>
      sectionIds.map((section) => texts[section][session % texts[section].length] ?? ''),
    ).flat()
    let from = 0
    for (const section of ['Typed today, before the file was made.', ...written]) {
      const sought = folded(section).replace(/\s/gu, '')
      const at = text.indexOf(sought, from)
      expect(at, `after ${from} characters: ${section.slice(0, 80)}`).toBeGreaterThanOrEqual(from)
      from = at + sought.length
    }
  },
)
