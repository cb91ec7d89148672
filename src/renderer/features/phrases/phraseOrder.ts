// The order of phrases as the list shows and changes it.
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { sectionIds, sectionNames, type SectionId } from '#shared/domain/note/sections.ts'
import { foldText } from '#shared/domain/folding.ts'

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

/**
 * All ids in their new order after one phrase took another's place within its section.
 * @param to the place among the phrases of its section, from 0; beyond the ends is the end
 */
export function movedTo(phrases: readonly PhraseRecord[], id: string, to: number): readonly string[] {
  const moved = phrases.find((phrase) => phrase.id === id)
  const ofSection = phrases.flatMap((phrase) => (phrase.section === moved?.section ? phrase.id : []))
  const rest = ofSection.filter((one) => one !== id)
  const next = rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, id)
  return phrases.map((phrase) => (phrase.section === moved?.section ? (next.shift() ?? phrase.id) : phrase.id))
}
