// What happens to a message to the shell once its sender is known: size, schema, handler. Everything wrong becomes a code.
import { checkInput } from '#shared/contract/checkInput.ts'
import type { Result, ShellChannel } from '#shared/contract/contract.ts'
import { valueOf } from '#shared/contract/messageText.ts'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'

/** The longest input of the shell, in UTF-16 code units: ids, choices and names, never a note. */
const shellTextLimit = 100_000

export const fail = (error: AppError): Result<never> => ({ ok: false, error: error.toContract() })

/**
 * Answers one message of an allowed sender. Never throws.
 * @param message the input as JSON
 * @param windowId the id of the sender's web contents
 */
export async function answer(
  shell: ShellHandlers,
  channel: ShellChannel,
  message: unknown,
  windowId: number,
): Promise<Result<unknown>> {
  try {
    const input = shellInput(channel, message)
    if (!input.ok) return input
    const handler = shell[channel] as (input: unknown, windowId: number) => unknown
    return { ok: true, data: await handler(input.data, windowId) }
  } catch (error) {
    return fail(error instanceof AppError ? error : new AppError('INTERNAL'))
  }
}

function shellInput(channel: ShellChannel, message: unknown): Result<unknown> {
  if (typeof message !== 'string') return fail(new AppError('VALIDATION'))
  if (message.length > shellTextLimit) return fail(new AppError('TOO_LARGE'))
  const value = valueOf(message)
  return value.ok ? checkInput(channel, value.data) : value
}
