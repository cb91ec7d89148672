// Takes the pictures of the user guide and the README from the running app, on a temporary demo vault.
// Run after a build: node scripts/guideScreenshots.ts (with poppler-utils, for the printed page).
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ask } from '../tests/e2e/bridge.ts'
import { launchHost } from '../tests/e2e/hostApp.ts'
import {
  chooseKind,
  expectSaved,
  fillSetUp,
  markRegion,
  savePatientFile,
  signNote,
  startSession,
  typeSection,
  type MarkedFinding,
} from '../tests/e2e/journeys.ts'
import type { PalpateApp } from '../tests/e2e/palpateApp.ts'
import { pdfPages } from '../tests/fixtures/readPdf.ts'
import {
  choosePhase,
  chooseView,
  drawThrough,
  forbid,
  lookAgain,
  markPoint,
  treat,
  type TreatedRegions,
} from './bodyMapGestures.ts'
import { followUpNote } from './guideNotePictures.ts'
import { copyPictures, otherComputerPictures } from './guideCopyPictures.ts'
import { nameUsualPlace, vaultPictures } from './guideVaultPictures.ts'
import { projectRoot } from './runtimes.ts'

const images = join(projectRoot, 'docs/images')
const folder = mkdtempSync(join(tmpdir(), 'palpate-guide-'))
mkdirSync(images, { recursive: true })
const running: PalpateApp[] = []

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' })
  console.log(`docs/images/${name}.png`)
}

async function started(args: readonly string[], name: string): Promise<PalpateApp> {
  const app = await launchHost({ userData: join(folder, name), args })
  running.push(app)
  await app.page.setViewportSize({ width: 1280, height: 800 })
  await app.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return app
}

async function firstStart(): Promise<void> {
  const app = await started([], 'fresh')
  const { page } = app
  await expect(page.getByRole('textbox', { name: 'Practice name' })).toBeVisible()
  await picture(page, 'set-up')
  await fillSetUp(page)
  await expect(page.getByRole('list', { name: 'Recovery code' })).toBeVisible({ timeout: 60_000 })
  await picture(page, 'recovery-code')
  await app.kill()
}

async function practiceAtWork(): Promise<void> {
  const app = await started(['--demo'], 'demo')
  const { page } = app
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 120_000 })
  await picture(page, 'today')

  await page.getByRole('link', { name: 'Clients' }).click()
  await expect(page.getByRole('searchbox', { name: 'Find a client' })).toBeVisible()
  await picture(page, 'clients')
  await page.getByRole('button', { name: 'New client' }).click()
  await page.getByRole('textbox', { name: 'First name' }).fill('Noor')
  await page.getByRole('textbox', { name: 'Last name' }).fill('Vermeulen')
  await page.getByRole('textbox', { name: 'Date of birth' }).fill('2 March 1980')
  await picture(page, 'new-client')
  await page.getByRole('button', { name: 'Save client' }).click()
  await expect(page.getByRole('heading', { name: 'Noor Vermeulen' })).toBeVisible()

  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Draft from today' }).getByRole('link').click()
  await expect(page.getByRole('textbox', { name: 'Subjective' })).toBeVisible()
  await page.getByRole('slider', { name: 'Pain after' }).fill('0')
  await typeSection(page, 'Assessment', 'Responding: less tone in the neck than at the last visit.')
  await expectSaved(page)
  await page.getByRole('region', { name: 'Last time', exact: true }).scrollIntoViewIfNeeded()
  await picture(page, 'session')
  await page.getByRole('heading', { level: 1 }).getByRole('link').click()
  await expect(page.getByRole('button', { name: 'Patient file' })).toBeVisible()
  await picture(page, 'client')
  await page.getByRole('button', { name: 'Patient file' }).click()
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('article').first()).toBeVisible({ timeout: 30_000 })
  await picture(page, 'patient-file')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Settings' }).click()
  await picture(page, 'settings')
  await page.getByRole('button', { name: 'Lock' }).click()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible({ timeout: 30_000 })
  await nameUsualPlace(page, (await ask(page, 'vault:status', {})).folder)
  await picture(page, 'lock')
  await app.kill()
}

/** A note from last time's to its amendment. */
async function followUp(): Promise<void> {
  const app = await started(['--demo'], 'note')
  await followUpNote(app, picture)
  await app.kill()
}

/** A seal, and a vault that was moved. */
async function vaultGone(): Promise<void> {
  const app = await started(['--demo'], 'vault')
  await vaultPictures(app, picture, folder)
  await app.kill()
}

const marked: readonly [region: string, finding: MarkedFinding][] = [
  ['Right lumbar erectors, posterior', { kind: 'Hypertonicity', severity: 6, remark: 'guards when bending' }],
  ['Left lumbar erectors, posterior', { kind: 'Hypertonicity', severity: 2 }],
  ['Left upper trapezius, posterior', { kind: 'Hypertonicity', severity: 4 }],
  ['Right outer elbow, posterior', { kind: 'Tender point', severity: 3 }],
  ['Right upper chest, anterior', { kind: 'Restriction', severity: 3 }],
  ['Left inner knee, anterior', { kind: 'Inflammation / swelling', severity: 2, remark: 'after kneeling' }],
]
const treatments: readonly TreatedRegions[] = [
  {
    technique: 'Myofascial release',
    minutes: 12,
    pressure: 2,
    regions: ['Left lumbar erectors, posterior', 'Right lumbar erectors, posterior'],
  },
  { technique: 'Stretching', minutes: 6, pressure: 3, regions: ['Right piriformis, posterior'] },
  { technique: 'Effleurage', minutes: 8, pressure: 2, regions: ['Left upper trapezius, posterior'] },
]

/** One visit charted on the map from the empty figure to paper. */
async function bodyMap(): Promise<void> {
  const app = await started(['--demo'], 'map')
  const { page } = app
  await page.getByRole('link', { name: 'Clients' }).click({ timeout: 120_000 })
  await page.getByRole('link', { name: /Mei-Ling Chen/ }).click()
  await startSession(page)
  await picture(page, 'body-map-empty')

  await forbid(page, 'Left medial gastrocnemius, posterior', 'varicosities')
  for (const [region, finding] of marked) await markRegion(page, region, finding)
  await chooseKind(page, 'Numbness / tingling')
  await drawThrough(page, [
    'Right back of knee, posterior',
    'Right lateral gastrocnemius, posterior',
    'Right soleus, posterior',
  ])
  await chooseKind(page, 'Trigger point')
  await markPoint(page, 'Right piriformis, posterior', 'Right lateral hamstrings, posterior', 6)
  for (const treatment of treatments) await treat(page, treatment)
  await page.getByRole('slider', { name: 'Pain before' }).fill('6')
  await page.getByRole('slider', { name: 'Pain after' }).fill('3')
  await typeSection(
    page,
    'Subjective',
    'Raked leaves for two days. Low back pulls on the right when bending; tingling down the right calf on the first night, gone since.',
  )
  await typeSection(page, 'Assessment', 'Flare after garden work on a course that had been improving. No weakness.')
  await typeSection(page, 'Plan', 'Again in one week. Walk daily, no lifting. To the doctor if the tingling returns.')
  await expectSaved(page)
  await picture(page, 'body-map')

  await page.getByRole('table', { name: 'Findings' }).getByRole('button', { name: 'R piriformis', exact: true }).click()
  const editor = page.getByRole('dialog', { name: 'Finding: Right piriformis' })
  await editor.getByRole('textbox', { name: 'Remark' }).fill('eases under pressure')
  await editor.getByRole('radio', { name: 'Deep', exact: true }).check()
  await expectSaved(page)
  await picture(page, 'body-map-finding')
  await page.keyboard.press('Escape')

  await choosePhase(page, 'After')
  await lookAgain(page, 'Left upper trapezius, posterior', 2)
  await lookAgain(page, 'Right lumbar erectors, posterior', 3)
  await lookAgain(page, 'Left lumbar erectors, posterior', 0)
  await lookAgain(page, 'Right piriformis, posterior', 4)
  await choosePhase(page, 'Both')
  await chooseView(page, 'Posterior')
  await page.getByText(/L lumbar erectors gone/).scrollIntoViewIfNeeded()
  await picture(page, 'body-map-before-after')

  await page.getByRole('button', { name: 'Compare visits' }).click()
  const comparison = page.getByRole('dialog', { name: 'Compare visits' })
  await comparison.getByRole('button', { name: 'R lumbar erectors' }).click()
  await expect(comparison.getByRole('region', { name: /^History/ })).toBeVisible()
  await picture(page, 'compare-visits')
  await comparison.getByRole('radio', { name: 'Heat map' }).check()
  await picture(page, 'heat-map')
  await page.keyboard.press('Escape')

  await signNote(page)
  await page.getByRole('heading', { level: 1 }).getByRole('link').click()
  const file = join(folder, 'patient-file.pdf')
  await app.nextSavePath(file)
  await savePatientFile(page)
  await app.kill()
  pictureOfPaper(file, 'body-map-on-paper')
}

const run = (command: string, args: readonly string[]) => execFileSync(command, args)

/** The first page with a body map of a PDF, as an image. */
function pictureOfPaper(file: string, name: string): void {
  const number = String(pdfPages(file).findIndex((page) => page.includes('Posterior')) + 1)
  run('pdftoppm', ['-png', '-r', '110', '-f', number, '-l', number, '-singlefile', file, join(images, name)])
  console.log(`docs/images/${name}.png`)
}

try {
  await firstStart()
  await practiceAtWork()
  await followUp()
  await bodyMap()
  await vaultGone()
  const studio = { picture, start: started, folder }
  await copyPictures(studio)
  await otherComputerPictures(studio)
} finally {
  for (const app of running) await app.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
