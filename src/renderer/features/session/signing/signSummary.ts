// What the summary before the signature states about a note.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { sentencesWithoutMark } from '#shared/domain/note/linkedSentences.ts'
import { sectionIds, sectionNames, type SectionId } from '#shared/domain/note/sections.ts'

export interface SectionSummary {
  readonly section: SectionId
  readonly title: string
  /** The section's first lines with something in them; empty for an empty section. */
  readonly beginning: string
}

const shownLines = 2
const shownCharacters = 220

/** Each section with its first lines, in the order of the note. */
export function sectionSummaries({ sections }: Pick<SessionRecord, 'sections'>): readonly SectionSummary[] {
  return sectionIds.map((section) => {
    const text = sections.find((stored) => stored.section === section)?.plainText ?? ''
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const beginning = lines.slice(0, shownLines).join('\n')
    const isCut = lines.length > shownLines || beginning.length > shownCharacters
    return {
      section,
      title: sectionNames[section],
      beginning: beginning.slice(0, shownCharacters) + (isCut ? ' …' : ''),
    }
  })
}

/** The sentences of the Objective section whose mark is no longer on the body map, as they stand. */
export function unmarkedSentences({
  sections,
  findings,
}: Pick<SessionRecord, 'sections' | 'findings'>): readonly string[] {
  const objective = sections.find(({ section }) => section === 'objective')?.document
  return objective ? sentencesWithoutMark(objective, findings).map(({ text }) => text) : []
}
