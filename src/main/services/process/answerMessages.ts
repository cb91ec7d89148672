// The services' side of the wire: requests in, answers out.
import type { EventName } from '#shared/contract/channels.ts'
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
  // Opening takes a moment, more for a long message: what was said first is done first all the same.
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(run: () => T | Promise<T>): Promise<T> => {
    const mine = last.then(run)
    last = mine.catch(() => undefined)
    return mine
  }

  async function answer(message: ToServices): Promise<void> {
    if ('forget' in message) return inTurn(() => pages.forget(message.forget))
    if ('command' in message) return inTurn(() => dispatcher.close())
    const { id } = message
    if ('rescue' in message) {
      return post({ id, result: await inTurn(() => rescued(dispatcher, message.rescue)) })
    }
    if ('publicKey' in message) {
      return post({ id, result: await inTurn(() => pages.agree(message.page, message.publicKey)) })
    }
    if ('input' in message) {
      const { channel, input } = message
      // In a box: the next message must not wait until this one is answered, only until it is begun.
      const { result } = await inTurn(() => ({ result: resultOf(dispatcher, channel, input) }))
      return post({ id, result: await result })
    }
    const { page, channel, request } = message
    const begun = await inTurn(async () => {
      const opened = await pages.open(page, channel, request)
      if ('reply' in opened) return { opened, result: undefined }
      const { input } = opened
      return { opened, result: input.ok ? resultOf(dispatcher, channel, input.data) : Promise.resolve(input) }
    })
    if ('reply' in begun.opened) return post({ id, answer: begun.opened })
    const result = (await begun.result) ?? { ok: false, error: { code: 'INTERNAL' as const } }
    post({ id, answer: await begun.opened.answer(result) })
  }

  port.on('message', ({ data }) => {
    const message = data as ToServices
    const mine = answer(message)
    answering.add(mine)
    void mine.finally(() => answering.delete(mine))
    if ('command' in message) void Promise.allSettled(answering).then(end)
  })
}

function rescued(dispatcher: Dispatcher, step: Rescue['rescue']): Result<unknown> {
  try {
    if (step === 'begin') dispatcher.beginRescue()
    else if (step === 'end') dispatcher.endRescue()
    else dispatcher.writeRescue(step.folder)
    return { ok: true, data: {} }
  } catch (error) {
    return { ok: false, error: (error instanceof AppError ? error : new AppError('INTERNAL')).toContract() }
  }
}

async function resultOf(dispatcher: Dispatcher, channel: string, input: unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, data: await dispatcher.dispatch(channel, input) }
  } catch (error) {
    return { ok: false, error: (error instanceof AppError ? error : new AppError('INTERNAL')).toContract() }
  }
}
