// Operations on phrases: the list, changes to it, and phrase files.
import { z } from 'zod'
import { phrase, phraseFields } from '../domain/phrase/phrase.ts'
import { mostPhrasesInFile } from '../domain/phrase/phraseFile.ts'
import { audited, changesPractice, notAudited, read, shell } from './operation.ts'

const nothing = z.strictObject({})
const id = z.uuid()

export const phraseRecord = phrase.extend({
  /** How often it was put into a note. */
  useCount: z.int().min(0),
  /** UTC; null before the first time. */
  lastUsedAt: z.string().nullable(),
})
export type PhraseRecord = z.infer<typeof phraseRecord>

/** What happens to a phrase from a file whose abbreviation exists already. */
export const sameAbbreviationChoices = ['keep', 'replace', 'both'] as const
export type SameAbbreviation = (typeof sameAbbreviationChoices)[number]

export const phraseOperations = {
  /** Every phrase in the practice's order. The first time, the starter phrases are added. */
  'phrase:list': read(nothing, z.strictObject({ phrases: z.array(phraseRecord) })),
  /**
   * Adds a phrase at the end, or changes the one of its id. VALIDATION `taken` at `phrase.abbreviation` when another
   * has it, `calls_itself` at `phrase.text`. A removed phrase that is put again gets its count back by `useCount`.
   */
  'phrase:put': changesPractice(
    z.strictObject({ phrase, useCount: z.int().min(0).optional() }),
    phraseRecord,
    audited('settings changed', 'phrase', (input) => input.phrase.id),
    ['phrase:list'],
  ),
  'phrase:remove': changesPractice(
    z.strictObject({ id }),
    nothing,
    audited('settings changed', 'phrase', (input) => input.id),
    ['phrase:list'],
  ),
  /** Sets the order of the phrases; those that are not named follow as they were. */
  'phrase:reorder': changesPractice(
    z.strictObject({ ids: z.array(id).max(20_000) }),
    nothing,
    audited('settings changed', 'phrase'),
    ['phrase:list'],
  ),
  /** Counts that a phrase was put into a note. */
  'phrase:used': changesPractice(
    z.strictObject({ id }),
    nothing,
    notAudited('the note that it was put into has the entry'),
    ['phrase:list'],
  ),
  /** Saves the phrases of a file, all or none. */
  'phrase:import': changesPractice(
    z.strictObject({
      phrases: z.array(phraseFields).max(mostPhrasesInFile),
      sameAbbreviation: z.enum(sameAbbreviationChoices),
    }),
    z.strictObject({ added: z.int(), replaced: z.int(), kept: z.int() }),
    audited('settings changed', 'phrase'),
    ['phrase:list'],
  ),
  /** Asks for a place and writes all phrases there. Answers with the file's name without its folder, or CANCELLED. */
  'phrase:exportFile': shell(nothing, z.strictObject({ fileName: z.string(), count: z.int() })),
  /**
   * Asks for a file and reads its phrases; nothing is saved. VALIDATION at `file` with `foreign`, `newer` or `damaged`,
   * TOO_LARGE, or CANCELLED.
   */
  'phrase:openFile': shell(nothing, z.strictObject({ fileName: z.string(), phrases: z.array(phraseFields) })),
} as const
