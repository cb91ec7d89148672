// The check of the whole database in its own thread, with its own connection: it blocks nobody.
import { Worker } from 'node:worker_threads'
import type { DatabaseLocation } from '../openDatabase.ts'

/** The thread's input. The key is the thread's own copy. */
export interface CheckRequest {
  readonly location: { readonly file: string; readonly key: Uint8Array; readonly vaultId: string }
  /** One 32-bit number: 1 asks the thread to stop. */
  readonly stop: SharedArrayBuffer
}

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
  { file, key, vaultId }: DatabaseLocation,
  report: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const stop = new SharedArrayBuffer(4)
  const workerData: CheckRequest = { location: { file, key: Uint8Array.from(key), vaultId }, stop }
  const worker = new Worker(threadFile, { workerData })
  workerData.location.key.fill(0)
  worker.unref()
  const { promise, resolve } = Promise.withResolvers<readonly string[] | null>()
  worker.on('message', (message: CheckMessage) => {
    if (message.kind === 'end') resolve(message.problems)
    else if (!signal.aborted) report(message.done, message.total)
  })
  // A thread that dies has no result; "exit" follows.
  worker.on('error', () => undefined)
  worker.on('exit', () => resolve(null))
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
    resolve(null)
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return promise
}
