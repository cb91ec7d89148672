// Handles a message whose sender is known. Everything wrong becomes a code. Messages for the services are
// forwarded sealed; messages for the shell are checked here: size, schema, handler.
import { checkInput } from '#shared/contract/checkInput.ts'
import { contract, type Channel, type Result, type ShellChannel } from '#shared/contract/contract.ts'
import { valueOf } from '#shared/contract/messageText.ts'
import { payloadLimit } from '#shared/contract/payloadSize.ts'
import type { PageReply, SealedRequest } from '#shared/contract/sealing.ts'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'

/** Who answers: the services behind their port, and the shell itself. */
export interface Answerers {
  /** Forwards what a window has sealed to the services. */
  callService(channel: Channel, request: SealedRequest, windowId: number): Promise<PageReply>
  readonly shell: ShellHandlers
  /** Reports that an operation failed here by a bug. Never throws. */
  onMistake(channel: Channel, error: unknown): void
}

/** The longest input of the shell, in UTF-16 code units: ids, choices and names, never a note. */
const shellTextLimit = 100_000

export const fail = (error: AppError): Result<never> => ({ ok: false, error: error.toContract() })

/**
 * Answers one message of an allowed sender. Never throws.
 * @param message a {@link SealedRequest} for the services, the input as JSON for the shell
 * @param windowId the id of the sender's web contents
 */
export async function answer(
  answerers: Answerers,
  channel: Channel,
  message: unknown,
  windowId: number,
): Promise<PageReply | Result<unknown>> {
  try {
    if (contract[channel].answeredBy === 'shell') {
      const input = shellInput(channel, message)
      if (!input.ok) return input
      const handler = answerers.shell[channel as ShellChannel] as (input: unknown, windowId: number) => unknown
      return { ok: true, data: await handler(input.data, windowId) }
    }
    if (!isSealedRequest(message)) return fail(new AppError('VALIDATION'))
    if (message.sealed.byteLength > payloadLimit) return fail(new AppError('TOO_LARGE'))
    const { number, sessionId, sealed } = message
    return await answerers.callService(channel, { number, sessionId, sealed }, windowId)
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('INTERNAL', undefined, { cause: error })
    if (known.code === 'INTERNAL') answerers.onMistake(channel, known)
    return fail(known)
  }
}

function shellInput(channel: Channel, message: unknown): Result<unknown> {
  if (typeof message !== 'string') return fail(new AppError('VALIDATION'))
  if (message.length > shellTextLimit) return fail(new AppError('TOO_LARGE'))
  const value = valueOf(message)
  return value.ok ? checkInput(channel, value.data) : value
}

function isSealedRequest(message: unknown): message is SealedRequest {
  if (typeof message !== 'object' || message === null) return false
  const { number, sessionId, sealed } = message as Partial<Record<keyof SealedRequest, unknown>>
  const isSession = sessionId === null || (typeof sessionId === 'string' && sessionId.length <= 100)
  return Number.isSafeInteger(number) && isSession && sealed instanceof Uint8Array
}
