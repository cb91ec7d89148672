// Main's side of the services' thread: asks it, and starts it again, locked, when it died.
import { Worker } from 'node:worker_threads'
import type { Result } from '#shared/contract/errors.ts'
import type { Answer, Request, ThreadData } from './messages.ts'

export interface ServiceThreadOptions {
  /** The built entry of the thread. */
  readonly workerFile: string | URL
  /** The vault's folder. */
  readonly folder: string
  /** Whether to make and open a vault of invented people. */
  readonly demo?: boolean
}

export interface ServiceThread {
  /** Asks for an operation with checked input. Never throws. INTERNAL when the thread dies over it. */
  call(channel: string, input: unknown): Promise<Result<unknown>>
  /** Closes the database and overwrites the key. */
  lock(): Promise<void>
  /** Closes the database and ends the thread for good. Everything asked afterwards is LOCKED. */
  close(): Promise<void>
}

interface Running {
  readonly worker: Worker
  readonly pending: Map<number, (result: Result<unknown>) => void>
  readonly ended: Promise<void>
}

/** Starts the thread. It starts again with the first call after it died. */
export function startServiceThread({ workerFile, folder, demo = false }: ServiceThreadOptions): ServiceThread {
  const workerData: ThreadData = { folder, demo }
  let isClosed = false
  let lastId = 0
  let running: Running | null = start()

  function start(): Running {
    const worker = new Worker(workerFile, { workerData })
    const pending: Running['pending'] = new Map()
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        if (running?.worker === worker) running = null
        for (const settle of pending.values()) settle({ ok: false, error: { code: 'INTERNAL' } })
        pending.clear()
        resolve()
      })
    })
    // Without a listener the error would end the whole app; "exit" follows it.
    worker.on('error', () => undefined)
    worker.on('message', ({ id, result }: Answer) => {
      pending.get(id)?.(result)
      pending.delete(id)
    })
    return { worker, pending, ended }
  }

  function send({ worker, pending }: Running, request: (id: number) => Request): Promise<Result<unknown>> {
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      pending.set(id, resolve)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
      worker.postMessage(request(id))
    })
  }

  return {
    async call(channel, input) {
      if (isClosed) return { ok: false, error: { code: 'LOCKED' } }
      running ??= start()
      return send(running, (id) => ({ id, channel, input }))
    },
    async lock() {
      // A thread that is not running holds no key.
      if (running !== null) await send(running, (id) => ({ id, command: 'lock' }))
    },
    async close() {
      isClosed = true
      if (running === null) return
      const { ended } = running
      void send(running, (id) => ({ id, command: 'close' }))
      await ended
    },
  }
}
