// Limits and checks for what people type into single fields.
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
