// Validates an input before anything is done: its size, then the contract's schema.
import { contract, type Channel } from './contract.ts'
import type { Result } from './errors.ts'
import { isTooLarge } from './payloadSize.ts'

/** As many problems as anybody reads. */
const mostIssues = 20

/**
 * Validates what came in on a channel.
 * @returns the input as the schema gives it; TOO_LARGE, or VALIDATION with path and kind, never with a value
 */
export function checkInput(channel: Channel, input: unknown): Result<unknown> {
  if (isTooLarge(input)) return { ok: false, error: { code: 'TOO_LARGE' } }
  const parsed = contract[channel].input.safeParse(input)
  if (parsed.success) return { ok: true, data: parsed.data }
  // Zod's own messages can quote the value.
  const issues = parsed.error.issues.slice(0, mostIssues).map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code === 'custom' ? issue.message : issue.code,
  }))
  return { ok: false, error: { code: 'VALIDATION', details: { issues } } }
}
