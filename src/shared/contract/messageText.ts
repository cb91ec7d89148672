// A message as text: the form in which an input or an answer is sent between the processes.
import type { Result } from './errors.ts'
import { hasTooManyParts, payloadLimit } from './payloadSize.ts'

/** An input as text. VALIDATION for what has no text (a cycle), TOO_LARGE for what is over the limit. */
export function textOf(value: unknown): Result<string> {
  try {
    const text = JSON.stringify(value) ?? 'null'
    return text.length > payloadLimit ? { ok: false, error: { code: 'TOO_LARGE' } } : { ok: true, data: text }
  } catch (error) {
    // Too deep for the stack, or too long for a string.
    return { ok: false, error: { code: error instanceof RangeError ? 'TOO_LARGE' : 'VALIDATION' } }
  }
}

/**
 * The value of an input's text. TOO_LARGE before it is parsed when it has too many parts, VALIDATION for a text
 * that has no value.
 */
export function valueOf(text: string): Result<unknown> {
  if (text.length > payloadLimit || hasTooManyParts(text)) return { ok: false, error: { code: 'TOO_LARGE' } }
  try {
    return { ok: true, data: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, error: { code: 'VALIDATION' } }
  }
}
