// Salvage in a thread of its own: everybody else is answered meanwhile.
import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError } from '../../appError.ts'
import { startDatabaseThread, type ThreadRequest } from '../../database/databaseThread.ts'
import type { DatabaseLocation } from '../../database/openDatabase.ts'
import type { Head } from '../head.ts'

/** The thread's input, with the location of the damaged database. */
export interface SalvageRequest extends ThreadRequest {
  /** Where the new one is written, and nothing is yet. */
  readonly target: string
  /** Instant, UTC; minutes east of UTC; and the name of the folder that the damaged vault will have. */
  readonly moment: { readonly madeAt: string; readonly madeOffset: number; readonly setAside: string }
  /** What is known of the vault's newest state: its generation and its newest signature; 0 for unknown. */
  readonly known: { readonly generation: number; readonly sequence: number }
}

/** The new database, closed. */
export type SalvagedFile = Omit<Head, 'committedBytes' | 'checkedAt' | 'committedAt'>

export interface SalvageProgress {
  readonly stage: 'reading' | 'completing' | 'checking'
  readonly done: number
  readonly total: number
}

export type SalvageMessage =
  | { readonly kind: 'progress'; readonly progress: SalvageProgress }
  | { readonly kind: 'end'; readonly made: SalvagedFile }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'stopped' }

/**
 * Salvages a database into a new one.
 * @param threadFile the built thread
 * @param signal stops it: the thread ends after its current step, and nobody waits for that
 * @throws AppError DB_CORRUPT when nothing can be read, DB_FROM_FUTURE, what made writing impossible, the signal's reason, or
 * INTERNAL when the thread died
 */
export function salvageInThread(
  threadFile: string | URL,
  { location, ...request }: Omit<SalvageRequest, keyof ThreadRequest> & { readonly location: DatabaseLocation },
  report: (progress: SalvageProgress) => void,
  signal: AbortSignal,
): Promise<SalvagedFile> {
  const { promise, resolve, reject } = Promise.withResolvers<SalvagedFile>()
  const worker = startDatabaseThread<SalvageRequest>({ threadFile, location, request, signal })
  worker.on('message', (message: SalvageMessage) => {
    if (message.kind === 'end') resolve(message.made)
    else if (message.kind === 'failed') reject(new AppError(message.code))
    else if (message.kind === 'progress' && !signal.aborted) report(message.progress)
  })
  // Whoever stops it waits until it writes no more: its folder is removed next.
  worker.on('exit', () => reject(signal.aborted ? (signal.reason as AppError) : new AppError('INTERNAL')))
  return promise
}
