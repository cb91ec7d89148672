// The copy of a database that can only be read: encrypted as the original, in a folder of the system's temporary place.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errnoOf } from '../fileErrors.ts'

const prefix = 'palpate-reading-'

/** A new folder for a copy, named after the process that uses it. */
export const makeReadingFolder = (): string => mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))

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
