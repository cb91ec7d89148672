// A thread that works on a database over a connection of its own, so that nobody who saves waits for it.
import { Worker } from 'node:worker_threads'
import type { DatabaseLocation } from './openDatabase.ts'

/** What such a thread is given, beside what its own work needs. The key is the thread's own copy. */
export interface ThreadRequest {
  readonly location: { readonly file: string; readonly key: Uint8Array; readonly vaultId: string }
  /** One 32-bit number: 1 asks the thread to stop. */
  readonly stop: SharedArrayBuffer
}

/** How a thread is started. */
interface Starting<R extends ThreadRequest> {
  /** The built thread. */
  readonly threadFile: string | URL
  readonly location: DatabaseLocation
  /** The rest of its input. */
  readonly request: Omit<R, keyof ThreadRequest>
  /** Stops it: the thread ends after its current step. */
  readonly signal: AbortSignal
  /** Called when it was asked to stop, for whoever does not wait for its exit. */
  readonly onStop?: () => void
}

/**
 * Starts a thread. Its messages and its exit are the caller's; one that dies has no result, and exits.
 * The process does not wait for it.
 */
export function startDatabaseThread<R extends ThreadRequest>(starting: Starting<R>): Worker {
  const { threadFile, location, request, signal, onStop } = starting
  const { file, vaultId } = location
  const stop = new SharedArrayBuffer(4)
  const key = Uint8Array.from(location.key)
  const given: ThreadRequest = { location: { file, key, vaultId }, stop }
  const worker = new Worker(threadFile, { workerData: { ...request, ...given } })
  key.fill(0)
  worker.unref()
  worker.on('error', () => undefined)
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
    onStop?.()
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return worker
}
