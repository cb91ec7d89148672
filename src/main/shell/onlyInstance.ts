// One Palpate for each profile: a second start activates the first; one that is refused for another reason shows why.
import { realpathSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { app, dialog } from 'electron'
import { errnoOf } from '#main/fileErrors.ts'
import { isDemo } from './demo.ts'
import { lockProblem, removeLock, type LockProblem } from './profileLock.ts'
import { lockWords } from './lockWords.ts'

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // A process of another user is running all the same.
    return errnoOf(error) === 'EPERM'
  }
}

/**
 * Makes sure that this is the only Palpate with its profile. Another one comes to the front, and this one ends; any
 * other obstacle is shown in a message, which offers to remove it.
 * @returns false when the app is about to end
 */
export async function isOnlyInstance(): Promise<boolean> {
  const profile = chosenProfile() ?? app.getPath('userData')
  const system = { platform: process.platform, hostname: hostname(), temporary: tmpdir(), isRunning }
  // Chromium silently uses the usual folder where the requested one cannot be used.
  while (!isUsed(profile) || !app.requestSingleInstanceLock()) {
    const problem = lockProblem(profile, system)
    if (problem.kind === 'other instance') {
      app.exit(0)
      return false
    }
    // A dialog can be shown only when the app is ready.
    await app.whenReady()
    const isMended = await isGoneOn(problem, profile)
    // In another folder than the requested one the app cannot go on: only a new start reads it again.
    if (isMended && !isUsed(profile)) app.relaunch()
    if (!isMended || !isUsed(profile)) {
      app.exit(1)
      return false
    }
  }
  return true
}

/** The folder that this start requests; undefined for the usual one. */
function chosenProfile(): string | undefined {
  const chosen = app.commandLine.getSwitchValue('user-data-dir')
  return chosen === '' || isDemo() ? undefined : resolve(chosen)
}

const isUsed = (profile: string): boolean => realOf(profile) === realOf(app.getPath('userData'))

function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Shows what is in the way; false when the app is to end. */
async function isGoneOn(problem: Exclude<LockProblem, { kind: 'other instance' }>, profile: string): Promise<boolean> {
  const { message, detail, wayOn, removes } = lockWords(problem, profile)
  console.error(`${message} ${detail}`)
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Palpate',
    message,
    detail,
    buttons: ['Quit', wayOn],
    defaultId: problem.kind === 'leftover' ? 1 : 0,
    cancelId: 0,
  })
  if (response !== 1) return false
  if (removes) {
    try {
      removeLock(profile, process.platform)
    } catch (error) {
      dialog.showErrorBox('Palpate', `It could not be removed (${codeOf(error)}). Remove it yourself, in ${profile}`)
    }
  }
  return true
}

const codeOf = (error: unknown): string => errnoOf(error) ?? 'unknown'

/** Shows that the start failed, instead of leaving a process without a window. */
export function showFailedStart(error: unknown): void {
  const profile = app.getPath('userData')
  console.error(`Palpate could not start: ${codeOf(error)}`)
  dialog.showErrorBox(
    'Palpate could not start',
    `Your records were not touched. The reason: ${codeOf(error)}. Palpate keeps its data in ${profile}: look whether this folder can be read and written, then start again.`,
  )
  app.exit(1)
}
