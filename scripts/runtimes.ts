// Finds what can run the built app on this machine: an Electron binary, a Chromium, a display.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

/** The project's own folder, absolute. */
export const projectRoot = resolve(import.meta.dirname, '..')

/**
 * With `PALPATE_BARE=1` the tools treat this machine as one that has neither Electron nor a browser of its own, so that
 * this case can be tried on any other.
 */
const isTakenForBare = Boolean(process.env['PALPATE_BARE'])

const electronFile = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}[process.platform as string]

/**
 * The Electron executable that is on this machine already, or null. It never downloads anything.
 * `ELECTRON_OVERRIDE_DIST_PATH` goes first, as in the electron package itself.
 */
export function findElectron(): string | null {
  if (isTakenForBare) return null
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const dist = override ?? join(projectRoot, 'node_modules/electron/dist')
  const executable = join(dist, electronFile ?? 'electron')
  if (!existsSync(executable)) return null
  const hasOwnDefaultApp = override !== undefined && existsSync(join(dist, 'resources/app'))
  return hasOwnDefaultApp ? join(projectRoot, 'scripts/electron/run.sh') : executable
}

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
    folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [],
  ),
]

/**
 * A Chromium (or a browser made from it) on this machine that can open windows, or null. `CHROMIUM_PATH` goes first,
 * Playwright's own last.
 */
export function findChromium(): string | null {
  if (isTakenForBare) return null
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => chromiumNames.map((name) => join(folder, name)))
  const candidates = [process.env['CHROMIUM_PATH'], ...chromiumPlaces, ...onPath, chromium.executablePath()]
  return candidates.find((path) => path && existsSync(path)) ?? null
}

/** The path of the Chromium that {@link findHeadlessChromium} falls back on, once `bringChromium` has installed it. */
export const broughtChromium = join(projectRoot, 'node_modules/.cache/palpate-chromium')

/**
 * The browser for pages that nobody watches: the headless build of Chromium if there is one, which starts
 * in a third of the time, otherwise the same as {@link findChromium}, otherwise the one installed by npm; or null.
 */
export function findHeadlessChromium(): string | null {
  const shells = ['/usr/bin/chromium-headless-shell', '/usr/lib/chromium/chromium-headless-shell']
  const shell = process.env['CHROMIUM_PATH'] || isTakenForBare ? undefined : shells.find((path) => existsSync(path))
  const brought = join(broughtChromium, 'run.sh')
  return shell ?? findChromium() ?? (existsSync(brought) ? brought : null)
}

/** Whether a window can be shown. Only Linux can be without a display. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** Whether a virtual display is available for one command. */
export function hasVirtualDisplay(): boolean {
  return process.platform === 'linux' && spawnSync('which', ['xvfb-run'], { stdio: 'ignore' }).status === 0
}

/** Electron's and Chromium's sandbox refuses to run as root, so only there it is left out. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Name and version of the app as its manifest gives them. */
export function manifest(): { name: string; productName: string; version: string } {
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
}
