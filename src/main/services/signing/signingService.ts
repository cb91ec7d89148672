// Signs notes and addenda into the practice's chain, and keeps drafts of addenda.
import { AppError, fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { Signature } from '#shared/contract/sessions.ts'
import { signerName } from '#shared/domain/practice.ts'
import {
  canonicalAddendum,
  canonicalNote,
  canonicalVersion,
  firstPreviousFingerprint,
  type Seal,
} from '#shared/domain/record/canonical.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SessionRow } from '../../database/repositories/sessionRepository.ts'
import { found } from '../refusals.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { toMarks } from '../bodymap/storedMarks.ts'
import { openDraft } from '../sessions/draftGuard.ts'
import { toSignature } from '../sessions/sessionReader.ts'
import { readDocument, refuseOverwriting, writeDocument } from '../sessions/storedDocument.ts'
import { addendumContent, fingerprintOf, noteContent, sealOf } from './signedContent.ts'

type SigningChannel = 'session:sign' | Extract<ServiceChannel, `addendum:${string}`>

export function createSigningService(repositories: Repositories, { clock }: Surroundings): Handlers<SigningChannel> {
  const { practice, clients, sessions, notes, findings, strokes, treatedAreas, noGo, signatures, atomic } = repositories

  /** Adds the next link of the chain. What is signed decides the canonical form under the given seal. */
  const seal = (session: SessionRow, addendumId: string | null, canonical: (seal: Seal) => string): Signature => {
    const { name, therapistName, credentials, licenceNumber, address, phone } = found(practice.get())
    const client = found(clients.byId(session.clientId))
    const last = signatures.last()
    // Time is stated, never used for order: a clock that was set back must not break the chain.
    const unsigned = {
      sequence: (last?.sequence ?? 0) + 1,
      sessionId: session.id,
      addendumId,
      practiceName: name,
      signerName: signerName({ name, therapistName, credentials, licenceNumber, address, phone }),
      credentials,
      licenceNumber,
      clientFirstName: client.firstName,
      clientLastName: client.lastName,
      clientDateOfBirth: client.dateOfBirth,
      signedAt: clock.now(),
      canonicalVersion,
      previousFingerprint: last?.fingerprint ?? firstPreviousFingerprint,
    }
    const row = { ...unsigned, fingerprint: fingerprintOf(canonical(sealOf(unsigned, client.id))) }
    signatures.insert(row)
    return toSignature(row)
  }

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

  const draftAddendum = (id: string) => {
    const row = found(notes.addendum(id))
    if (signatures.ofAddendum(id)) throw new AppError('SIGNED')
    return row
  }

  return {
    'session:sign': atomic(({ id }) => {
      const session = openDraft(repositories, id)
      if (session.discardedAt !== null) throw new AppError('NOT_FOUND')
      refuseUnsignable(id)
      return seal(session, null, (under) => canonicalNote(canonicalVersion, under, noteContent(repositories, session)))
    }),

    'addendum:saveDraft': atomic(({ sessionId, id, document }) => {
      found(sessions.byId(sessionId))
      if (!signatures.ofNote(sessionId)) throw fieldError('sessionId', 'not_signed')
      if (signatures.ofAddendum(id)) throw new AppError('SIGNED')
      const stored = notes.addendum(id)
      if (stored && stored.sessionId !== sessionId) throw new AppError('CONFLICT')
      refuseOverwriting(stored)
      const savedAt = clock.now()
      notes.putAddendum({
        id,
        sessionId,
        ...writeDocument(document),
        createdAt: stored?.createdAt ?? savedAt,
        updatedAt: savedAt,
        kind: 'addendum',
        correctsPart: null,
        correctsAddendumId: null,
        reason: '',
        oldText: '',
      })
      return { savedAt }
    }),

    'addendum:discardDraft': atomic(({ id }) => {
      draftAddendum(id)
      notes.removeAddendum(id)
      return {}
    }),

    'addendum:sign': atomic(({ id }) => {
      const row = draftAddendum(id)
      if (readDocument(row) === null) throw fieldError('document', 'unreadable')
      if (row.plainText.trim() === '') throw fieldError('document', 'empty_addendum')
      const { fingerprint } = found(signatures.ofNote(row.sessionId))
      const session = found(sessions.byId(row.sessionId))
      return seal(session, id, (under) => canonicalAddendum(canonicalVersion, under, addendumContent(row, fingerprint)))
    }),
  }
}
