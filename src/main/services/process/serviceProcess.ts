// Main's side of the services' process: starts it, asks it, ends it with every lock, and starts it again when it died.
import type { EventName } from '#shared/contract/channels.ts'
import type { ErrorCode, Result } from '#shared/contract/errors.ts'
import type { Connect, FromServices, PageNotice, Rescue, ToServices, Writers } from './messages.ts'

/** A process that was started. `Port` is one end of a channel whose other end a page has. */
export interface RunningProcess<Port> {
  post(message: ToServices, ports?: Port[]): void
  /** Ends it without asking. */
  kill(): void
}
/** Starts the process of the services. `onExit` is called once, also when it could not be started. */
export type Spawn<Port> = (onMessage: (message: FromServices) => void, onExit: () => void) => RunningProcess<Port>

export interface ServiceProcessOptions<Port> {
  readonly spawn: Spawn<Port>
  /** Hears what the services tell without being asked. */
  readonly onEvent?: (event: EventName, payload: unknown) => void
  /** Hears what pages have asked, without a text. */
  readonly onNotice?: (notice: PageNotice) => void
  /** How long a process may take to close its database, in milliseconds. SQLite recovers from its log after a kill. */
  readonly longestClose?: number
}

export interface ServiceProcess<Port> {
  /** Asks for an operation for main itself, with checked input. Never throws. INTERNAL when the process dies over it. */
  call(channel: string, input: unknown): Promise<Result<unknown>>
  /** Connects a page over its port, once no process is just ending. @returns false when there are no services any more */
  connect(page: Connect, port: Port): Promise<boolean>
  /** Says which page writes in which session; resolves when nobody else does. Never throws. */
  setWriters(writers: Writers): Promise<void>
  /** Has a step of a rescue copy made. Never throws. */
  rescue(step: Rescue['rescue']): Promise<Result<unknown>>
  /** Closes the database and ends the process: what it held goes back to the system. A new one, locked, is started. */
  lock(): Promise<void>
  /** The same for good. Everything asked afterwards is LOCKED. */
  close(): Promise<void>
}

type Settle = (result: Result<unknown>) => void

interface Running<Port> {
  readonly process: RunningProcess<Port>
  readonly pending: Map<number, Settle>
  readonly ended: Promise<void>
  /** It was asked to close: whoever still waits for it is answered LOCKED. */
  isClosing: boolean
}

const failed = (code: ErrorCode): Result<never> => ({ ok: false, error: { code } })

/** Starts the services. They start again with the first call after they died. */
export function startServiceProcess<Port>(options: ServiceProcessOptions<Port>): ServiceProcess<Port> {
  const { spawn, onEvent, onNotice, longestClose = 10_000 } = options
  let isClosed = false
  let lastId = 0
  let ending: Promise<void> | null = null
  let writers: Writers = new Map()
  let running: Running<Port> | null = start()

  function start(): Running<Port> {
    const pending: Running<Port>['pending'] = new Map()
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const started: Running<Port> = {
      pending,
      ended,
      isClosing: false,
      process: spawn(
        (message) => {
          if ('event' in message) return onEvent?.(message.event, message.payload)
          if ('notice' in message) return onNotice?.(message.notice)
          pending.get(message.id)?.(message.result)
          pending.delete(message.id)
        },
        () => {
          if (running === started) running = null
          for (const settle of pending.values()) settle(failed(started.isClosing ? 'LOCKED' : 'INTERNAL'))
          pending.clear()
          resolve()
        },
      ),
    }
    // Nobody waits for the answer: it is the first message that the new process gets.
    if (writers.size > 0) started.process.post({ id: nextId(), writers })
    return started
  }

  function nextId(): number {
    lastId += 1
    return lastId
  }

  function presentNow(): Running<Port> | null {
    if (!isClosed) running ??= start()
    return isClosed ? null : running
  }

  /** The process to speak to; null when there is none any more. Whatever comes while one ends is for the one after it. */
  async function present(): Promise<Running<Port> | null> {
    if (ending !== null) {
      await ending
      return present()
    }
    return presentNow()
  }

  async function asked(message: (id: number) => ToServices): Promise<Result<unknown>> {
    // Without a wait where there is nothing to wait for, so that what was said first is said first.
    const to = ending === null ? presentNow() : await present()
    if (to === null) return failed('LOCKED')
    const id = nextId()
    return new Promise((settle) => {
      to.pending.set(id, settle)
      to.process.post(message(id))
    })
  }

  /** Lets the process answer what was asked before, close the database and go; bounded in time. */
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
    async connect(page, port) {
      const to = await present()
      to?.process.post(page, [port])
      return to !== null
    },
    async setWriters(next) {
      writers = next
      await asked((id) => ({ id, writers: next }))
    },
    rescue: (step) => asked((id) => ({ id, rescue: step })),
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
