// Limits and checks for what people type into single fields.
import { z } from 'zod'

/** The longest text a single field keeps, in UTF-16 code units. Names of 500 characters are real. */
export const fieldTextLimit = 500
/** The longest text a several-line field keeps (an address, a remark), in UTF-16 code units. */
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

// Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs. In other scripts marks are letters of their
// own: without its vowel signs a Hindi name would be another name.
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g

/**
 * Folds text for comparison and filtering: lower case, without accents and vowel points, single spaces.
 * Works for every script: what has no case or accents stays as it is.
 */
export function foldText(text: string): string {
  return onOneLine(text.normalize('NFKD').replace(accents, '').toLowerCase())
}
