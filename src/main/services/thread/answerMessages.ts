// The thread's side of the wire: requests in, answers out.
import type { MessagePort } from 'node:worker_threads'
import type { Result } from '#shared/contract/errors.ts'
import { AppError } from '../../appError.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { Answer, Request } from './messages.ts'

/** Answers every message on the port until `close`, which is acknowledged after the database is closed. */
export function answerMessages(port: MessagePort, dispatcher: Dispatcher): void {
  port.on('message', (request: Request) => {
    void resultOf(request, dispatcher).then((result) => {
      port.postMessage({ id: request.id, result } satisfies Answer)
      if ('command' in request && request.command === 'close') port.close()
    })
  })
}

async function resultOf(request: Request, dispatcher: Dispatcher): Promise<Result<unknown>> {
  try {
    if ('command' in request) {
      dispatcher[request.command]()
      return { ok: true, data: {} }
    }
    return { ok: true, data: await dispatcher.dispatch(request.channel, request.input) }
  } catch (error) {
    return { ok: false, error: (error instanceof AppError ? error : new AppError('INTERNAL')).toContract() }
  }
}
