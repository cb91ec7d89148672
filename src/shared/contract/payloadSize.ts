// Whether a message is larger than allowed, without making a copy of it.

/** The largest message, in bytes of its text and numbers: a note of 2 million characters fits. */
export const payloadLimit = 16 * 1024 * 1024
const deepest = 200
/** Values in one message: a note of 2 million characters in paragraphs of 20 has 700,000. */
const mostValues = 1_000_000
/** Keys of one object; the largest of ours has the half-typed forms of a practice. */
const mostKeys = 5000

/**
 * Whether a value is over a limit: in bytes, in values, in keys of one object, or nested deeper than anything of ours.
 * Stops counting once that is certain.
 * @param limit bytes; text counts two a character, everything else eight
 */
export function isTooLarge(value: unknown, limit: number = payloadLimit): boolean {
  let left = limit
  let values = 0
  const visit = (node: unknown, depth: number): boolean => {
    values += 1
    if (depth > deepest || values > mostValues) return true
    if (typeof node === 'string') left -= node.length * 2
    else if (ArrayBuffer.isView(node) || node instanceof ArrayBuffer) left -= node.byteLength
    else left -= 8
    if (left < 0) return true
    if (typeof node !== 'object' || node === null || ArrayBuffer.isView(node)) return false
    if (Array.isArray(node)) return node.some((item) => visit(item, depth + 1))
    if (node instanceof Map || node instanceof Set) return [...node].some((item) => visit(item, depth + 1))
    const keys = Object.keys(node)
    if (keys.length > mostKeys) return true
    return keys.some((key) => {
      left -= key.length * 2
      return visit((node as Record<string, unknown>)[key], depth + 1)
    })
  }
  return visit(value, 0)
}

const [quote, backslash, comma, openList, openObject, closeList, closeObject] = [...'"\\,[{]}'].map((sign) =>
  sign.charCodeAt(0),
)

/**
 * The same for the text of a value, before the value is made: whether it has too many values, too many in one list of keys,
 * or is nested too deep. Reads no further than it must. A text that is no JSON is accepted, for the parser to refuse.
 */
export function hasTooManyParts(text: string): boolean {
  let values = 1
  // How many commas each of the objects and lists around the position has; -1 for a list, which may have any number.
  const around: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      at = endOfString(text, at)
    } else if (code === comma) {
      values += 1
      const inside = around.length - 1
      const commas = around[inside] ?? -1
      if (commas >= 0) around[inside] = commas + 1
      if (values > mostValues || commas >= mostKeys) return true
    } else if (code === openList || code === openObject) {
      values += 1
      around.push(code === openList ? -1 : 0)
      if (values > mostValues || around.length > deepest) return true
    } else if (code === closeList || code === closeObject) {
      around.pop()
    }
  }
  return false
}

/** The end of the string that begins at a position. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1)
  while (at >= 0) {
    let escapes = 0
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes += 1
    if (escapes % 2 === 0) return at
    at = text.indexOf('"', at + 1)
  }
  return text.length
}
