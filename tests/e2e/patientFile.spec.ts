// The patient file as a PDF, read back with tools that know nothing of Palpate.
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { scriptsWithoutFont } from '../fixtures/glyphs.ts'
import {
  folded,
  missingPdfTools,
  pdfFacts,
  pdfImageCount,
  pdfOutline,
  pdfPages,
  pdfStructure,
  pdfWords,
  shareOfGrey,
} from '../fixtures/readPdf.ts'
import { ask } from './bridge.ts'
import { expect, sharedTest as test } from './fixtures.ts'
import { practice } from './journeys.ts'
import { openPatientFile, savePdf } from './patientFileJourney.ts'
import { addClient, addSession } from './records.ts'

const missing = missingPdfTools()
test.skip(missing !== null, missing ?? '')

const points = (millimetres: number) => (millimetres / 25.4) * 72
const wholeText = (...given: Parameters<typeof pdfPages>) => folded(pdfPages(...given).join(' '))

const formatted: NoteDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Range of motion' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Rotation ' },
        { type: 'text', text: '45 to 60 degrees', marks: [{ type: 'bold' }] },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Effleurage' }] }] },
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Petrissage' }] }] },
      ],
    },
  ],
}

test('the file carries client, alert and every session newest first, with formatting, findings, signature and what was added', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const clientId = await addClient(page, {
    firstName: 'Mina',
    lastName: 'Okoye',
    dateOfBirth: '1980-03-02',
    occupation: 'Sailmaker',
    alert: 'Anticoagulant: light pressure',
  })
  const first = await addSession(page, clientId, {
    start: '2026-03-02T09:30',
    sections: { subjective: 'First visit words', plan: 'Plan of the first visit' },
    visitAddress: '4 Mill Lane',
    lateReason: 'Charted on paper',
  })
  await addSession(page, clientId, {
    start: '2026-03-09T10:00',
    sections: { subjective: 'Second visit words', objective: formatted },
    findings: [
      { remark: 'eases with slow pressure' },
      { regionId: 'chest.sternum', view: 'anterior', kind: 'pain', severity: 4 },
    ],
    pain: [7, 3],
  })
  const addendum = crypto.randomUUID()
  const document: NoteDocument = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Called on Thursday' }] }],
  }
  await ask(page, 'addendum:saveDraft', { sessionId: first, id: addendum, document, correction: null })
  const signature = await ask(page, 'addendum:sign', { sessionId: first, id: addendum })
  const amendment = crypto.randomUUID()
  await ask(page, 'addendum:saveDraft', {
    sessionId: first,
    id: amendment,
    document: documentFromText('Plan of the second visit'),
    correction: { part: 'plan', addendumId: null, reason: 'The wrong visit.' },
  })
  const amended = await ask(page, 'addendum:sign', { sessionId: first, id: amendment })

  await ask(page, 'session:savePrivateRemark', { id: first, text: 'Owes me a book' })

  const dialog = await openPatientFile(page, clientId)
  const target = join(temporaryFolder, 'file.pdf')
  await savePdf(app, dialog, target)

  const facts = pdfFacts(target)
  expect(facts.isTagged).toBe(true)
  expect(Math.abs(facts.width - points(210))).toBeLessThan(1.5)
  expect(Math.abs(facts.height - points(297))).toBeLessThan(1.5)

  const pages = pdfPages(target).map(folded)
  expect(pages).toHaveLength(facts.pages)
  for (const [index, text] of pages.entries()) {
    expect(text).toContain(practice.name)
    expect(text).toContain('Mina Okoye')
    expect(text).toContain(`Page ${index + 1} of ${facts.pages}`)
    expect(text).toContain('Confidential health record')
  }

  const outline = pdfOutline(target)
  expect(outline.map(({ title }) => title)).toEqual(['Mina Okoye'])
  expect(outline[0]?.kids.map(({ title }) => title)).toEqual([
    'Session 2 · 9 March 2026, 10:00',
    'Session 1 · 2 March 2026, 09:30',
  ])
  expect(outline[0]?.kids.flatMap(({ kids }) => kids)).toEqual([])

  const structure = pdfStructure(target)
  for (const type of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure']) expect(structure).toContain(type)
  expect(pdfImageCount(target)).toBe(0)

  const text = wholeText(target)
  const inOrder = [
    'Alert Anticoagulant: light pressure',
    'Date of birth 2 March 1980',
    'Occupation Sailmaker',
    '2 sessions, newest first.',
    'Session 2 · 9 March 2026, 10:00',
    'much better',
    'Right upper trapezius',
    'eases with slow pressure',
    'Second visit words',
    'Range of motion',
    'Rotation 45 to 60 degrees',
    '3. Effleurage',
    '4. Petrissage',
    `Signed by ${practice.therapistName}, ${practice.credentials}, licence ${practice.licenceNumber}`,
    'Session 1 · 2 March 2026, 09:30',
    'Late entry: visit of 2 March 2026, entered ',
    'Reason: Charted on paper',
    'First visit words',
    'Plan of the first visit',
    'Amended on ',
    'Called on Thursday',
    signature.fingerprint,
    'Corrects: Plan, session of 2 March 2026',
    'Why: The wrong visit.',
    'Was Plan of the first visit',
    'Is now Plan of the second visit',
    amended.fingerprint,
  ]
  expect(text).toContain('Visit: 4 Mill Lane')
  expect(text).not.toContain('Owes me a book')
  expect(text).toContain('(late entry)')
  const places = inOrder.map((words) => text.indexOf(words))
  expect(places.filter((place) => place < 0).map((_, index) => inOrder[index])).toEqual([])
  expect(places).toEqual(places.toSorted((a, b) => a - b))

  await dialog.getByRole('checkbox', { name: 'Private remarks' }).check()
  const withRemarks = join(temporaryFolder, 'with-remarks.pdf')
  await savePdf(app, dialog, withRemarks)
  expect(wholeText(withRemarks)).toContain('Private remark Owes me a book')
})

test('drafts / are left out unless asked for; then each of their pages says so and has a watermark', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const clientId = await addClient(page, { lastName: 'Sample' })
  await addSession(page, clientId, { start: '2026-03-02T09:30', sections: { subjective: 'Signed words '.repeat(700) } })
  await addSession(page, clientId, {
    start: '2026-03-09T09:30',
    sections: { subjective: 'Unfinished words '.repeat(1200) },
    signed: 'draft',
  })

  const dialog = await openPatientFile(page, clientId)
  await expect(dialog.getByText('1 unsigned draft left out')).toBeVisible()
  const without = join(temporaryFolder, 'without.pdf')
  await savePdf(app, dialog, without)
  expect(wholeText(without)).not.toContain('Unfinished')
  expect(wholeText(without)).toContain('Only signed notes are included')

  await dialog.getByRole('checkbox', { name: 'Include unsigned drafts' }).check()
  await expect(dialog.getByText('1 unsigned draft among them')).toBeVisible()
  const withDrafts = join(temporaryFolder, 'with.pdf')
  await savePdf(app, dialog, withDrafts)

  const pages = pdfPages(withDrafts).map(folded)
  const draftPages = pages.map((text) => /Unfinished|Plan — (?!Signature)/u.test(text))
  expect(draftPages.filter(Boolean).length).toBeGreaterThan(1)
  for (const [index, text] of pages.entries()) {
    const isDraft = draftPages[index] === true
    expect(text.includes('Unsigned draft, session 2')).toBe(isDraft)
    // The watermark is the only thing of that grey in such numbers.
    const grey = shareOfGrey(withDrafts, index + 1, 215, 240)
    if (isDraft && !text.includes('Signed words')) expect(grey).toBeGreaterThan(0.008)
    if (!isDraft) expect(grey).toBeLessThan(0.004)
  }
  expect(draftPages.at(-1)).toBe(false)
})

test('names of 500 characters come out whole, and the header still has room for the page number', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const long = `${'Ö'.repeat(250)} ${'w'.repeat(249)}`
  const clientId = await addClient(page, { firstName: 'Mina', lastName: long })
  await addSession(page, clientId, { start: '2026-03-02T09:30', sections: { subjective: 'Better' } })
  const dialog = await openPatientFile(page, clientId)
  await dialog.getByText('Letter', { exact: true }).click()
  const target = join(temporaryFolder, 'long.pdf')
  await savePdf(app, dialog, target)

  const facts = pdfFacts(target)
  expect([facts.width, facts.height]).toEqual([612, 792])
  const squeezed = wholeText(target).replaceAll(' ', '')
  expect(squeezed).toContain('Ö'.repeat(250))
  expect(squeezed).toContain('w'.repeat(249))
  for (const [index, page_] of pdfPages(target).map(folded).entries()) {
    expect(page_).toContain(`Page ${index + 1} of ${facts.pages}`)
  }
})

/** A numbered list of one item. */
const listOf = (start: number, text: string): NoteDocument['content'][number] => ({
  type: 'orderedList',
  attrs: { start },
  content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }],
})

test('names and notes in every script come out whole, with the numbers of lists where each script begins', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const withoutFont = await scriptsWithoutFont(page)
  test.skip(withoutFont.length > 0, `this machine has no font for ${withoutFont.join(', ')}`)
  // Without the ligature of lam and alef, whose two letters poppler reads in the wrong order.
  const arabic = 'وجع في الكتف منذ يومين'
  const clientId = await addClient(page, {
    firstName: 'مريم',
    preferredName: '美玲',
    emergencyContact: 'משה כהן 🙂',
    alert: 'حساسية من الزيت',
  })
  await addSession(page, clientId, {
    start: '2026-03-02T09:30',
    sections: {
      subjective: `${arabic}\nכאב ראש אחרי העבודה\n右肩疼痛，晚上更明显\nBetter 👍`,
      plan: { type: 'doc', content: [listOf(71, 'מתיחה'), listOf(72, 'Stretching')] },
    },
  })
  const dialog = await openPatientFile(page, clientId)
  const target = join(temporaryFolder, 'scripts.pdf')
  await savePdf(app, dialog, target)

  const squeezed = wholeText(target, 'laid out').replaceAll(' ', '')
  for (const words of ['حساسية من الزيت', arabic, 'כאב ראש אחרי העבודה', '右肩疼痛，晚上更明显', '美玲', '🙂', '👍']) {
    expect(squeezed).toContain(folded(words).replaceAll(' ', ''))
  }

  const words = pdfWords(target)
  const placed = (wanted: RegExp) => words.find(({ text }) => wanted.test(text)) ?? { text: '', left: NaN, right: NaN }
  const [rightToLeft, leftToRight] = [placed(/^\.?71\.?$/u), placed(/^72\.$/u)]
  expect(rightToLeft.left).toBeGreaterThan(placed(/^(?:מתיחה|החיתמ)$/u).right)
  expect(leftToRight.right).toBeLessThan(placed(/^Stretching$/u).left)
})

test('a period takes the sessions of its first and last day, body maps can be left out, and an empty period cannot be saved', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const clientId = await addClient(page, { lastName: 'Sample' })
  for (const day of ['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04']) {
    await addSession(page, clientId, { start: `${day}T09:30`, findings: [{}] })
  }
  const dialog = await openPatientFile(page, clientId)
  await dialog.getByRole('radio', { name: 'From … to …' }).check()
  await dialog.getByLabel('From', { exact: true }).fill('2026-02-02')
  await dialog.getByLabel('To', { exact: true }).fill('2026-02-03')
  await expect(dialog.getByRole('status')).toContainText('2 sessions')
  const maps = join(temporaryFolder, 'maps.pdf')
  await savePdf(app, dialog, maps)
  expect(pdfOutline(maps)[0]?.kids.map(({ title }) => title)).toEqual([
    'Session 3 · 3 February 2026, 09:30',
    'Session 2 · 2 February 2026, 09:30',
  ])
  expect(wholeText(maps)).toContain('2 sessions from 2 February 2026 to 3 February 2026')
  expect(pdfStructure(maps).filter((type) => type === 'Figure').length).toBeGreaterThanOrEqual(2)

  await dialog.getByRole('checkbox', { name: 'Include body maps' }).uncheck()
  const plain = join(temporaryFolder, 'plain.pdf')
  await savePdf(app, dialog, plain)
  // The code of the seal at the end of the file is the one picture that is left. Chromium 130 tags no drawing without text.
  const engine = Number(/Chrome\/(\d+)/u.exec(await page.evaluate(() => navigator.userAgent))?.[1])
  expect(pdfStructure(plain).filter((type) => type === 'Figure')).toEqual(engine > 130 ? ['Figure'] : [])
  expect(wholeText(plain)).toContain('Right upper trapezius')

  await dialog.getByLabel('To', { exact: true }).fill('2026-02-01')
  await expect(dialog.getByText('Ends before it starts')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save PDF' })).toBeDisabled()
  await dialog.getByLabel('From', { exact: true }).fill('2025-01-01')
  await dialog.getByLabel('To', { exact: true }).fill('2025-12-31')
  await expect(dialog.getByText('No session to print')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save PDF' })).toBeDisabled()
})

test('the preview shows the newest sessions and says how many more there are; the dialog is sound for a screen reader', async ({
  app,
}) => {
  const { page } = app
  const clientId = await addClient(page, { lastName: 'Sample' })
  for (let day = 1; day <= 7; day++) {
    await addSession(page, clientId, { start: `2026-02-0${day}T09:30`, sections: { plan: `Plan of day ${day}` } })
  }
  const dialog = await openPatientFile(page, clientId)
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('article')).toHaveCount(5)
  await expect(preview).toContainText('2 more sessions are in the file.')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    const ink = { light: 'rgb(38, 48, 47)', dark: 'rgb(228, 231, 227)' }[colorScheme]
    await expect(dialog.getByText('Last 12 months')).toHaveCSS('color', ink)
    // Half-faded text has half its contrast.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
    // The legacy way needs no second page, which Electron does not open.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role=dialog]').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Patient file' })).toBeFocused()
})
