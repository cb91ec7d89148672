// What people type into fields: its limits, its checks, and its digits in any script.
import { z } from 'zod'

/** The longest text of a single field, in UTF-16 code units. Names of 500 characters are real. */
export const fieldTextLimit = 500
/** The longest text of a several-line field (an address, a remark), in UTF-16 code units. */
export const longTextLimit = 4000

// U+0000 cuts text off in SQLite's C API and U+D800–U+DFFF alone cannot be stored as UTF-8.
const isStorable = (text: string) => !text.includes('\u0000') && text.isWellFormed()

/** The text without what cannot be stored: no U+0000, and half a surrogate pair replaced. */
export const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** The text on one line: single spaces, none around it. */
export const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** A field of at most {@link fieldTextLimit} characters, trimmed; empty when nothing is known. */
export const fieldText = z.string().trim().max(fieldTextLimit).refine(isStorable, 'unstorable')

/** A text of several lines of at most {@link longTextLimit} characters, trimmed; empty when nothing is known. */
export const longText = z.string().trim().max(longTextLimit).refine(isStorable, 'unstorable')

/** Whether every value occurs only once. Objects are compared by identity. */
export const isEachOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length

// Digits as keyboards of many scripts write them: ٣ and ३ are 3.
const isDigit = (place: number) => /\p{Nd}/u.test(String.fromCodePoint(place))

/**
 * The same text with Latin digits, 0 to 9, for those of any script. Characters that are no digits stay, as ² and ½ do. In
 * Unicode the digits of a script stand in a row from 0 to 9, and some rows follow one another.
 */
export const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const place = digit.codePointAt(0) ?? 0
    let before = place - 1
    while (isDigit(before)) before -= 1
    return String((place - before - 1) % 10)
  })

/** The whole number that a text is, in digits of any script and without a sign; null when it is none. */
export function wholeNumberOf(text: string): number | null {
  const figures = latinDigits(text.normalize('NFKC')).trim()
  return /^\d{1,6}$/u.test(figures) ? Number(figures) : null
}
