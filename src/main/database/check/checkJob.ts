// The check of the whole database as a job: started, watched, stopped; its end is told once.
import { Worker } from 'node:worker_threads'
import type { DatabaseLocation } from '../openDatabase.ts'

/** What the thread is started with. The key is the thread's own copy. */
export interface CheckRequest {
  readonly location: { readonly file: string; readonly key: Uint8Array; readonly vaultId: string }
  /** One 32-bit number: 1 asks the thread to stop. */
  readonly stop: SharedArrayBuffer
}

export type CheckMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** Null for a check that was stopped. */
  | { readonly kind: 'end'; readonly problems: readonly string[] | null }

export interface CheckJob {
  readonly isRunning: boolean
  /** Steps done and in all, while it runs; null otherwise. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** Begins, unless it runs already. */
  start(location: DatabaseLocation): void
  /** Asks it to stop, within the step that it is in. It then ends without a result. */
  stop(): void
}

/**
 * @param threadFile the built thread
 * @param ended hears what is wrong, nothing for a sound file; not called for a check that was stopped or died
 */
export function makeCheckJob(threadFile: string | URL, ended: (problems: readonly string[]) => void): CheckJob {
  let running: { worker: Worker; stop: Int32Array; progress: { done: number; total: number } } | null = null

  return {
    get isRunning() {
      return running !== null
    },
    get progress() {
      return running?.progress ?? null
    },
    start({ file, key, vaultId }) {
      if (running !== null) return
      const stop = new SharedArrayBuffer(4)
      const workerData: CheckRequest = { location: { file, key: Uint8Array.from(key), vaultId }, stop }
      const worker = new Worker(threadFile, { workerData })
      workerData.location.key.fill(0)
      const mine = { worker, stop: new Int32Array(stop), progress: { done: 0, total: 1 } }
      running = mine
      worker.unref()
      worker.on('message', (message: CheckMessage) => {
        if (message.kind === 'progress') mine.progress = { done: message.done, total: message.total }
        else if (message.problems !== null && Atomics.load(mine.stop, 0) === 0) ended(message.problems)
      })
      // A thread that dies has found nothing out; "exit" follows.
      worker.on('error', () => undefined)
      worker.on('exit', () => {
        if (running === mine) running = null
      })
    },
    stop() {
      if (running === null) return
      Atomics.store(running.stop, 0, 1)
      running = null
    },
  }
}
