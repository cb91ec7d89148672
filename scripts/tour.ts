// Runs the whole workflow on a temporary vault: `npm run tour`. Leaves tour/*.png and tour/patient-file.pdf.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchElectron } from '../tests/e2e/electronApp.ts'
import { launchHost } from '../tests/e2e/hostApp.ts'
import * as journey from '../tests/e2e/journeys.ts'
import type { PalpateApp } from '../tests/e2e/palpateApp.ts'
import { choosePhase, drawThrough, lookAgain, markPoint, treat } from './bodyMapGestures.ts'
import { bringChromiumWhereBare } from './bringChromium.ts'
import { findElectron, findHeadlessChromium, hasDisplay, projectRoot } from './runtimes.ts'

const size = { width: 1280, height: 800 }
const client = {
  firstName: 'Maren',
  lastName: 'Okafor',
  dateOfBirth: '1980-03-02',
  alert: 'Anticoagulant: light pressure, no deep work',
}
const clientName = `${client.firstName} ${client.lastName}`
const findings: readonly [region: string, finding: journey.MarkedFinding][] = [
  ['Left upper trapezius, posterior', { kind: 'Hypertonicity', severity: 5 }],
  ['Right lumbar erectors, posterior', { kind: 'Restriction', severity: 4 }],
  ['Right suboccipitals, posterior', { kind: 'Tender point', severity: 3, remark: 'since the trade fair' }],
]
const note: Readonly<Record<journey.SectionName, string>> = {
  Subjective:
    'Headaches start behind the right eye in the afternoon, two to three a week. Woke once last night with neck pain; sat at a trade fair for three days.',
  Objective: ' Right rotation 45° before, 60° after. Head carried forward, right shoulder a little higher.',
  Assessment:
    'Responding: pain after the session less than half of what it was. Lumbar restriction still to be treated.',
  Plan: 'Weekly for three more weeks, then review with the referring doctor. Doorway stretch twice a day.',
}

const out = join(projectRoot, 'tour')

let count = 0
let page: Page

/** Does one step, and prints how long it took. */
async function step(name: string, run: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await run()
  console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

/** A picture of the screen, once all animations have ended. */
async function picture(name: string): Promise<void> {
  count += 1
  await page.mouse.move(0, 0)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  await page.screenshot({ path: join(out, `${String(count).padStart(2, '0')}-${name}.png`) })
}

async function pictureInDark(name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(`${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** What renders the pages: Electron if it can open a window, otherwise the same build in a Chromium. */
async function launcher(): Promise<typeof launchHost | null> {
  if (findElectron() && hasDisplay()) return launchElectron
  const problem = await bringChromiumWhereBare()
  if (findHeadlessChromium()) return launchHost
  console.error(`The app cannot be shown: ${problem ?? 'no Chromium on this machine'}`)
  console.error('Install Chromium or Chrome, or name its executable in CHROMIUM_PATH.')
  return null
}

/** Types after the existing text: the sentences of the map stay linked to their marks. */
async function typeAtEnd(section: journey.SectionName, text: string): Promise<void> {
  await journey.section(page, section).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text)
}

async function writeNote(): Promise<void> {
  await page.getByRole('slider', { name: 'Pain before' }).fill('7')
  await page.getByRole('slider', { name: 'Pain after' }).fill('3')
  for (const [section, text] of Object.entries(note)) await typeAtEnd(section as journey.SectionName, text)
  await journey.expectSaved(page)
}

async function tour(app: PalpateApp): Promise<void> {
  await step('the practice is set up, the recovery code is kept', async () => {
    await picture('set-up')
    await journey.fillSetUp(page)
    const writtenDown = page.getByRole('checkbox', { name: 'I have written it down' })
    await writtenDown.check({ timeout: 30_000 })
    await picture('recovery-code')
    await journey.keepRecoveryCode(page)
    await journey.putBackupsOff(page)
    await journey.expectUnlocked(page)
  })
  await step('a client is made', async () => {
    await journey.createClient(page, client)
    await picture('client')
  })
  await step('a session is opened and marked, one tap each', async () => {
    await journey.startSession(page)
    await picture('empty-session')
    for (const [region, finding] of findings) await journey.markRegion(page, region, finding)
    await picture('marking')
    await journey.chooseKind(page, 'Trigger point')
    await markPoint(page, 'Right upper trapezius, posterior', 'Right temple, anterior', 7)
    await picture('point-with-referral')
  })
  await step('tingling is drawn, the treatment painted', async () => {
    await journey.chooseKind(page, 'Numbness / tingling')
    await drawThrough(page, ['Left point of elbow, posterior', 'Left forearm extensors, posterior'])
    await picture('drawn')
    await treat(page, {
      technique: 'Myofascial release',
      minutes: 20,
      pressure: 2,
      regions: ['Left upper trapezius, posterior', 'Right upper trapezius, posterior'],
    })
    await treat(page, {
      technique: 'Swedish massage',
      minutes: 18,
      pressure: 2,
      regions: ['Left lumbar erectors, posterior', 'Right lumbar erectors, posterior'],
    })
    await picture('treated')
  })
  await step('what is left after treatment is said', async () => {
    await choosePhase(page, 'After')
    await lookAgain(page, 'Right upper trapezius, posterior', 3)
    await lookAgain(page, 'Left upper trapezius, posterior', 3)
    await lookAgain(page, 'Right suboccipitals, posterior', 0)
    await picture('after')
    await choosePhase(page, 'Both')
    await picture('before-and-after')
    await choosePhase(page, 'Before')
  })
  await step('the note is written and saves itself', async () => {
    await writeNote()
    await picture('session')
    await pictureInDark('session')
  })
  await step('a muscle is found', async () => {
    await page.getByRole('searchbox', { name: 'Find a region or muscle' }).fill('pirif')
    await picture('finding-a-muscle')
    await page.keyboard.press('Enter')
    await picture('muscle-found')
    await page.getByRole('button', { name: 'Whole body' }).click()
  })
  await step('the app is locked in the middle of it, and opened again', async () => {
    await page.keyboard.press('ControlOrMeta+l')
    await journey.expectLocked(page)
    await picture('locked')
    await journey.unlock(page)
    await journey.section(page, 'Plan').waitFor()
  })
  await step('the note is signed and locked for good', async () => {
    await page.getByRole('button', { name: 'Sign note' }).click()
    await page.getByRole('button', { name: 'Sign and lock' }).waitFor()
    await picture('signing')
    await journey.confirmAndSign(page)
    await page.getByRole('button', { name: 'Add addendum' }).waitFor()
    await picture('signed')
  })
  await step('the next visit begins with the last one, and is compared with it', async () => {
    await page.getByRole('link', { name: clientName }).click()
    await journey.startSession(page)
    await page.getByRole('button', { name: 'Same as last visit' }).click()
    await picture('same-as-last-visit')
    await page.getByRole('button', { name: 'Confirm all' }).click()
    await journey.markRegion(page, 'Left suboccipitals, posterior', { kind: 'Tender point', severity: 2 })
    await journey.markBar(page).getByRole('button', { name: 'Leave this mark' }).click()
    await journey.expectSaved(page)
    await page.getByRole('button', { name: 'Compare visits' }).click()
    const comparison = page.getByRole('dialog', { name: 'Compare visits' })
    await comparison.getByRole('table', { name: 'Differences' }).getByRole('button').first().click()
    await picture('compare-visits')
    await pictureInDark('compare-visits')
    await comparison.getByRole('radio', { name: 'Heat map' }).check()
    await picture('heat-map')
    await page.keyboard.press('Escape')
  })
  await step('the patient file is saved as a PDF', async () => {
    await page.getByRole('link', { name: clientName }).click()
    await app.nextSavePath(join(out, 'patient-file.pdf'))
    await journey.savePatientFile(page)
    await picture('patient-file')
    await page.keyboard.press('Escape')
  })
  await step('the lists show it all', async () => {
    await page.getByRole('link', { name: 'Clients' }).click()
    await page.getByRole('link', { name: new RegExp(clientName) }).waitFor()
    await picture('clients')
    await page.getByRole('link', { name: 'Today' }).click()
    await page.getByRole('heading', { name: 'Recent sessions' }).waitFor()
    await picture('today')
    await pictureInDark('today')
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    await picture('settings')
  })
}

const launch = await launcher()
if (!launch) process.exit(1)
rmSync(out, { recursive: true, force: true, maxRetries: 5 })
mkdirSync(out, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'palpate-tour-'))
const app = await launch({ userData: join(folder, 'data'), args: [] })
try {
  page = app.page
  console.log(`the tour runs in ${app.runtime === 'host' ? 'Chromium' : 'Electron'}, on a temporary vault`)
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await tour(app)
  await app.close()
  console.log(`${count} pictures and patient-file.pdf are in ${out}`)
} finally {
  await app.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
