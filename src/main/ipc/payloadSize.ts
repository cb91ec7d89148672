// Whether a message is larger than what is taken, told without making a copy of it.

/** The largest message, in bytes of its text and numbers: a note of 2 million characters fits. */
export const payloadLimit = 16 * 1024 * 1024
const deepest = 200

/**
 * Whether a structured-cloned value is over a limit, or nested deeper than anything of ours. Stops counting as soon
 * as it knows.
 * @param limit bytes; text counts two a character, everything else eight
 */
export function isTooLarge(value: unknown, limit: number = payloadLimit): boolean {
  let left = limit
  const visit = (node: unknown, depth: number): boolean => {
    if (depth > deepest) return true
    if (typeof node === 'string') left -= node.length * 2
    else if (ArrayBuffer.isView(node) || node instanceof ArrayBuffer) left -= node.byteLength
    else left -= 8
    if (left < 0) return true
    if (typeof node !== 'object' || node === null || ArrayBuffer.isView(node)) return false
    if (Array.isArray(node)) return node.some((item) => visit(item, depth + 1))
    if (node instanceof Map || node instanceof Set) return [...node].some((item) => visit(item, depth + 1))
    return Object.entries(node).some(([key, item]) => {
      left -= key.length * 2
      return visit(item, depth + 1)
    })
  }
  return visit(value, 0)
}
