// The practice's phrases as the screens read and change them: the list, its order, and expanding one among the others.
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { sectionIds, sectionNames, type SectionId } from '#shared/domain/note/sections.ts'
import { foldText } from '#shared/domain/folding.ts'
import { expandPhrase, type Expansion, type PhraseSource } from '#shared/domain/phrase/expandPhrase.ts'
import type { ValueName } from '#shared/domain/phrase/parsePhrase.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'

/** Where a phrase is offered: the section's name, or "Every section" for null. */
export const placeName = (section: SectionId | null): string =>
  section === null ? 'Every section' : sectionNames[section]

export interface PhraseGroup {
  readonly section: SectionId | null
  readonly name: string
  readonly phrases: readonly PhraseRecord[]
}

/** The phrases by section, in the note's order, those for every section last; without empty groups. */
export function groupsOf(phrases: readonly PhraseRecord[]): readonly PhraseGroup[] {
  const sections = [...sectionIds, null]
  return sections
    .map((section) => ({
      section,
      name: placeName(section),
      phrases: phrases.filter((phrase) => phrase.section === section),
    }))
    .filter((group) => group.phrases.length > 0)
}

/** The phrases in whose abbreviation or text every word of the query is found. */
export function phrasesWith(phrases: readonly PhraseRecord[], query: string): readonly PhraseRecord[] {
  const words = foldText(query.replace(/^;/, '')).split(' ').filter(Boolean)
  return phrases.filter(({ abbreviation, text }) => {
    const folded = foldText(`${abbreviation} ${text}`)
    return words.every((word) => folded.includes(word))
  })
}

/** All ids, with those of one section reordered within the section's positions. */
export function orderWith(
  phrases: readonly PhraseRecord[],
  section: SectionId | null,
  ofSection: readonly string[],
): string[] {
  const next = [...ofSection]
  return phrases.map((phrase) => (phrase.section === section ? (next.shift() ?? phrase.id) : phrase.id))
}

const none: readonly PhraseRecord[] = []

/** Every phrase in the practice's order; none while they are not read yet. */
export const usePhrases = (): readonly PhraseRecord[] => useAnswer('phrase:list', {}).data?.phrases ?? none

/** The values of phrases' placeholders, such as the client's first name. */
export type PhraseValues = Readonly<Partial<Record<ValueName, string>>>

/** Saves a phrase. */
export const usePutPhrase = () => useMutationOf('phrase:put')

/** Expands a phrase, stored or not, with all that it calls. */
export function expandAmong(
  phrases: readonly PhraseRecord[],
  phrase: PhraseSource,
  values: PhraseValues = {},
): Expansion {
  const texts = new Map(phrases.map(({ abbreviation, text }) => [abbreviation, text]))
  return expandPhrase(phrase, {
    textOf: (abbreviation) => texts.get(abbreviation),
    values,
    newId: () => crypto.randomUUID(),
  })
}
