// Starts the packed app in dist/ as it is meant to be started, and as it is not: `node tests/faults/packaged.ts`, after
// `npm run package`. One line for each trial. `--short`: the few that packing itself asks for.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { appendFileSync, cpSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findPackedApp, type PackedApp } from '../../scripts/packedApp.ts'
import { hasDisplay, hasVirtualDisplay, sandboxSwitches } from '../../scripts/runtimes.ts'

const isShort = process.argv.includes('--short')
const refusal = /Palpate does not start with ([^\n]+)\. Start Palpate without it/

/** How long a start may take on a busy machine, in milliseconds. */
const longestStart = 60_000
/** How long it is watched whether something happens after all. */
const watching = 2500

interface Started {
  readonly child: ChildProcess
  readonly folder: string
  stderr(): string
  hasDatabase(): boolean
  readonly ended: Promise<number | null>
}

/** Starts an executable with data and temporary files in a folder of its own. */
function start(
  executable: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Started {
  const folder = mkdtempSync(join(tmpdir(), 'palpate-trial-'))
  const home = join(folder, 'home')
  mkdirSync(home)
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, TMPDIR: folder, TEMP: folder, ...environment }
  const child = spawn(executable, [...sandboxSwitches, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString()))
  return {
    child,
    folder,
    stderr: () => stderr,
    hasDatabase: () =>
      globSync('**/practice.db', { cwd: folder }).some((path) => (statSync(join(folder, path)).size ?? 0) > 0),
    ended: new Promise((done) => child.once('exit', done)),
  }
}

/** Waits until something is so, or time is over. Gives whether it came to be. */
async function until(isSo: () => boolean | Promise<boolean>, longest: number): Promise<boolean> {
  const latest = performance.now() + longest
  while (performance.now() < latest) {
    // oxlint-disable-next-line no-await-in-loop -- asked again and again
    if (await isSo()) return true
    // oxlint-disable-next-line no-await-in-loop -- see above
    await wait(20)
  }
  return false
}

async function end({ child, folder, ended }: Started): Promise<number | null> {
  const killed = setTimeout(() => child.kill('SIGKILL'), 15_000)
  child.kill('SIGTERM')
  const code = await ended
  clearTimeout(killed)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return code
}

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), done(true))).once('error', () => done(false))
  })

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })

let failures = 0
function report(isFine: boolean, line: string): void {
  if (!isFine) failures += 1
  console.log(`${isFine ? '✓' : '✗'} ${line}`)
}

async function tryProperStart({ executable }: PackedApp): Promise<void> {
  const started = start(executable, ['--demo'])
  const isOpen = await until(started.hasDatabase, longestStart)
  const code = await end(started)
  report(isOpen && code === 0, `--demo: ${isOpen ? 'opens its database' : 'no database'}, ends with code ${code}`)
}

/** The signal on which Node would open its inspector. */
async function tryInspectorSignal({ executable }: PackedApp): Promise<void> {
  const started = start(executable, ['--demo'])
  await until(started.hasDatabase, longestStart)
  started.child.kill('SIGUSR1')
  const isAnswered = await until(() => answers(9229), watching)
  await end(started)
  report(!isAnswered, `the signal for an inspector: ${isAnswered ? 'a port answers' : 'no port answers'}`)
}

/** Starts with what is refused; a port is asked from the first moment to the last. */
async function tryRefused(
  { executable }: PackedApp,
  shownName: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  port?: number,
): Promise<void> {
  const started = start(executable, ['--demo', ...args], environment)
  const asked: boolean[] = []
  const asking = port === undefined ? undefined : setInterval(() => void answers(port).then((is) => asked.push(is)), 5)
  const isAnswered = await until(() => refusal.test(started.stderr()) || started.child.exitCode !== null, longestStart)
  // The box is on the screen now: nothing may come to be behind it.
  const isOpened = await until(started.hasDatabase, watching)
  const named = refusal.exec(started.stderr())?.[1] ?? 'nothing'
  const code = await end(started)
  clearInterval(asking)
  const answered = asked.filter(Boolean).length
  const isFine = isAnswered && named === shownName && !isOpened && answered === 0 && code === 1
  const ports = port === undefined ? '' : `, port asked ${asked.length} times, answered ${answered}`
  report(
    isFine,
    `${shownName}: refused by name ${named}, database ${isOpened ? 'opened' : 'not opened'}, code ${code}${ports}`,
  )
}

/** A copy of the app whose addon has one byte more. */
async function tryChangedAddon(packed: PackedApp): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'palpate-changed-'))
  const copy = join(folder, basename(packed.folder))
  cpSync(packed.folder, copy, { recursive: true })
  const [addon = ''] = globSync('**/app.asar.unpacked/**/*.node', { cwd: copy })
  appendFileSync(join(copy, addon), 'x')
  const started = start(join(copy, relative(packed.folder, packed.executable)), ['--demo'])
  const isOpened = await until(started.hasDatabase, 4 * watching)
  const isLoaded =
    process.platform === 'linux' &&
    spawnSync('grep', ['-q', 'better-sqlite3', `/proc/${started.child.pid}/maps`]).status === 0
  await end(started)
  report(
    !isOpened && !isLoaded,
    `a changed addon: ${isLoaded ? 'loaded' : 'not loaded'}, database ${isOpened ? 'opened' : 'not opened'}`,
  )
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

const refusedSwitches = [
  'remote-debugging-pipe',
  'inspect=0',
  'inspect-brk=0',
  'js-flags=--expose-gc',
  'load-extension=/tmp',
  'proxy-server=http://127.0.0.1:1',
  'host-resolver-rules=MAP * 127.0.0.1',
  'renderer-cmd-prefix=/bin/false',
  'gpu-launcher=/bin/false',
  'ssl-key-log-file=keys.log',
  'log-net-log=net.json',
  'disable-web-security',
  'enable-logging=stderr',
  'something-unknown',
]
const refusedVariables = ['ELECTRON_ENABLE_LOGGING', 'ELECTRON_LOG_FILE', 'ELECTRON_LOG_ASAR_READS', 'NODE_V8_COVERAGE']

async function run(packed: PackedApp): Promise<void> {
  await tryProperStart(packed)
  const port = await freePort()
  await tryRefused(packed, '--remote-debugging-port', [`--remote-debugging-port=${port}`], {}, port)
  if (isShort) return
  // Chromium reads past blanks around a switch.
  const between = await freePort()
  await tryRefused(packed, '--remote-debugging-port', [` --remote-debugging-port=${between}\t`], {}, between)
  if (process.platform !== 'win32') await tryInspectorSignal(packed)
  for (const given of refusedSwitches) {
    // oxlint-disable-next-line no-await-in-loop -- one app at a time
    await tryRefused(packed, `--${given.split('=')[0]}`, [`--${given}`])
  }
  for (const name of refusedVariables) {
    // oxlint-disable-next-line no-await-in-loop -- one app at a time
    await tryRefused(packed, name, [], { [name]: 'x' })
  }
  await tryChangedAddon(packed)
}

const packed = findPackedApp()
if (!packed) {
  console.error('there is no packed app in dist/: npm run package')
  process.exitCode = 1
} else if (!hasDisplay() && hasVirtualDisplay()) {
  const command = ['-a', process.execPath, import.meta.filename, ...process.argv.slice(2)]
  process.exitCode = spawnSync('xvfb-run', command, { stdio: 'inherit' }).status ?? 1
} else {
  await run(packed)
  console.log(failures === 0 ? 'all as it should be' : `${failures} not as it should be`)
  process.exitCode = failures === 0 ? 0 : 1
}
