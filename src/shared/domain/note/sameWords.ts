// The words of texts: which are at both ends of two, and how much of one text is in another, in their order.
import { foldText } from '../folding.ts'

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

/** The most words, besides the common beginning and end of both texts, that are compared in order. */
export const mostOrderedWords = 20_000

/** The words of a text, folded: without case, accents, punctuation and spaces. */
export const wordsOf = (text: string): readonly string[] => foldText(text).match(wordPattern) ?? []

/**
 * How much of the same two texts are, in whole percent: twice the words of the longest common subsequence, divided by
 * the words of both (the Sørensen–Dice coefficient of an alignment in order). A word moved, put in, left out or changed
 * counts against it; case, accents, punctuation and line breaks do not. Rounded up, so that any share over 90 % is given
 * as 91 or more, but 100 only where every word is the same, and 0 only where no word is. Two texts without a word are
 * the same. The order of the two does not matter.
 *
 * The common beginning and end are removed first. If more than {@link mostOrderedWords} words remain of one text,
 * those count whatever their order: so a note of that length is compared in a moment, too.
 * @returns 0–100
 */
export function samePercent(one: readonly string[], other: readonly string[]): number {
  const all = one.length + other.length
  if (all === 0) return 100
  const { start, end } = commonEnds(one, other)
  const restOfOne = one.slice(start, one.length - end)
  const restOfOther = other.slice(start, other.length - end)
  const isLong = Math.max(restOfOne.length, restOfOther.length) > mostOrderedWords
  const common = start + end + (isLong ? sharedCount : longestInOrder)(restOfOne, restOfOther)
  if (2 * common === all) return isLong && restOfOne.length > 0 ? 99 : 100
  return Math.min(99, Math.ceil((200 * common) / all))
}

/** The length of the longest common subsequence, a row of bits at a time (Hyyrö, Bit-parallel LCS-length, 2004). */
function longestInOrder(one: readonly string[], other: readonly string[]): number {
  const places = new Map<string, bigint>()
  one.forEach((word, at) => places.set(word, (places.get(word) ?? 0n) | (1n << BigInt(at))))
  const all = (1n << BigInt(one.length)) - 1n
  let row = all
  for (const word of other) {
    const here = row & (places.get(word) ?? 0n)
    if (here !== 0n) row = ((row + here) | (row - here)) & all
  }
  // A cleared bit is one more word in common.
  const left = row.toString(2).replaceAll('0', '').length
  return one.length - left
}

/** How many words two texts share, whatever their order. */
function sharedCount(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      counts.set(word, left - 1)
      shared += 1
    }
  }
  return shared
}
