// A verified copy of the open database, made in a thread with a connection of its own: nobody who saves waits for it.
import type { CopyProblem } from '#shared/contract/backups.ts'
import { runDatabaseThread } from '../../database/databaseThread.ts'
import type { DatabaseLocation } from '../../database/openDatabase.ts'

/** The thread's input. */
export interface CopyRequest {
  /** Where the copy is written, and nothing is yet; null when `location` is the copy already, and is only checked. */
  readonly target: string | null
}

/** What was found in a copy. */
export interface CopyContent {
  readonly generation: number
  /** The newest signature in it; 0 for none. */
  readonly sequence: number
  readonly fingerprint: string | null
  readonly clients: number
  readonly sessions: number
  /** Why it does not count as good; null when it does. */
  readonly problem: CopyProblem | null
}

export interface CopyProgress {
  readonly stage: 'copying' | 'checking'
  readonly done: number
  readonly total: number
}

/**
 * Makes and verifies the copy, or only verifies one.
 * @param threadFile the built thread
 * @param signal stops it: the thread ends after its current step and removes what it has made; nobody waits for that
 * @throws AppError what made the copy impossible, the signal's reason, or INTERNAL when the thread died
 */
export function copyInThread(
  threadFile: string | URL,
  { location, target }: { readonly location: DatabaseLocation; readonly target: string | null },
  report: (progress: CopyProgress) => void,
  signal: AbortSignal,
): Promise<CopyContent> {
  return runDatabaseThread<CopyRequest, CopyProgress, CopyContent>({
    threadFile,
    location,
    request: { target },
    report,
    signal,
    whenStopped: 'leave it',
  })
}
