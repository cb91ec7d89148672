// Additions to a signed note: drafts of addenda and amendments, and their signing.
import { AppError, fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { Correction } from '#shared/domain/record/amendment.ts'
import { isClockSetBack } from '#shared/domain/record/openQuestions.ts'
import { currentWords } from '#shared/domain/record/partText.ts'
import type { AddendumRow } from '../../database/repositories/noteRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SessionRow } from '../../database/repositories/sessionRepository.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { readSession, toCorrection } from '../../records/session.ts'
import { createOverwriteGuard, readDocument } from '../../records/document.ts'
import { signedKinds } from './kinds/signedKinds.ts'
import { createSealer } from './sealing.ts'

type AddendumChannel = Extract<ServiceChannel, `addendum:${string}`>
type CorrectionColumns = Pick<AddendumRow, 'kind' | 'correctsPart' | 'correctsAddendumId' | 'reason' | 'oldText'>

const noCorrection: CorrectionColumns = {
  kind: 'addendum',
  correctsPart: null,
  correctsAddendumId: null,
  reason: '',
  oldText: '',
}

/** Sentences with the same words, whatever the white space, correct nothing. */
const isSameText = (one: string, other: string) => one.trim() === other.trim()

export function createAddendumService(
  repositories: Repositories,
  surroundings: Surroundings,
): Handlers<AddendumChannel> {
  const { sessions, notes, signatures, atomic } = repositories
  const { clock } = surroundings
  const guard = createOverwriteGuard()
  const seal = createSealer(repositories, surroundings, signedKinds)

  /** An amendment is of the note itself or of a signed addendum to it, never of a draft or of another amendment. */
  const refuseWrongTarget = (addendumId: string, sessionId: string) => {
    const target = notes.addendum(addendumId)
    if (!target || target.sessionId !== sessionId) throw fieldError('correction.addendumId', 'other_session')
    if (target.kind === 'amendment') throw fieldError('correction.addendumId', 'amends_amendment')
    if (!signatures.of(addendumId)) throw fieldError('correction.addendumId', 'amends_draft')
  }

  /** The old words are read from the record, never taken from the caller. */
  const correctionColumns = (session: SessionRow, correction: Correction): CorrectionColumns => {
    const { part, addendumId, reason } = correction
    if (addendumId !== null) refuseWrongTarget(addendumId, session.id)
    return {
      kind: 'amendment',
      correctsPart: part,
      correctsAddendumId: addendumId,
      reason,
      oldText: currentWords(readSession(repositories, session), correction),
    }
  }

  const draftAddendum = (sessionId: string, id: string) => {
    const row = found(notes.addendum(id))
    if (row.sessionId !== sessionId) throw new AppError('NOT_FOUND')
    if (signatures.of(id)) throw new AppError('SIGNED')
    return row
  }

  /** The row as it is signed: the old words are those in force at signing. */
  const signable = (row: AddendumRow, session: SessionRow): AddendumRow => {
    if (readDocument(row) === null) throw fieldError('document', 'unreadable')
    const correction = toCorrection(row)
    if (correction === null) {
      if (row.plainText.trim() === '') throw fieldError('document', 'empty_addendum')
      return row
    }
    const columns = correctionColumns(session, correction)
    if (columns.reason.trim() === '') throw fieldError('correction.reason', 'reason_missing')
    if (isSameText(row.plainText, columns.oldText)) throw fieldError('document', 'unchanged')
    return { ...row, ...columns }
  }

  return {
    'addendum:saveDraft': atomic(({ sessionId, id, document, correction, isEmptied }) => {
      const session = found(sessions.byId(sessionId))
      if (!signatures.of(sessionId)) throw fieldError('sessionId', 'not_signed')
      if (signatures.of(id)) throw new AppError('SIGNED')
      const stored = notes.addendum(id)
      if (stored && stored.sessionId !== sessionId) throw new AppError('CONFLICT')
      const columns = guard.columns(id, stored, document, isEmptied)
      const savedAt = clock.now()
      notes.putAddendum({
        id,
        sessionId,
        ...columns,
        createdAt: stored?.createdAt ?? savedAt,
        createdOffset: stored ? stored.createdOffset : clock.offsetAt(savedAt),
        updatedAt: savedAt,
        ...(correction === null ? noCorrection : correctionColumns(session, correction)),
      })
      return { savedAt }
    }),

    'addendum:discardDraft': atomic(({ sessionId, id }) => {
      draftAddendum(sessionId, id)
      notes.removeAddendum(id)
      return {}
    }),

    'addendum:sign': atomic(({ sessionId, id, acceptedClock }) => {
      const draft = draftAddendum(sessionId, id)
      const last = signatures.last()
      if (last && isClockSetBack(clock.now(), last.signedAt) && acceptedClock !== 'set back') {
        throw fieldError('acceptedClock', 'clock_set_back')
      }
      const row = signable(draft, found(sessions.byId(sessionId)))
      notes.putAddendum(row)
      return seal(row.kind, id)
    }),
  }
}
