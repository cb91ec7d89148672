// What happens to a message once its sender is known: size, schema, handler. Everything wrong becomes a code.
import { contract, type Channel, type Result, type ShellChannel } from '#shared/contract/contract.ts'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'
import { isTooLarge } from './payloadSize.ts'

/** Who answers: the services behind their port, and the shell itself. */
export interface Answerers {
  /** Passes a checked input of a window to the services. */
  callService(channel: Channel, input: unknown, windowId: number): Promise<Result<unknown>>
  readonly shell: ShellHandlers
}

export const fail = (error: AppError): Result<never> => ({ ok: false, error: error.toContract() })

/**
 * Answers one message of an allowed sender: size, schema, then the handler. Never throws.
 * @param windowId the id of the sender's web contents
 */
export async function answer(
  answerers: Answerers,
  channel: Channel,
  input: unknown,
  windowId: number,
): Promise<Result<unknown>> {
  if (isTooLarge(input)) return fail(new AppError('TOO_LARGE'))
  const parsed = contract[channel].input.safeParse(input)
  if (!parsed.success) {
    // Only where and what kind: zod's messages can quote the value.
    const issues = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code === 'custom' ? issue.message : issue.code,
    }))
    return fail(new AppError('VALIDATION', { issues: issues.slice(0, 20) }))
  }
  if (contract[channel].handledBy === 'services') return answerers.callService(channel, parsed.data, windowId)
  try {
    const handler = answerers.shell[channel as ShellChannel] as (input: unknown, windowId: number) => unknown
    return { ok: true, data: await handler(parsed.data, windowId) }
  } catch (error) {
    return fail(error instanceof AppError ? error : new AppError('INTERNAL'))
  }
}
