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

type Noted = Pick<SessionRecord, 'sections' | 'findings' | 'strokes' | 'treatedAreas' | 'painBefore' | 'painAfter'>

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

/** Whether a note states nothing at all: no text, nothing on the body map, no pain. */
export function isEmptyNote({ sections, findings, strokes, treatedAreas, painBefore, painAfter }: Noted): boolean {
  const hasText = sections.some(({ plainText }) => plainText.trim() !== '')
  const isMarked = findings.length > 0 || strokes.length > 0 || treatedAreas.length > 0
  return !hasText && !isMarked && painBefore === null && painAfter === null
}

export interface SignWarnings {
  /** How many findings were taken over from the last visit and not confirmed. */
  readonly unconfirmed: number
  /** Sentences of the Objective section whose mark is no longer on the body map, as they stand. */
  readonly withoutMark: readonly string[]
}

/** What the therapist should know before signing. None of it keeps a note from being signed. */
export function signWarnings({ sections, findings }: Pick<SessionRecord, 'sections' | 'findings'>): SignWarnings {
  const objective = sections.find(({ section }) => section === 'objective')?.document
  return {
    unconfirmed: findings.filter(({ isConfirmed }) => !isConfirmed).length,
    withoutMark: objective ? sentencesWithoutMark(objective, findings).map(({ text }) => text) : [],
  }
}
