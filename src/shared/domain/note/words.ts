// The words of a text, and the common beginning and end of two lists of them.

/** Consecutive letters, marks and digits are a word. Scripts without spaces between words count by the letter. */
export const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu

/** How many places from 0 on are equal, up to the limit. */
export function lengthWhile(limit: number, isAlike: (at: number) => boolean): number {
  let length = 0
  while (length < limit && isAlike(length)) length += 1
  return length
}

/** How many words at the beginning are equal, and how many of the others at the end. */
export function commonEnds(one: readonly string[], other: readonly string[]): { start: number; end: number } {
  const shorter = Math.min(one.length, other.length)
  const start = lengthWhile(shorter, (at) => one[at] === other[at])
  const end = lengthWhile(shorter - start, (at) => one[one.length - 1 - at] === other[other.length - 1 - at])
  return { start, end }
}
