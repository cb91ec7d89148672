// Which notes can be signed at all: those that state something, and that can be read completely.
import type { SectionId } from '../note/sections.ts'

/** The input of the rule; a session's record has all of it. */
export interface SignableNote {
  readonly sections: readonly {
    readonly section: SectionId
    readonly document: unknown
    readonly plainText: string
    /** Nothing but its template's skeleton. */
    readonly isUntouched?: true | undefined
  }[]
  readonly unknownMarks: readonly unknown[]
  readonly findings: readonly unknown[]
  readonly strokes: readonly unknown[]
  readonly treatedAreas: readonly unknown[]
  readonly noGoAnswers: readonly unknown[]
  readonly techniques: readonly unknown[]
  readonly homework: readonly unknown[]
}

/** What prevents signing, as a field of the record, and why. */
export interface Unsignable {
  readonly path: SectionId | 'marks' | ''
  readonly code: 'unreadable' | 'empty_note'
}

/**
 * Nobody signs what they cannot read, or an empty note. Scores alone are no note: something has to be
 * written, listed or marked.
 * @returns why the note cannot be signed, or null where it can
 */
export function whyUnsignable(note: SignableNote): Unsignable | null {
  const unreadable = note.sections.find(({ document }) => document === null)
  if (unreadable) return { path: unreadable.section, code: 'unreadable' }
  if (note.unknownMarks.length > 0) return { path: 'marks', code: 'unreadable' }
  const isWritten = note.sections.some(({ plainText, isUntouched }) => plainText.trim() !== '' && !isUntouched)
  const { findings, strokes, treatedAreas, noGoAnswers, techniques, homework } = note
  const isListed = [findings, strokes, treatedAreas, noGoAnswers, techniques, homework].some((all) => all.length > 0)
  return isWritten || isListed ? null : { path: '', code: 'empty_note' }
}
