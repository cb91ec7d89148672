// Starts the built app in real Electron.
import { spawn, type ChildProcess } from 'node:child_process'
import { _electron, errors, type ElectronApplication } from '@playwright/test'
import { findElectron, projectRoot, sandboxSwitches } from '../../scripts/runtimes.ts'
import {
  answerOpenDialogs,
  answerSaveDialogs,
  ended,
  endedWell,
  environmentIn,
  inBritain,
  type ElectronModule,
  type LaunchOptions,
  type PalpateApp,
} from './palpateApp.ts'

function commandLine({ userData, args }: LaunchOptions): { executablePath: string; args: string[] } {
  const executablePath = findElectron()
  if (!executablePath) throw new Error('no Electron on this machine')
  return { executablePath, args: [...sandboxSwitches, projectRoot, `--user-data-dir=${userData}`, ...inBritain(args)] }
}

/** Starts Electron as a person would, without anybody looking on. */
export function startElectron(options: LaunchOptions, environment: NodeJS.ProcessEnv = {}): ChildProcess {
  const { executablePath, args } = commandLine(options)
  return spawn(executablePath, args, { stdio: 'ignore', env: { ...environmentIn(options), ...environment } })
}

/** Keeps the URLs of requests that ended or were refused; runs in the main process. */
function watchRequests({ session }: ElectronModule): void {
  const urls: string[] = []
  Object.assign(globalThis, { requestedUrls: urls })
  const keep = ({ url }: { url: string }) => void urls.push(url)
  session.defaultSession.webRequest.onCompleted(keep)
  session.defaultSession.webRequest.onErrorOccurred(keep)
}

/** A start takes one to five seconds, also on a busy machine. */
const longestAttach = 20_000

/**
 * Starts Electron and attaches to its debugger. Chromium leaves one connection in a hundred unanswered when it comes in
 * the moment in which the port is opened; the app is up and its window is drawn then. Such a start is done once more.
 */
async function attached(options: LaunchOptions): Promise<ElectronApplication> {
  // Playwright leaves the sandbox out unless it is asked to keep it.
  const chromiumSandbox = sandboxSwitches.length === 0
  const start = () =>
    _electron.launch({
      ...commandLine(options),
      cwd: projectRoot,
      chromiumSandbox,
      timeout: longestAttach,
      env: environmentIn(options) as Record<string, string>,
    })
  try {
    return await start()
  } catch (error) {
    if (error instanceof errors.TimeoutError) return start()
    throw error
  }
}

export async function launchElectron(options: LaunchOptions): Promise<PalpateApp> {
  const app = await attached(options)
  await app.evaluate(watchRequests as never)
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  const child = app.process()

  const evaluate = (run: (electron: ElectronModule, arg: never) => unknown, arg?: unknown) =>
    app.evaluate(run as never, arg as never)
  return {
    runtime: 'electron',
    page,
    async nextWindow(open) {
      const [next] = await Promise.all([app.waitForEvent('window'), open()])
      await next.waitForLoadState('load')
      return next
    },
    userData: options.userData,
    evaluate: evaluate as PalpateApp['evaluate'],
    nextOpenPath: async (path) => void (await evaluate(answerOpenDialogs, path)),
    nextSavePath: async (path) => void (await evaluate(answerSaveDialogs, path)),
    async requests() {
      const watched = await app.evaluate(() => (globalThis as unknown as { requestedUrls: string[] }).requestedUrls)
      const loaded = await page.evaluate(() => performance.getEntries().map((entry) => entry.name))
      return [...watched, ...loaded.filter((name) => name.includes(':'))]
    },
    async close() {
      await app.close()
      await endedWell(child)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
  }
}
