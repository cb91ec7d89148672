// The copy of a database that can only be read: encrypted as the original, in a folder of the system's temporary place.
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { errnoOf } from '../fileErrors.ts'
import { logOf } from './file/log.ts'

const prefix = 'palpate-reading-'

/** A new folder for a copy, named after the process that uses it. */
export const makeReadingFolder = (): string => mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))

/** Somebody who writes all the time is not waited for: what does not fit together is found when the copy is opened. */
const mostTries = 5

/**
 * Copies a database and its log, both of one moment where another computer writes in them meanwhile.
 * @param copy a path in a folder of its own
 */
export function copyForReading(file: string, copy: string): void {
  for (let tries = 1; ; tries += 1) {
    const before = stateOf(file)
    rmSync(logOf(copy), { force: true })
    copyFileSync(file, copy)
    if (existsSync(logOf(file))) copyFileSync(logOf(file), logOf(copy))
    if (stateOf(file) === before || tries === mostTries) break
  }
  for (const name of readdirSync(dirname(copy))) chmodSync(join(dirname(copy), name), 0o600)
}

const stateOf = (file: string): string =>
  [file, logOf(file)]
    .map((name) => {
      const found = statSync(name, { bigint: true, throwIfNoEntry: false })
      return found === undefined ? 'none' : `${found.ino} ${found.size} ${found.mtimeNs}`
    })
    .join(' | ')

/** Whether a process runs; one of another user counts. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errnoOf(error) !== 'ESRCH'
  }
}

/** Removes the copies of processes that were killed before they could. What cannot be removed stays. */
export function removeForsakenCopies(): void {
  const forsaken = namesIn(tmpdir()).filter((name) => {
    const pid = new RegExp(`^${prefix}(\\d+)-`, 'u').exec(name)?.[1]
    return pid !== undefined && !isRunning(Number(pid))
  })
  for (const name of forsaken) {
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Somebody else's.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
