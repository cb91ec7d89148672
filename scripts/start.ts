// Starts the app: `npm start [-- --demo]`. Builds it when needed; takes Electron, or else Chromium through the host.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, findElectron, hasDisplay, projectRoot, sandboxSwitches } from './runtimes.ts'

/** How long the download of Electron (about 110 MB) may take. */
const longestDownload = 5 * 60_000
const shell = process.platform === 'win32'

function run(file: string, args: readonly string[]): boolean {
  return spawnSync(file, args, { cwd: projectRoot, stdio: 'inherit', shell }).status === 0
}

const changedAt = (file: string) => statSync(join(projectRoot, file)).mtimeMs

function isBuilt(): boolean {
  const built = ['out/main/index.js', 'out/main/serviceProcess.js', 'out/preload/index.cjs', 'out/renderer/index.html']
  if (!built.every((file) => existsSync(join(projectRoot, file)))) return false
  const sources = globSync('{src,resources}/**/*.*', { cwd: projectRoot })
  const newest = Math.max(...[...sources, 'electron.vite.config.ts', 'package.json'].map(changedAt))
  return newest <= Math.min(...built.map(changedAt))
}

/** Electron, downloaded by its own package when it isn't there yet; null if that fails. */
function electron(): string | null {
  const found = findElectron()
  if (found) return found
  console.log('Electron is not on this machine yet: downloading it once (about 110 MB).')
  // An error is reported in one line of our own below.
  const stdio = ['ignore', 'inherit', 'ignore'] as const
  spawnSync('install-electron', { cwd: projectRoot, stdio: [...stdio], shell, timeout: longestDownload })
  return findElectron()
}

/** Without a display: says so, and runs the tour, which shows the app in pictures. */
function walkThrough(): boolean {
  console.log('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.')
  console.log('Instead the app walks through a day by itself, on a made-up practice, and takes pictures:')
  return run('node', ['scripts/tour.ts'])
}

/** Runs the app. Returns whether it started and ended well. */
function start(args: readonly string[]): boolean {
  if (!hasDisplay()) return walkThrough()
  const executable = electron()
  if (executable) return run(executable, [...sandboxSwitches, projectRoot, ...args])
  if (!findChromium()) {
    console.error(
      'Electron cannot be downloaded, and there is no Chromium or Chrome on this machine to take its place.',
    )
    console.error('Install one of them, or name its executable in CHROMIUM_PATH.')
    return false
  }
  console.log('Electron cannot be downloaded here, so the same build opens in Chromium.')
  return run('node', ['tests/host/run.ts', '--headed', ...args])
}

const canRun = isBuilt() || run('npm', ['run', '--silent', 'build'])
process.exitCode = canRun && start(process.argv.slice(2)) ? 0 : 1
