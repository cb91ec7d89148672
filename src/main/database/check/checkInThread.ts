// The check of the whole database in its own thread, with its own connection: it blocks nobody.
import { startDatabaseThread } from '../databaseThread.ts'
import type { DatabaseLocation } from '../openDatabase.ts'

export type CheckMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Null for a check that was stopped. */
  | { readonly kind: 'end'; readonly problems: readonly string[] | null }

/**
 * Checks a whole database.
 * @param threadFile the built thread
 * @param report receives how many steps are done, and how many there are
 * @param signal stops it: the thread ends after its current step, and nobody waits for that
 * @returns what is wrong, nothing for a sound file; null for a check that was stopped, or died without a result
 */
export function checkInThread(
  threadFile: string | URL,
  location: DatabaseLocation,
  report: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const { promise, resolve } = Promise.withResolvers<readonly string[] | null>()
  const worker = startDatabaseThread({ threadFile, location, request: {}, signal, onStop: () => resolve(null) })
  worker.on('message', (message: CheckMessage) => {
    if (message.kind === 'end') resolve(message.problems)
    else if (!signal.aborted) report(message.done, message.total)
  })
  worker.on('exit', () => resolve(null))
  return promise
}
