// A verified copy of the open database, made in a thread with a connection of its own: nobody who saves waits for it.
import type { CopyProblem } from '#shared/contract/backups.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError } from '../../appError.ts'
import { startDatabaseThread, type ThreadRequest } from '../../database/databaseThread.ts'
import type { DatabaseLocation } from '../../database/openDatabase.ts'

/** The thread's input. */
export interface CopyRequest extends ThreadRequest {
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

export type CopyMessage =
  | { readonly kind: 'progress'; readonly progress: CopyProgress }
  | { readonly kind: 'end'; readonly content: CopyContent }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'stopped' }

/**
 * Makes and verifies the copy, or only verifies one.
 * @param threadFile the built thread
 * @param signal stops it: the thread ends after its current step and removes what it has made; nobody waits for that
 * @throws AppError what made the copy impossible, CANCELLED, or INTERNAL when the thread died
 */
export function copyInThread(
  threadFile: string | URL,
  { location, target }: { readonly location: DatabaseLocation; readonly target: string | null },
  report: (progress: CopyProgress) => void,
  signal: AbortSignal,
): Promise<CopyContent> {
  const { promise, resolve, reject } = Promise.withResolvers<CopyContent>()
  const worker = startDatabaseThread<CopyRequest>({
    threadFile,
    location,
    request: { target },
    signal,
    onStop: () => reject(new AppError('CANCELLED')),
  })
  worker.on('message', (message: CopyMessage) => {
    if (message.kind === 'end') resolve(message.content)
    else if (message.kind === 'failed') reject(new AppError(message.code))
    else if (message.kind === 'progress' && !signal.aborted) report(message.progress)
  })
  worker.on('exit', () => reject(new AppError('INTERNAL')))
  return promise
}
