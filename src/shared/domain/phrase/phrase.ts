// A phrase: text that a few letters stand for, with blanks to fill in.
import { z } from 'zod'
import { sectionIds } from '../note/sections.ts'
import { foldText } from '../folding.ts'
import { longText } from '../text.ts'

/** The longest abbreviation, in UTF-16 code units. */
export const abbreviationLimit = 30

/** An abbreviation as it is stored and compared: folded, without spaces; a hyphen is a part of it. */
export const foldAbbreviation = (typed: string): string =>
  typed
    .split(/\p{Pd}/u)
    .map((part) => foldText(part).replaceAll(' ', ''))
    .join('-')

/** What is typed after the semicolon: letters, digits, dots, hyphens and underscores, folded. */
export const abbreviation = z
  .string()
  .overwrite(foldAbbreviation)
  .min(1)
  .max(abbreviationLimit)
  .regex(/^[\p{L}\p{M}\p{N}._-]+$/u)

/** The content of a phrase, apart from its record. */
export const phraseFields = z.strictObject({
  abbreviation,
  /** The section that it belongs to; null for every section. */
  section: z.enum(sectionIds).nullable(),
  /** Several lines, with blanks in double braces; see `parsePhrase`. */
  text: longText.min(1).overwrite((text) => text.replace(/\r\n?/g, '\n')),
})
export type PhraseFields = z.infer<typeof phraseFields>

export const phrase = phraseFields.extend({ id: z.uuid() })
