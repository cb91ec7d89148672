// Signs notes into the practice's chain.
import { AppError, fieldError } from '#main/appError.ts'
import { canonicalNote, canonicalVersion } from '#shared/domain/record/canonical.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { toMarks } from '../bodymap/storedMarks.ts'
import { openDraft } from '../sessions/draftGuard.ts'
import { readDocument } from '../sessions/storedDocument.ts'
import { createSealer } from './sealing.ts'
import { noteContent } from './signedContent.ts'

type SigningChannel = 'session:sign'

export function createSigningService(repositories: Repositories, surroundings: Surroundings): Handlers<SigningChannel> {
  const { notes, findings, strokes, treatedAreas, noGo, atomic } = repositories
  const seal = createSealer(repositories, surroundings)

  /** Nobody signs what they cannot see as it is, and nobody signs nothing. */
  const refuseUnsignable = (sessionId: string) => {
    const sections = notes.sectionsOf([sessionId])
    const unreadable = sections.find((row) => readDocument(row) === null)
    if (unreadable) throw fieldError(unreadable.section, 'unreadable')
    const isWritten = sections.some((row) => row.plainText.trim() !== '')
    const marks = {
      findings: findings.ofSessions([sessionId]),
      strokes: strokes.ofSessions([sessionId]),
      treatedAreas: treatedAreas.ofSessions([sessionId]),
      noGoAnswers: noGo.answersOf([sessionId]),
    }
    if (toMarks(marks).unknownMarks.length > 0) throw fieldError('marks', 'unreadable')
    const isMarked = Object.values(marks).some((rows) => rows.length > 0)
    if (!isWritten && !isMarked) throw fieldError('', 'empty_note')
  }

  return {
    'session:sign': atomic(({ id }) => {
      const session = openDraft(repositories, id)
      if (session.discardedAt !== null) throw new AppError('NOT_FOUND')
      refuseUnsignable(id)
      return seal(session, null, (under) => canonicalNote(canonicalVersion, under, noteContent(repositories, session)))
    }),
  }
}
