// Salvage in a thread of its own: everybody else is answered meanwhile.
import { runDatabaseThread } from '../../database/databaseThread.ts'
import type { DatabaseLocation } from '../../database/openDatabase.ts'
import type { Head } from '../head.ts'

/** The thread's input, beside the location of the damaged database. */
export interface SalvageRequest {
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

/**
 * Salvages a database into a new one.
 * @param threadFile the built thread
 * @param signal stops it: the thread ends after its current step, which is waited for: its folder is removed next
 * @throws AppError DB_CORRUPT when nothing can be read, DB_FROM_FUTURE, what made writing impossible, the signal's reason, or
 * INTERNAL when the thread died
 */
export function salvageInThread(
  threadFile: string | URL,
  { location, ...request }: SalvageRequest & { readonly location: DatabaseLocation },
  report: (progress: SalvageProgress) => void,
  signal: AbortSignal,
): Promise<SalvagedFile> {
  return runDatabaseThread<SalvageRequest, SalvageProgress, SalvagedFile>({
    threadFile,
    location,
    request,
    report,
    signal,
    whenStopped: 'wait for its end',
  })
}
