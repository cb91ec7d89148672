// Measures the app against the barest way to the same results, prints the table and writes docs/benchmarks.md.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createServices } from '#main/services/createServices.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { vaultIn } from '#main/vault/vault.ts'
import { recordFormat } from '#shared/domain/dateWords.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { bringChromiumWhereBare } from '../../scripts/bringChromium.ts'
import { findElectron, findHeadlessChromium, hasDisplay, projectRoot } from '../../scripts/runtimes.ts'
import { ask } from '../e2e/bridge.ts'
import { launchElectron } from '../e2e/electronApp.ts'
import { launchHost } from '../e2e/hostApp.ts'
import { passphrase, practice, unlock } from '../e2e/journeys.ts'
import type { PalpateApp, Runtime } from '../e2e/palpateApp.ts'
import { callerOf } from '../fixtures/practiceUnderTest.ts'
import { sectionTexts } from '../fixtures/practiceOfSize.ts'
import { temporaryDatabase } from '../fixtures/temporaryDatabase.ts'
import { makeVaultOfSize } from '../fixtures/vaultOfSize.ts'
import { printBare, writeFinishedHtml } from './barePrint.ts'
import { bareCommit, bareQueries } from './bareQueries.ts'
import { openBareWindow, writeBareApp } from './bareWindow.ts'
import { measureDrawing, measureOpening } from './bodyMap.ts'
import { measureHistory, measureHistorySize } from './history.ts'
import { compare, timedInPage, took, type Line } from './measure.ts'
import { report } from './report.ts'
import { measureCarryForward, measureSessionOpening, measureTyping } from './typing.ts'
import { measureSavesWhileBackingUp, measureSavesWhileVerifying } from './savesBeside.ts'
import { measureVisits } from './visits.ts'

const runtime: Runtime = findElectron() && hasDisplay() ? 'electron' : 'host'
const notBrought = await bringChromiumWhereBare()
if (!findHeadlessChromium()) throw new Error(`the benchmarks need a Chromium: ${notBrought ?? 'none on this machine'}`)
const launch = runtime === 'electron' ? launchElectron : launchHost
const folder = mkdtempSync(join(tmpdir(), 'palpate-bench-'))
const userData = join(folder, 'data')
/** A copy of the app's vault for what is measured without it: it takes no other process that writes in its own. */
const besideTheApp = join(folder, 'vault beside')
const lines: Line[] = []

const add = (line: Line) => {
  lines.push(line)
  console.log(
    `${line.what}: ${line.ratio.median.toFixed(2)} × (${line.ours.toFixed(2)} ms, bare ${line.bare.toFixed(2)} ms)`,
  )
}

async function measureStart(): Promise<void> {
  const bareApp = join(folder, 'bare')
  writeBareApp(bareApp)
  let count = 0
  const ours = async () => {
    let app: PalpateApp | undefined
    const milliseconds = await took(async () => {
      app = await launch({ userData, args: [] })
      await app.page.getByRole('button', { name: 'Unlock' }).waitFor()
    })
    await app?.close()
    return milliseconds
  }
  const bare = async () => {
    let close: (() => Promise<void>) | undefined
    const milliseconds = await took(async () => {
      close = await openBareWindow(runtime, bareApp, join(folder, `bare-data-${count++}`))
    })
    await close?.()
    return milliseconds
  }
  add(await compare({ what: 'Start to the unlock screen', against: 'a bare window', rounds: 5, ours, bare }))
}

async function measureQueries(page: Page, largest: string): Promise<void> {
  const { database, close } = await vaultIn({ folder: besideTheApp, surroundings: realSurroundings() }).unlock(
    passphrase,
  )
  const bare = bareQueries(database)
  const call = callerOf(createServices(database, realSurroundings()))
  add(
    await compare({
      what: 'Client list of 5,000, services alone',
      against: 'the bare query',
      rounds: 15,
      ours: () => took(() => call('client:list', {})),
      bare: () => took(() => bare.clients()),
    }),
  )
  add(
    await compare({
      what: 'Client with 500 sessions, services alone',
      against: 'the bare query',
      rounds: 21,
      ours: () => took(() => call('client:get', { id: largest })),
      bare: () => took(() => bare.client(largest)),
    }),
  )
  add(
    await compare({
      what: 'Client list of 5,000, at the screen',
      against: 'the bare query',
      rounds: 15,
      ours: () => timedInPage(page, 'client:list', {}),
      bare: () => took(() => bare.clients()),
    }),
  )
  add(
    await compare({
      what: 'Client with 500 sessions, at the screen',
      against: 'the bare query',
      rounds: 21,
      ours: () => timedInPage(page, 'client:get', { id: largest }),
      bare: () => took(() => bare.client(largest)),
    }),
  )
  close()
}

async function measureAutosave(page: Page, clientId: string): Promise<void> {
  const { id } = await ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T09:00' })
  const { revision } = await ask(page, 'draft:revision', {})
  const writer = randomUUID()
  const other = temporaryDatabase()
  const commit = bareCommit(other.database.sqlite)
  const texts = sectionTexts().subjective
  let count = 0
  const next = () => JSON.stringify(documentFromText(texts[count++ % texts.length] ?? ''))
  add(
    await compare({
      what: 'Autosave of a section',
      against: 'a bare commit',
      rounds: 60,
      ours: () => {
        const input = { id, section: 'subjective' as const, document: JSON.parse(next()) }
        const changes = [{ operation: 'session:saveSection' as const, input }]
        return timedInPage(page, 'draft:save', { sessionId: id, writer, since: revision, changes })
      },
      bare: () => {
        const text = next()
        return took(() => commit(text))
      },
    }),
  )
  other.remove()
}

async function measurePatientFile(app: PalpateApp, clientId: string): Promise<void> {
  // The client has a session a day, the newest one yesterday.
  const from = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10)
  const options = {
    from,
    to: null,
    includeDrafts: true,
    includeBodyMaps: true,
    includePrivateRemarks: false,
    paperSize: 'A4',
  } as const
  const file = await ask(app.page, 'patientFile:compose', { clientId, options })
  const printFolder = join(folder, 'print')
  mkdirSync(printFolder)
  const html = await writeFinishedHtml(file, printFolder)
  await app.nextSavePath(join(folder, 'ours.pdf'))
  add(
    await compare({
      what: `Patient file of ${file.sessions.length} sessions`,
      against: 'printing the same HTML',
      rounds: 3,
      ours: () => timedInPage(app.page, 'patientFile:save', { clientId, options, dates: recordFormat }),
      bare: () => took(() => printBare(app, html, join(folder, 'bare.pdf'))),
    }),
  )
}

async function measure(): Promise<string> {
  const { clientIds } = await makeVaultOfSize({
    folder: join(userData, 'vault'),
    passphrase,
    practice: { ...practice, address: '', phone: '' },
    size: { clients: 5000, sessions: 6000, sessionsOfFirst: 500, signed: 1 },
  })
  const [largest = '', second = ''] = clientIds
  await measureStart()
  for (const line of await measureOpening(join(folder, 'map-page'))) add(line)
  cpSync(join(userData, 'vault'), besideTheApp, { recursive: true })
  add(await measureSavesWhileBackingUp(folder, launch))
  const app = await launch({ userData, args: [] })
  try {
    await unlock(app.page)
    await measureQueries(app.page, largest)
    add(await measureVisits())
    await measureAutosave(app.page, second)
    add(await measureSavesWhileVerifying(app.page, second))
    for (const line of await measureHistory()) add(line)
    add(await measureTyping(app.page, second))
    add(await measureSessionOpening(app.page, second))
    add(await measureCarryForward(app.page, second))
    add(await measureDrawing(app.page, second))
    await measurePatientFile(app, largest)
    const version = await app.page.evaluate(() => /Chrome\/([\d.]+)/u.exec(navigator.userAgent)?.[1] ?? '')
    const electron = await app.evaluate(() => process.versions['electron'] ?? '')
    return runtime === 'electron'
      ? `Electron ${electron} (Chromium ${version})`
      : `Chromium ${version} through the host`
  } finally {
    await app.close()
  }
}

try {
  const text = report(lines, await measure(), [measureHistorySize()])
  writeFileSync(join(projectRoot, 'docs/benchmarks.md'), text)
  console.log(`\n${text}`)
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
