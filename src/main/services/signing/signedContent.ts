// Reads what a signature covers as it is stored, in the shape of the canonical form.
import { createHash } from 'node:crypto'
import type { AddendumContent, NoteContent, Seal } from '#shared/domain/record/signedContent.ts'
import { toCorrection } from '../../records/session.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import type { AddendumRow } from '../../database/repositories/noteRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SessionRow } from '../../database/repositories/sessionRepository.ts'
import type { SignatureRow } from '../../database/repositories/signatureRepository.ts'

/** SHA-256 over the UTF-8 bytes of a canonical form, 64 lower-case hex digits. */
export const fingerprintOf = (canonical: string) => createHash('sha256').update(canonical, 'utf8').digest('hex')

/** The seal that a signature's row states. */
export const sealOf = (row: Omit<SignatureRow, 'fingerprint'>, clientId: string): Seal => ({
  sequence: row.sequence,
  previousFingerprint: row.previousFingerprint,
  practiceName: row.practiceName,
  signerName: row.signerName,
  credentials: row.credentials,
  licenceNumber: row.licenceNumber,
  signedAt: row.signedAt,
  signedOffset: row.signedOffset,
  client: {
    id: clientId,
    firstName: row.clientFirstName,
    lastName: row.clientLastName,
    dateOfBirth: row.clientDateOfBirth,
  },
})

/**
 * The note of a session as it is stored.
 * @throws SyntaxError when a stored document is not JSON
 */
export function noteContent(repositories: Repositories, session: SessionRow): NoteContent {
  const { notes, findings, strokes, treatedAreas, noGo, measures, items, timer, signAnswers } = repositories
  const ids = [session.id]
  const sections = notes.sectionsOf(ids)
  const listed = items.ofSessions(ids)
  return {
    session,
    sections: sectionIds.flatMap((section) =>
      sections
        .filter((row) => row.section === section)
        .map(({ schemaVersion, document }) => ({ section, schemaVersion, document: JSON.parse(document) as unknown })),
    ),
    findings: findings.ofSessions(ids).map((row) => ({
      ...row,
      point: row.x === null || row.y === null ? null : { x: row.x, y: row.y },
      isConfirmed: row.isConfirmed === 1,
    })),
    strokes: strokes.ofSessions(ids).map((row) => ({ ...row, points: row.points.toString('base64') })),
    treatedAreas: treatedAreas.ofSessions(ids),
    noGoAnswers: noGo.answersOf(ids),
    scores: measures.scores.ofSessions(ids),
    ranges: measures.ranges.ofSessions(ids),
    activities: measures.activities.ofSessions(ids),
    techniques: listed.filter(({ list }) => list === 'technique'),
    homework: listed.filter(({ list }) => list === 'homework'),
    timedSpans: timer.ofSessions(ids),
    signAnswers: signAnswers.ofSessions(ids),
  }
}

/**
 * An addendum as it is stored.
 * @throws SyntaxError when the stored document is not JSON
 */
export function addendumContent(row: AddendumRow, noteFingerprint: string): AddendumContent {
  return {
    id: row.id,
    sessionId: row.sessionId,
    noteFingerprint,
    enteredAt: row.createdAt,
    enteredOffset: row.createdOffset,
    schemaVersion: row.schemaVersion,
    document: JSON.parse(row.document) as unknown,
    kind: row.kind,
    correction: toCorrection(row),
  }
}
