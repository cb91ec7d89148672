// The services' side of the wire: requests in, answers out.
import type { EventName } from '#shared/contract/channels.ts'
import type { EventPayloads } from '#shared/contract/contract.ts'
import type { Result } from '#shared/contract/errors.ts'
import { AppError } from '../../appError.ts'
import type { Dispatcher } from '../thread/dispatcher.ts'
import type { FromServices, Rescue, ToServices } from './messages.ts'
import { makePagePorts, type PagePort } from './pagePorts.ts'

/** The way to main, as Electron gives it to a process that main has started. */
export interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown; ports: readonly PagePort[] }) => void): unknown
  postMessage(message: unknown): void
}

/** Tells all windows something, without having been asked. */
export type Tell = <E extends EventName>(event: E, payload: EventPayloads[E]) => void

/** Answers every message until `close`; then, when all is answered and the database closed, calls `end`. */
export function answerMessages(port: ParentPort, makeDispatcher: (tell: Tell) => Dispatcher, end: () => void): void {
  const post = (message: FromServices) => port.postMessage(message)
  const dispatcher = makeDispatcher((event, payload) => post({ event, payload }))
  const run = (channel: string, input: unknown) => resultOf(() => dispatcher.dispatch(channel, input))
  const answering = new Set<Promise<void>>()
  const pages = makePagePorts({ run, notify: (notice) => post({ notice }), onAnswering: waitFor })

  function waitFor(mine: Promise<void>): void {
    answering.add(mine)
    void mine.finally(() => answering.delete(mine))
  }

  // Begins at once, so that what was said first is done first.
  async function answer(message: ToServices, ports: readonly PagePort[]): Promise<void> {
    if ('connect' in message) {
      const [page] = ports
      return page && pages.connect(message, page)
    }
    if ('command' in message) return dispatcher.close()
    const { id } = message
    if ('rescue' in message) {
      return post({ id, result: await resultOf(() => rescue(dispatcher, message.rescue)) })
    }
    if ('writers' in message) {
      pages.setWriters(message.writers)
      return post({ id, result: { ok: true, data: {} } })
    }
    post({ id, result: await run(message.channel, message.input) })
  }

  port.on('message', ({ data, ports }) => {
    const message = data as ToServices
    if ('command' in message) pages.close()
    waitFor(answer(message, ports))
    if ('command' in message) void Promise.allSettled(answering).then(end)
  })
}

function rescue(dispatcher: Dispatcher, step: Rescue['rescue']): Record<string, never> {
  if (step === 'begin') dispatcher.beginRescue()
  else if (step === 'end') dispatcher.endRescue()
  else dispatcher.writeRescue(step.folder)
  return {}
}

/** Runs it at once, and gives what came of it. */
async function resultOf(run: () => unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, data: await run() }
  } catch (error) {
    return { ok: false, error: (error instanceof AppError ? error : new AppError('INTERNAL')).toContract() }
  }
}
