// The check of the whole database in its own thread, with its own connection: it blocks nobody.
import { runDatabaseThread } from '../databaseThread.ts'
import type { DatabaseLocation } from '../openDatabase.ts'

/** How many steps are done, and how many there are. */
export interface CheckProgress {
  readonly done: number
  readonly total: number
}

/**
 * Checks a whole database.
 * @param threadFile the built thread
 * @param signal stops it: the thread ends after its current step, and nobody waits for that
 * @returns what is wrong, nothing for a sound file; null for a check that was stopped, or died without a result
 */
export function checkInThread(
  threadFile: string | URL,
  location: DatabaseLocation,
  report: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  return runDatabaseThread<object, CheckProgress, readonly string[] | null>({
    threadFile,
    location,
    request: {},
    report: ({ done, total }) => report(done, total),
    signal,
    whenStopped: 'leave it',
  }).catch(() => null)
}
