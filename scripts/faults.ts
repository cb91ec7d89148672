// All long trials, one after the other: `npm run faults`, or `npm run faults -- killed damage` for some of them. Each prints
// its lines as it goes, and a table of all kinds of faults ends the run. Exit code 1 when any result is wrong.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readOutcome, readSkipped, type Outcome } from '../tests/faults/reporting.ts'
import { canLookIntoMemory } from '../tests/fixtures/unwatchedApp.ts'
import { bringChromiumWhereBare } from './bringChromium.ts'
import { findPackedApp } from './packedApp.ts'
import { findElectron, findHeadlessChromium, hasDisplay, hasVirtualDisplay, projectRoot } from './runtimes.ts'

interface Trial {
  /** The name of its file in tests/faults, without the ending. */
  readonly name: string
  readonly about: string
  /** It is killed after so many minutes, and then counts as failed. */
  readonly minutes: number
  /** Why it can't run here; null when it can. */
  readonly lacks?: () => string | null
}

const display = () => (hasDisplay() || hasVirtualDisplay() ? null : 'there is no display, and no Xvfb')
const built = () => (existsSync(join(projectRoot, 'out/main/index.js')) ? null : 'the app is not built: npm run build')

const notBrought = await bringChromiumWhereBare()
if (notBrought) console.log(notBrought)

const trials: readonly Trial[] = [
  { name: 'killed', about: 'killed while it writes, signs, locks and unlocks', minutes: 30 },
  { name: 'savedIntoNothing', about: 'files moved, removed or replaced while the vault is open', minutes: 10 },
  { name: 'mixedStates', about: 'an earlier day’s files over a crashed vault', minutes: 10 },
  { name: 'damage', about: 'flipped bits, logs cut and gone', minutes: 10 },
  { name: 'failingDisk', about: 'reads and writes that fail', minutes: 30 },
  { name: 'newKeysKilled', about: 'killed while it makes new keys', minutes: 20 },
  { name: 'backupsKilled', about: 'killed while it backs up and restores', minutes: 20 },
  { name: 'worksKilled', about: 'killed while it does long works on a vault', minutes: 60 },
  { name: 'clockWrong', about: 'the clock far ahead and far back', minutes: 20 },
  { name: 'plantedWords', about: 'words of a client on the disk', minutes: 10 },
  { name: 'fuzz', about: 'every operation called with anything', minutes: 30 },
  { name: 'chain', about: 'what somebody with the key can do to the signatures', minutes: 20 },
  {
    name: 'lockedMemory',
    about: 'what is left in memory after a lock',
    minutes: 20,
    lacks: () =>
      findElectron() !== null && canLookIntoMemory()
        ? built()
        : 'this takes Linux, Electron, Xvfb, xdotool, and the right to read memory',
  },
  {
    name: 'network',
    about: 'ways out of the machine',
    minutes: 20,
    lacks: () =>
      findElectron() === null && findHeadlessChromium() === null ? 'there is neither Electron nor Chromium' : built(),
  },
  {
    name: 'packaged',
    about: 'starts of the packed app that are refused',
    minutes: 20,
    lacks: () => (findPackedApp() ? display() : 'there is no packed app in dist/: npm run package'),
  },
]

/** The result of a trial: its kinds, or one line for all of it. */
interface Result {
  readonly trial: Trial
  readonly skipped: string | null
  readonly isFine: boolean
  readonly outcomes: readonly Outcome[]
  /** Kinds that the trial itself could not try here, and why. */
  readonly skippedKinds: readonly { readonly what: string; readonly why: string }[]
  readonly seconds: number
}

const markOf = (line: string) => /^(✓|✗|ok |NOT AS IT MUST BE)/.exec(line)?.[0].trim()

/** A trial whose lines count nothing has tried as many things as it has lines. */
function outcomesOf(trial: Trial, lines: readonly string[]): readonly Outcome[] {
  const outcomes = lines.flatMap((line) => readOutcome(line) ?? [])
  if (outcomes.length > 0) return outcomes
  const marks = lines.flatMap((line) => markOf(line) ?? [])
  const asItShouldBe = marks.filter((mark) => mark === '✓' || mark === 'ok').length
  return [{ what: trial.about, tried: marks.length, asItShouldBe }]
}

async function run(trial: Trial): Promise<Result> {
  console.log(`\n${trial.name}: ${trial.about}`)
  const skipped = trial.lacks?.() ?? null
  if (skipped !== null) {
    console.log(`- skipped: ${skipped}`)
    return { trial, skipped, isFine: true, outcomes: [], skippedKinds: [], seconds: 0 }
  }
  const started = performance.now()
  // Its own process group, so that its children end with it.
  const child = spawn(process.execPath, [join(projectRoot, 'tests/faults', `${trial.name}.ts`)], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
  })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  let isTooLong = false
  const limit = setTimeout(() => {
    isTooLong = true
    endAll(child.pid)
  }, trial.minutes * 60_000)
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line)
    lines.push(line)
  }
  const code = await ended
  clearTimeout(limit)
  if (isTooLong) console.log(`✗ ended after ${trial.minutes} minutes`)
  const seconds = Math.round((performance.now() - started) / 1000)
  const skippedKinds = lines.flatMap((line) => readSkipped(line) ?? [])
  const isFine = code === 0 && !isTooLong
  return { trial, skipped: null, isFine, outcomes: outcomesOf(trial, lines), skippedKinds, seconds }
}

function endAll(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}

function rowsOf({ trial, skipped, isFine, outcomes, skippedKinds, seconds }: Result): readonly (readonly string[])[] {
  if (skipped !== null) return [[trial.name, trial.about, '0', `skipped: ${skipped}`]]
  const rows = outcomes.map(({ what, tried, asItShouldBe }) => [trial.name, what, String(tried), String(asItShouldBe)])
  const notTried = skippedKinds.map(({ what, why }) => [trial.name, what, '0', `skipped: ${why}`])
  return [...rows, ...notTried, ...(isFine ? [] : [[trial.name, `NOT AS IT SHOULD BE (${seconds} s)`, '', '']])]
}

function printTable(results: readonly Result[]): void {
  const rows = [['trial', 'what', 'tried', 'as it should be'], ...results.flatMap(rowsOf)]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  console.log('')
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !trials.some((trial) => trial.name === name))
if (unknown.length > 0) {
  console.error(`there is no trial ${unknown.join(', ')}: ${trials.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
} else {
  const chosen = trials.filter(({ name }) => asked.length === 0 || asked.includes(name))
  const results: Result[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other: they would slow each other down
  for (const trial of chosen) results.push(await run(trial))
  printTable(results)
  process.exitCode = results.every(({ isFine }) => isFine) ? 0 : 1
}
