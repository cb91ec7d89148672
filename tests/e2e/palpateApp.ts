// The running app as a spec sees it, whichever way it runs.
import type { ChildProcess } from 'node:child_process'
import type { Page } from '@playwright/test'

/**
 * The tag of a journey in which nothing is Electron's own, and whose like is tried on Electron too: files, services and
 * screens are the same on the host, where it is tried.
 */
export const sameOnBoth = '@same-on-both'

export type Runtime = 'host' | 'electron'
export type ElectronModule = typeof import('electron')

export interface PalpateApp {
  readonly runtime: Runtime
  /** The first window's page. */
  readonly page: Page
  /** Does what opens another window, and gives that window's page when it is loaded. */
  nextWindow(open: () => Promise<unknown>): Promise<Page>
  /** The folder of all the app's data. */
  readonly userData: string
  /**
   * Runs a function in the main process. It travels as text, so it sees its two arguments and nothing else.
   * What it returns must be plain data.
   */
  evaluate<R, A = undefined>(run: (electron: ElectronModule, arg: A) => R | Promise<R>, arg?: A): Promise<R>
  /** Answers the next and every later "save as" dialog with this path; null answers "cancel". */
  nextSavePath(path: string | null): Promise<void>
  /** The same for every "open" dialog. */
  nextOpenPath(path: string | null): Promise<void>
  /** Every URL that the app asked for so far, as main knows them. */
  requests(): Promise<string[]>
  /** Quits as a person would, and waits until the process has ended. */
  close(): Promise<void>
  /** Kills the main process with SIGKILL, and waits until it is gone. */
  kill(): Promise<void>
}

/** The region of a test's computer, whatever that of the machine is: it decides how dates are shown. */
export const inBritain = (args: readonly string[]): readonly string[] =>
  args.some((arg) => arg.startsWith('--lang=')) ? args : ['--lang=en-GB', ...args]

export interface LaunchOptions {
  readonly userData: string
  readonly args: readonly string[]
  /** The zone of the computer that it runs on, such as "Asia/Tokyo"; left out: this one's. */
  readonly timeZone?: string
}

/** The environment of a computer in a zone. */
export const environmentIn = ({ timeZone }: Pick<LaunchOptions, 'timeZone'>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(timeZone !== undefined && { TZ: timeZone }),
})

/** Resolves with the exit code when the process has ended, at once when it has already. */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', resolve))
}

/** The same for an app that was asked to quit: anything but an orderly end is an error. */
export async function endedWell(child: ChildProcess): Promise<void> {
  const code = await ended(child)
  if (code !== 0) throw new Error(`the app ended with code ${code}`)
}

/** Answers every "save as" dialog from now on; runs in the main process of either runtime. */
export function answerSaveDialogs({ dialog }: ElectronModule, path: string | null): void {
  dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' })
}

/** Answers every "open" dialog from now on; runs in the main process of either runtime. */
export function answerOpenDialogs({ dialog }: ElectronModule, path: string | null): void {
  dialog.showOpenDialog = async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] })
}
