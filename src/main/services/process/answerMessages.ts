// The services' end of the messages between processes: requests in, answers out.
import type { EventName } from '#shared/contract/events.ts'
import type { EventPayloads } from '#shared/contract/contract.ts'
import type { Result } from '#shared/contract/errors.ts'
import { readTrace, scrubTrace, type OwnCode } from '#shared/domain/diagnostics/trace.ts'
import { AppError } from '../../appError.ts'
import type { Dispatcher } from '../thread/dispatcher.ts'
import type { BackupFolder, FromServices, PageId, Rescue, ToServices } from './messages.ts'
import { makePageChannels } from './pageChannels.ts'

/** The channel to main, as Electron gives it to a process that main has started. */
export interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

/** Sends an event to all windows. */
export type Notify = <E extends EventName>(event: E, payload: EventPayloads[E]) => void

/** Reports a bug to main, without the error's own text. */
function reportMistake(port: ParentPort, code: OwnCode, operation: string | null, error: unknown): void {
  try {
    const failure = { operation, errors: scrubTrace(readTrace(error), code) }
    port.postMessage({ failure } satisfies FromServices)
  } catch {
    // A failed report is ignored.
  }
}

/** An uncaught error may quote a client: it ends the process without its text, and main starts a new one. */
export function endWhenUncaught(port: ParentPort, code: OwnCode): void {
  process.on('uncaughtException', (error) => {
    reportMistake(port, code, null, error)
    process.exit(1)
  })
}

/**
 * Answers every message until `close`; then, when all are answered and the database is closed, calls `end`.
 * @param code our own code, with which traces of bugs are reduced to places
 */
export function answerMessages(
  port: ParentPort,
  makeDispatcher: (notify: Notify) => Dispatcher,
  end: () => void,
  code: OwnCode,
): void {
  const post = (message: FromServices) => port.postMessage(message)
  const dispatcher = makeDispatcher((event, payload) => post({ event, payload }))
  const pages = makePageChannels()
  const answering = new Set<Promise<void>>()

  const dispatched = (channel: string, input: unknown, page?: PageId) =>
    resultOf(channel, () => dispatcher.dispatch(channel, input, page))

  /** Runs it at once, and gives its result. */
  async function resultOf(operation: string | null, run: () => unknown): Promise<Result<unknown>> {
    try {
      return { ok: true, data: await run() }
    } catch (thrown) {
      const error = thrown instanceof AppError ? thrown : new AppError('INTERNAL', undefined, { cause: thrown })
      if (error.code === 'INTERNAL') reportMistake(port, code, operation, error)
      return { ok: false, error: error.toContract() }
    }
  }

  // Begins at once, so that requests are handled in the order of arrival.
  async function answer(message: ToServices): Promise<void> {
    if ('forget' in message) {
      pages.forget(message.forget)
      return dispatcher.leaveJobs(message.forget)
    }
    if ('cancelJob' in message) return dispatcher.cancelJob(message.cancelJob)
    if ('leaveJob' in message) return dispatcher.leaveJob(message.page, message.leaveJob)
    if ('command' in message) return dispatcher.close()
    const { id } = message
    if ('rescue' in message) {
      return post({ id, result: await resultOf(null, () => rescue(dispatcher, message.rescue)) })
    }
    if ('backupPlace' in message) {
      const answered = () => inBackupFolder(dispatcher, message.backupPlace)
      return post({ id, result: await resultOf(null, answered) })
    }
    if ('publicKey' in message) return post({ id, result: pages.agree(message.page, message.publicKey) })
    if ('input' in message) {
      return post({ id, result: await dispatched(message.channel, message.input) })
    }
    const opened = pages.open(message.page, message.channel, message.request)
    if ('reply' in opened) return post({ id, answer: opened })
    const { input } = opened
    const result = input.ok ? await dispatched(message.channel, input.data, message.page) : input
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

function inBackupFolder({ backups }: Dispatcher, step: BackupFolder['backupPlace']): unknown {
  if ('add' in step) return backups.addPlace(step.add)
  if ('move' in step) return backups.writeMoveFile(step.move)
  if ('copy' in step) return backups.folderOfCopy(step.copy)
  return 'find' in step ? backups.folderOf(step.find) : backups.findCopies(step.search)
}

function rescue(dispatcher: Dispatcher, step: Rescue['rescue']): { readonly isScreenIn?: boolean } {
  if (step === 'begin') dispatcher.beginRescue()
  else if (step === 'end') dispatcher.endRescue()
  else return { isScreenIn: dispatcher.writeRescue(step.folder) }
  return {}
}
