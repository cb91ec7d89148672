// All checks, one line each: `npm test`. The last line is the sum, "N passed, N failed" with what was skipped.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringChromiumWhereBare } from './bringChromium.ts'
import { findElectron, findHeadlessChromium, hasDisplay, hasVirtualDisplay, projectRoot } from './runtimes.ts'

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Reads the counts out of a finished run; without it the step counts as one. */
  readonly count?: () => Counts
  /** Why the step cannot run here. All its tests then count as skipped. */
  readonly unavailable?: string | null
  /** How many tests the step has, for when it cannot run. */
  readonly size?: () => number
  /** The step that has to succeed first; otherwise this one is skipped. */
  readonly after?: string
}

const reports = mkdtempSync(join(tmpdir(), 'palpate-check-'))
const report = (name: string) => join(reports, `${name}.json`)
const read = (name: string) => (existsSync(report(name)) ? JSON.parse(readFileSync(report(name), 'utf8')) : null)

const vitest = (project: string): Step => ({
  name: project,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
  count() {
    const results = read(project)
    const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0)
    return { passed: results?.numPassedTests ?? 0, failed: results?.numFailedTests ?? 0, skipped }
  },
})

/** The number of tests of a project of Playwright's, without running one. */
function testsOf(project: string): number {
  const env = { ...process.env, PALPATE_LIST_ALL: '1' }
  const args = ['test', '--project', project, '--no-deps', '--list']
  const { stdout } = spawnSync('playwright', args, {
    cwd: projectRoot,
    encoding: 'utf8',
    env,
    shell: process.platform === 'win32',
  })
  return Number(/^Total: (\d+) tests?/mu.exec(stdout)?.[1] ?? 1)
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs?: readonly {
    readonly file: string
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly results: readonly { readonly error?: { message: string } }[]
    }[]
  }[]
}

// oxlint-disable-next-line no-control-regex -- the colours of a terminal
const plain = (text: string) => text.replace(/\u001b\[\d+m/gu, '')

/** What failed at first and then passed, each with the reason: nobody would notice otherwise. */
const flakyTitles = (suites: readonly Suite[]): string[] =>
  suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...flakyTitles(inner),
    ...specs.flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'flaky')
        .map(({ results }) => `${file}: ${title}\n  ${plain(results[0]?.error?.message ?? '').slice(0, 600)}`),
    ),
  ])

const playwright = (project: string, unavailable: string | null, launcher: readonly string[] = []): Step => ({
  name: `screens on ${project}`,
  command: [...launcher, 'playwright', 'test', '--project', project, '--no-deps', '--reporter=list,json'],
  environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report(project) },
  unavailable,
  size: () => testsOf(project),
  after: 'build',
  count() {
    const stats = read(project)?.stats
    const secondTries: number = stats?.flaky ?? 0
    for (const title of flakyTitles(read(project)?.suites ?? [])) {
      console.log(`! screens on ${project}: passed only at the second try: ${title}`)
    }
    return {
      passed: (stats?.expected ?? 0) + secondTries,
      failed: stats?.unexpected ?? 0,
      skipped: stats?.skipped ?? 0,
    }
  },
})

function electronProblem(): string | null {
  if (!findElectron()) return 'no Electron on this machine'
  return hasDisplay() || hasVirtualDisplay() ? null : 'neither a display nor xvfb-run'
}

const notBrought = await bringChromiumWhereBare()
const chromiumProblem = findHeadlessChromium() ? null : (notBrought ?? 'no Chromium on this machine')
const electronLauncher = hasDisplay() ? [] : ['xvfb-run', '-a']

const steps: readonly Step[] = [
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'import directions', command: ['node', 'scripts/layers.ts'] },
  { name: 'key handlers', command: ['node', 'scripts/keyRules.ts'] },
  { name: 'reaching through markup', command: ['node', 'scripts/reachRules.ts'] },
  { name: 'types', command: ['node', 'scripts/typecheck.ts'] },
  { name: 'unused code', command: ['knip'] },
  vitest('unit'),
  vitest('integration'),
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  // What `npm start` does without a display.
  { name: 'tour', command: ['node', 'scripts/tour.ts'], unavailable: chromiumProblem, after: 'build' },
  playwright('host', chromiumProblem),
  playwright('host-alone', chromiumProblem),
  playwright('electron', electronProblem(), electronLauncher),
  playwright('electron-alone', electronProblem(), electronLauncher),
]

function run({ command: [file = '', ...args], environment }: Step): Promise<{ isFine: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32',
    })
    let output = ''
    const keep = (chunk: Buffer) => void (output += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ isFine: false, output: error.message }))
    child.on('close', (code) => resolve({ isFine: code === 0, output }))
  })
}

const broken = new Set<string>()

async function check(step: Step): Promise<Counts> {
  const label = step.name.padEnd(25)
  const obstacle = step.unavailable ?? (step.after && broken.has(step.after) ? `the ${step.after} failed` : null)
  if (obstacle) {
    const skipped = step.size?.() ?? 1
    console.log(`- ${label} ${skipped} skipped: ${obstacle}`)
    return { passed: 0, failed: 0, skipped }
  }
  const start = performance.now()
  const { isFine, output } = await run(step)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const counted = step.count?.() ?? { passed: isFine ? 1 : 0, failed: 0, skipped: 0 }
  // A run can fail without a failed test, as when a file does not load.
  const counts = isFine ? counted : { ...counted, failed: Math.max(1, counted.failed) }
  if (!isFine) {
    broken.add(step.name)
    console.log(output)
  }
  console.log(`${isFine ? '✓' : '✗'} ${label} ${describe(counts)} (${seconds} s)`)
  return counts
}

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

let sum: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const step of steps) {
  // One after the other: they share the processor, and some of them measure time.
  // oxlint-disable-next-line no-await-in-loop -- see above
  const counts = await check(step)
  sum = {
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }
}
rmSync(reports, { recursive: true, force: true })
console.log(describe(sum))
process.exitCode = sum.failed > 0 ? 1 : 0
