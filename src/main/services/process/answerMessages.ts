// The services' side of the wire: requests in, answers out.
import type { EventName } from '#shared/contract/events.ts'
import type { EventPayloads } from '#shared/contract/contract.ts'
import type { Result } from '#shared/contract/errors.ts'
import { AppError } from '../../appError.ts'
import type { Dispatcher } from '../thread/dispatcher.ts'
import type { FromServices, Rescue, ToServices } from './messages.ts'
import { makePageChannels } from './pageChannels.ts'

/** The way to main, as Electron gives it to a process that main has started. */
export interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

/** Tells all windows something, without having been asked. */
export type Tell = <E extends EventName>(event: E, payload: EventPayloads[E]) => void

/** Answers every message until `close`; then, when all is answered and the database closed, calls `end`. */
export function answerMessages(port: ParentPort, makeDispatcher: (tell: Tell) => Dispatcher, end: () => void): void {
  const post = (message: FromServices) => port.postMessage(message)
  const dispatcher = makeDispatcher((event, payload) => post({ event, payload }))
  const pages = makePageChannels()
  const answering = new Set<Promise<void>>()

  // Begins at once, so that what was said first is done first.
  async function answer(message: ToServices): Promise<void> {
    if ('forget' in message) return pages.forget(message.forget)
    if ('command' in message) return dispatcher.close()
    const { id } = message
    if ('rescue' in message) {
      return post({ id, result: await resultOf(() => rescue(dispatcher, message.rescue)) })
    }
    if ('publicKey' in message) return post({ id, result: pages.agree(message.page, message.publicKey) })
    if ('input' in message) {
      return post({ id, result: await resultOf(() => dispatcher.dispatch(message.channel, message.input)) })
    }
    const opened = pages.open(message.page, message.channel, message.request)
    if ('reply' in opened) return post({ id, answer: opened })
    const { input } = opened
    const result = input.ok ? await resultOf(() => dispatcher.dispatch(message.channel, input.data)) : input
    post({ id, answer: opened.answer(result) })
  }

  port.on('message', ({ data }) => {
    const message = data as ToServices
    const mine = answer(message)
    answering.add(mine)
    void mine.finally(() => answering.delete(mine))
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
