// A verified copy of the open database, made in a thread with a connection of its own: nobody who saves waits for it.
import { Worker } from 'node:worker_threads'
import type { CopyProblem } from '#shared/contract/backups.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError } from '../../appError.ts'
import type { DatabaseLocation } from '../../database/openDatabase.ts'

/** The thread's input. The key is the thread's own copy. */
export interface CopyRequest {
  readonly location: { readonly file: string; readonly key: Uint8Array; readonly vaultId: string }
  /** Where the copy is written, and nothing is yet; null when `location` is the copy already, and is only checked. */
  readonly target: string | null
  /** One 32-bit number: 1 asks the thread to stop. */
  readonly stop: SharedArrayBuffer
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
  const stop = new SharedArrayBuffer(4)
  const key = Uint8Array.from(location.key)
  const workerData: CopyRequest = { location: { file: location.file, key, vaultId: location.vaultId }, target, stop }
  const worker = new Worker(threadFile, { workerData })
  key.fill(0)
  worker.unref()
  const { promise, resolve, reject } = Promise.withResolvers<CopyContent>()
  worker.on('message', (message: CopyMessage) => {
    if (message.kind === 'end') resolve(message.content)
    else if (message.kind === 'failed') reject(new AppError(message.code))
    else if (message.kind === 'progress' && !signal.aborted) report(message.progress)
  })
  // A thread that dies has no result; "exit" follows.
  worker.on('error', () => undefined)
  worker.on('exit', () => reject(new AppError('INTERNAL')))
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
    reject(new AppError('CANCELLED'))
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return promise
}
