// A thread that works on a database over a connection of its own, so that nobody who saves waits for it: both of its sides.
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError } from '../appError.ts'
import { fromFileError } from '../fileErrors.ts'
import type { DatabaseLocation } from './openDatabase.ts'
import { fromSqliteError } from './sqliteErrors.ts'

/** What such a thread is given, beside what its own work needs. The key is the thread's own copy. */
interface Given {
  readonly location: { readonly file: string; readonly key: Uint8Array; readonly vaultId: string }
  /** One 32-bit number: 1 asks the thread to stop. */
  readonly stop: SharedArrayBuffer
}

/** What it sends. One that was stopped ends without a word. */
type Message<Progress, Result> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'end'; readonly result: Result }
  | { readonly kind: 'failed'; readonly code: ErrorCode }

/** How a thread is started. */
interface Starting<Request, Progress> {
  /** The built thread. */
  readonly threadFile: string | URL
  readonly location: DatabaseLocation
  /** The rest of its input. */
  readonly request: Request
  readonly report: (progress: Progress) => void
  /** Stops it: the thread ends after its current step. */
  readonly signal: AbortSignal
  /** Whether whoever stops it waits until it writes no more. */
  readonly whenStopped: 'leave it' | 'wait for its end'
}

/**
 * Has a thread do its work, for which the process does not wait.
 * @throws AppError why the work was impossible; the signal's reason; INTERNAL when the thread died
 */
export function runDatabaseThread<Request extends object, Progress, Result>(
  starting: Starting<Request, Progress>,
): Promise<Result> {
  const { threadFile, location, request, report, signal, whenStopped } = starting
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const { file, vaultId } = location
  const stop = new SharedArrayBuffer(4)
  const key = Uint8Array.from(location.key)
  const given: Given = { location: { file, key, vaultId }, stop }
  const worker = new Worker(threadFile, { workerData: { ...request, ...given } })
  key.fill(0)
  worker.unref()
  const end = () => {
    Atomics.store(new Int32Array(stop), 0, 1)
    if (whenStopped === 'leave it') reject(signal.reason)
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  worker.on('message', (message: Message<Progress, Result>) => {
    if (message.kind === 'end') resolve(message.result)
    else if (message.kind === 'failed') reject(new AppError(message.code))
    else if (!signal.aborted) report(message.progress)
  })
  worker.on('error', () => undefined)
  worker.on('exit', () => reject(signal.aborted ? signal.reason : new AppError('INTERNAL')))
  return promise
}

/** The thread's side. */
export interface DatabaseThread<Request, Progress> {
  readonly request: Request
  readonly location: DatabaseLocation
  /** Whether it was asked to stop. */
  isStopped(): boolean
  report(progress: Progress): void
}

/** Thrown by work that was asked to stop, to leave it. */
export const stopped = new Error('stopped')

/**
 * Does the work of this thread, and overwrites its key afterwards.
 * @param clearUp called when the work did not come to its end, before anybody hears of that
 * @throws Error where it is not called in a thread
 */
export function inDatabaseThread<Request extends object, Progress, Result>(
  work: (thread: DatabaseThread<Request, Progress>) => Result,
  clearUp: (request: Request) => void = () => undefined,
): void {
  if (parentPort === null) throw new Error('this file is started as a worker thread')
  const port = parentPort
  const post = (message: Message<Progress, Result>) => port.postMessage(message)
  const { location, stop, ...request } = workerData as Given & Request
  const key = Buffer.from(location.key)
  const flag = new Int32Array(stop)
  const asked = request as unknown as Request
  try {
    const result = work({
      request: asked,
      location: { ...location, key },
      isStopped: () => Atomics.load(flag, 0) === 1,
      report: (progress) => post({ kind: 'progress', progress }),
    })
    post({ kind: 'end', result })
  } catch (error) {
    clearUp(asked)
    if (error !== stopped) post({ kind: 'failed', code: codeOf(error) })
  } finally {
    key.fill(0)
    location.key.fill(0)
  }
}

function codeOf(error: unknown): ErrorCode {
  const named = error instanceof AppError ? error : (fromSqliteError(error) ?? fromFileError(error))
  return named?.code ?? 'INTERNAL'
}
