// Why this start is not the first in its profile: another Palpate that runs, or an obstacle to Chromium's lock.
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  statSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import { errnoOf } from '../fileErrors.ts'
import { renameWithRetry } from '../renaming.ts'

export type LockProblem =
  /** It has come to the front. */
  | { readonly kind: 'other instance' }
  /** The lock's place holds a leftover, or a file copied with the profile: no process holds it. */
  | { readonly kind: 'leftover'; readonly what: 'file' | 'folder' | 'link' }
  /** The lock names another computer: this one under its former name, or one that shares the folder. */
  | { readonly kind: 'other computer'; readonly host: string }
  | { readonly kind: 'not a folder' }
  | { readonly kind: 'cannot be written' }
  | { readonly kind: 'no temporary files'; readonly folder: string }
  | { readonly kind: 'unknown' }

export interface LockSystem {
  readonly platform: NodeJS.Platform
  readonly hostname: string
  /** The folder for temporary files, in which Chromium keeps the lock's socket. */
  readonly temporary: string
  isRunning(processId: number): boolean
}

const lock = 'SingletonLock'
/** What Chromium stores beside the lock; all three are links while it runs. */
const names = [lock, 'SingletonSocket', 'SingletonCookie']
/** The same on Windows: one file, which only one process can have open. */
const windowsLock = 'lockfile'

/**
 * Finds out what kept Chromium from taking the lock of a profile.
 * @param profile absolute path of the folder
 */
export function lockProblem(profile: string, system: LockSystem): LockProblem {
  const folder = statOf(() => statSync(profile))
  if (folder && !folder.isDirectory()) return { kind: 'not a folder' }
  const found = system.platform === 'win32' ? windowsProblem(profile) : linkProblem(profile, system)
  // A lock that is held stays held; any other obstacle cannot be removed where nothing can be written.
  if (found?.kind === 'other instance') return found
  if (!canWrite(profile)) return { kind: 'cannot be written' }
  if (found) return found
  if (!canWrite(system.temporary)) return { kind: 'no temporary files', folder: system.temporary }
  return { kind: 'unknown' }
}

function linkProblem(profile: string, { hostname, isRunning }: LockSystem): LockProblem | null {
  const entry = statOf(() => lstatSync(join(profile, lock)))
  if (entry?.isSymbolicLink()) {
    const [, host = '', id = ''] = /^(.+)-(\d+)$/.exec(readlinkSync(join(profile, lock))) ?? []
    // A path: the link was copied, and no Palpate made it.
    const isMade = host !== '' && !/[/\\]/.test(host)
    if (isMade && host !== hostname) return { kind: 'other computer', host }
    if (isMade && isRunning(Number(id))) return { kind: 'other instance' }
    return { kind: 'leftover', what: 'link' }
  }
  const inTheWay = names.map((name) => statOf(() => lstatSync(join(profile, name)))).find(isNoLink)
  return inTheWay ? { kind: 'leftover', what: inTheWay.isDirectory() ? 'folder' : 'file' } : null
}

const isNoLink = (entry: Stats | null): entry is Stats => entry !== null && !entry.isSymbolicLink()

function windowsProblem(profile: string): LockProblem | null {
  const file = join(profile, windowsLock)
  const entry = statOf(() => lstatSync(file))
  if (!entry) return null
  if (entry.isDirectory()) return { kind: 'leftover', what: 'folder' }
  try {
    closeSync(openSync(file, 'r+'))
    return null
  } catch (error) {
    return errnoOf(error) === 'EBUSY' ? { kind: 'other instance' } : { kind: 'leftover', what: 'file' }
  }
}

/**
 * Removes what is in the lock's place. A folder with something in it is renamed.
 * @throws the system's error where it cannot be removed
 */
export function removeLock(profile: string, platform: NodeJS.Platform): void {
  for (const name of platform === 'win32' ? [windowsLock] : names) {
    const path = join(profile, name)
    const entry = statOf(() => lstatSync(path))
    if (entry?.isDirectory()) removeFolder(path)
    else if (entry) {
      if (!entry.isSymbolicLink()) chmodSync(path, 0o600)
      rmSync(path)
    }
  }
}

function removeFolder(path: string): void {
  try {
    rmdirSync(path)
  } catch {
    renameWithRetry(path, `${path} put aside ${Date.now()}`)
  }
}

function canWrite(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, 'palpate-')))
    return true
  } catch {
    return false
  }
}

/** Null where nothing is there. */
function statOf(read: () => Stats): Stats | null {
  try {
    return read()
  } catch {
    return null
  }
}
