// Salvage in a thread of its own: everybody else is answered meanwhile.
import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError } from '../../appError.ts'
import type { DatabaseLocation } from '../../database/openDatabase.ts'
import type { Head } from '../head.ts'

/** The thread's input. The key is the thread's own copy. */
export interface SalvageRequest {
  /** The damaged database. */
  readonly location: { readonly file: string; readonly key: Uint8Array; readonly vaultId: string }
  /** Where the new one is written, and nothing is yet. */
  readonly target: string
  /** Instant, UTC; minutes east of UTC; and the name of the folder that the damaged vault will have. */
  readonly moment: { readonly madeAt: string; readonly madeOffset: number; readonly setAside: string }
  /** What is known of the vault's newest state: its generation and its newest signature; 0 for unknown. */
  readonly known: { readonly generation: number; readonly sequence: number }
  /** One 32-bit number: 1 asks the thread to stop. */
  readonly stop: SharedArrayBuffer
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
  { location, ...request }: Omit<SalvageRequest, 'stop' | 'location'> & { readonly location: DatabaseLocation },
  report: (progress: SalvageProgress) => void,
  signal: AbortSignal,
): Promise<SalvagedFile> {
  const stop = new SharedArrayBuffer(4)
  const key = Uint8Array.from(location.key)
  const workerData: SalvageRequest = {
    ...request,
    location: { file: location.file, key, vaultId: location.vaultId },
    stop,
  }
  const worker = new Worker(threadFile, { workerData })
  key.fill(0)
  worker.unref()
  const { promise, resolve, reject } = Promise.withResolvers<SalvagedFile>()
  worker.on('message', (message: SalvageMessage) => {
    if (message.kind === 'end') resolve(message.made)
    else if (message.kind === 'failed') reject(new AppError(message.code))
    else if (message.kind === 'progress' && !signal.aborted) report(message.progress)
  })
  // A thread that dies has no result; "exit" follows.
  worker.on('error', () => undefined)
  worker.on('exit', () => reject(new AppError('INTERNAL')))
  // Whoever stops it waits until it writes no more: its folder is removed next.
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
    worker.once('exit', () => reject(signal.reason as AppError))
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return promise
}
