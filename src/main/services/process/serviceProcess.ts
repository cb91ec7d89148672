// Main's side of the services' process: starts it, calls it, ends it with every lock, and restarts it when it died.
import type { EventName } from '#shared/contract/events.ts'
import type { JobKind } from '#shared/contract/jobs.ts'
import type { ErrorCode, Result } from '#shared/contract/errors.ts'
import type { SealedRequest } from '#shared/contract/sealing.ts'
import type { BackupFolder, FromServices, PageAnswer, PageId, Rescue, FailureReport, ToServices } from './messages.ts'

/** A process that was started. */
export interface RunningProcess {
  post(message: ToServices): void
  /** Ends it without asking. */
  kill(): void
}
/** Starts the process of the services. `onExit` is called once, also when it could not be started. */
export type Spawn = (onMessage: (message: FromServices) => void, onExit: () => void) => RunningProcess

export interface ServiceProcessOptions {
  readonly spawn: Spawn
  /** Receives the services' events. */
  readonly onEvent?: (event: EventName, payload: unknown) => void
  /** Receives reports of bugs in the process. */
  readonly onMistake?: (failure: FailureReport) => void
  /** The process ended unexpectedly. @param operation the call that it had been working on for longest, if any */
  readonly onDied?: (operation: string | null) => void
  /** The process has ended, expected or not, and with it all that it had begun. */
  readonly onEnded?: () => void
  /** How long a process may take to close its database, in milliseconds. SQLite recovers from its log after a kill. */
  readonly longestClose?: number
}

export interface ServiceProcess {
  /** Runs an operation for main itself, with validated input. Never throws. INTERNAL when the process dies over it. */
  call(channel: string, input: unknown): Promise<Result<unknown>>
  /** Forwards what a page has sealed. Never throws. */
  callSealed(page: PageId, channel: string, request: SealedRequest): Promise<PageAnswer>
  /** Forwards a page's public key to the services, and theirs back. */
  agree(page: PageId, publicKey: Uint8Array): Promise<Result<unknown>>
  /** Ends the job of a kind for everybody, if one runs there. */
  cancelJob(kind: JobKind): void
  /** A page no longer wants the job of a kind. */
  leaveJob(page: PageId, kind: JobKind): void
  /** Runs a step of a rescue copy. Never throws. */
  rescue(step: Rescue['rescue']): Promise<Result<unknown>>
  /** A step with a folder or file that somebody chose; see {@link BackupFolder}. Never throws. */
  backupPlace(step: BackupFolder['backupPlace']): Promise<Result<unknown>>
  /** The page is gone, and with it what it has asked for. */
  forget(page: PageId): void
  /** Closes the database and ends the process: its memory goes back to the system. A new one, locked, is started. */
  lock(): Promise<void>
  /** The same for good. Everything called afterwards is LOCKED. */
  close(): Promise<void>
}

interface Pending {
  readonly operation: string | null
  readonly settle: Settle
}
type Settle = (answer: { readonly result: Result<unknown> } | { readonly answer: PageAnswer }) => void

interface Running {
  readonly process: RunningProcess
  readonly pending: Map<number, Pending>
  readonly ended: Promise<void>
  /** It is closing: every call still open is answered LOCKED. */
  isClosing: boolean
}

const failed = (code: ErrorCode) => {
  const result: Result<never> = { ok: false, error: { code } }
  return { result, answer: { code, isOpen: false, reply: result } }
}

/** Starts the services. They restart with the first call after they died. */
export function startServiceProcess(options: ServiceProcessOptions): ServiceProcess {
  const { spawn, onEvent, onMistake, onDied, onEnded, longestClose = 10_000 } = options
  let isClosed = false
  let lastId = 0
  let ending: Promise<void> | null = null
  let running: Running | null = start()

  function start(): Running {
    const pending: Running['pending'] = new Map()
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const started: Running = {
      pending,
      ended,
      isClosing: false,
      process: spawn(
        (message) => {
          if ('event' in message) return onEvent?.(message.event, message.payload)
          if ('failure' in message) return onMistake?.(message.failure)
          pending.get(message.id)?.settle(message)
          pending.delete(message.id)
        },
        () => {
          if (running === started) running = null
          if (!started.isClosing) onDied?.(pending.values().next().value?.operation ?? null)
          for (const { settle } of pending.values()) settle(failed(started.isClosing ? 'LOCKED' : 'INTERNAL'))
          pending.clear()
          onEnded?.()
          resolve()
        },
      ),
    }
    return started
  }

  async function send(message: (id: number) => ToServices): Promise<Parameters<Settle>[0]> {
    // Calls that come while a process ends go to the next one.
    if (ending !== null) {
      await ending
      return send(message)
    }
    if (isClosed) return failed('LOCKED')
    running ??= start()
    const { pending, process } = running
    lastId += 1
    const id = lastId
    return new Promise((settle) => {
      const asking = message(id)
      pending.set(id, { operation: 'channel' in asking ? asking.channel : null, settle })
      process.post(asking)
    })
  }

  async function asked(message: (id: number) => ToServices): Promise<Result<unknown>> {
    const answer = await send(message)
    return 'result' in answer ? answer.result : failed('INTERNAL').result
  }

  /** Lets the process answer earlier calls, close the database and exit; bounded in time. */
  async function end(): Promise<void> {
    const last = running
    if (last === null) return
    last.isClosing = true
    last.process.post({ command: 'close' })
    const timer = setTimeout(() => last.process.kill(), longestClose)
    await last.ended
    clearTimeout(timer)
  }

  function endOnce(then: () => void): Promise<void> {
    ending ??= end().then(() => {
      ending = null
      then()
    })
    return ending
  }

  return {
    call: (channel, input) => asked((id) => ({ id, channel, input })),
    async callSealed(page, channel, request) {
      const answer = await send((id) => ({ id, page, channel, request }))
      return 'answer' in answer ? answer.answer : failed('INTERNAL').answer
    },
    agree: (page, publicKey) => asked((id) => ({ id, page, publicKey })),
    rescue: (step) => asked((id) => ({ id, rescue: step })),
    backupPlace: (step) => asked((id) => ({ id, backupPlace: step })),
    cancelJob: (kind) => running?.process.post({ cancelJob: kind }),
    leaveJob: (page, kind) => running?.process.post({ leaveJob: kind, page }),
    forget: (page) => running?.process.post({ forget: page }),
    lock: () =>
      endOnce(() => {
        if (!isClosed) running = start()
      }),
    async close() {
      isClosed = true
      await endOnce(() => undefined)
    },
  }
}
