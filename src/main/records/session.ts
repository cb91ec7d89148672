// Reads sessions from their rows, one or five hundred with the same few statements.
import type { SessionOrigin, SessionRecord, Signature } from '#shared/contract/sessions.ts'
import { emptyDocument } from '#shared/domain/note/document.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import type { ClientRow } from '../database/repositories/clientRepository.ts'
import type { AddendumRow, SectionRow } from '../database/repositories/noteRepository.ts'
import type { OriginRow } from '../database/repositories/originRepository.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import type { SessionRow } from '../database/repositories/sessionRepository.ts'
import type { SignatureRow } from '../database/repositories/signatureRepository.ts'
import { toMarks, toNoGoAnswer, toNoGoArea } from './marks.ts'
import { found } from './found.ts'
import { untouchedSections } from './beginning.ts'
import { readBeside } from './besideTheNote.ts'
import { readDocument } from './document.ts'

/** A session's row with its place in the client's history. */
export interface NumberedSession {
  readonly row: SessionRow
  readonly number: number
}

/** When, how long and where. The order of the members matters: a draft's history compares them as text. */
export const detailsOf = ({ serviceStart, lengthMinutes, place, visitAddress }: SessionDetails): SessionDetails => ({
  serviceStart,
  lengthMinutes,
  place,
  visitAddress,
})

/** The signature as the contract gives it. */
export const toSignature = (row: SignatureRow): Signature => ({
  sequence: row.sequence,
  signerName: row.signerName,
  credentials: row.credentials,
  licenceNumber: row.licenceNumber,
  practiceName: row.practiceName,
  signedAt: row.signedAt,
  signedOffset: row.signedOffset,
  fingerprint: row.fingerprint,
  previousFingerprint: row.previousFingerprint,
})

const toAddendum = ({ addendum, signature }: { addendum: AddendumRow; signature: SignatureRow | null }) => ({
  id: addendum.id,
  kind: addendum.kind,
  correction: toCorrection(addendum),
  document: readDocument(addendum),
  plainText: addendum.plainText,
  createdAt: addendum.createdAt,
  createdOffset: addendum.createdOffset,
  signature: signature && toSignature(signature),
})

/** What an amendment corrects, or null for an addendum. */
export const toCorrection = ({ kind, correctsPart, correctsAddendumId, reason, oldText }: AddendumRow) =>
  kind === 'amendment' ? { part: correctsPart, addendumId: correctsAddendumId, reason, oldText } : null

const toOrigin = (row: OriginRow): SessionOrigin => ({
  broughtInAt: row.broughtInAt,
  broughtInOffset: row.broughtInOffset,
  signature:
    row.signedAt === null || row.signerName === null || row.fingerprint === null
      ? null
      : {
          signedAt: row.signedAt,
          signedOffset: row.signedOffset,
          signerName: row.signerName,
          fingerprint: row.fingerprint,
        },
})

/** All four sections in their order; one that was never written is an empty document. */
function toSections(rows: readonly SectionRow[], isUntouched: (row: SectionRow) => boolean): SessionRecord['sections'] {
  return sectionIds.map((section) => {
    const row = rows.find((candidate) => candidate.section === section)
    return row
      ? {
          section,
          document: readDocument(row),
          plainText: row.plainText,
          updatedAt: row.updatedAt,
          ...(isUntouched(row) && { isUntouched: true }),
        }
      : { section, document: emptyDocument, plainText: '', updatedAt: null }
  })
}

/**
 * Reads one session completely, with its number among the client's.
 * @throws NOT_FOUND when its client is not there
 */
export function readSession(repositories: Repositories, row: SessionRow): SessionRecord {
  const { clients, sessions } = repositories
  const client = found(clients.byId(row.clientId))
  return found(readSessions(repositories, client, [{ row, number: sessions.numberOf(row.id) }])[0])
}

/**
 * Reads sessions of one client completely.
 * @param sessions in the order of the answer
 */
export function readSessions(
  repositories: Repositories,
  client: ClientRow,
  sessions: readonly NumberedSession[],
): SessionRecord[] {
  const { notes, findings, strokes, treatedAreas, noGo, signatures, origins, salvages } = repositories
  const ids = sessions.map(({ row }) => row.id)
  const isUntouched = untouchedSections(repositories, client)
  const besideOf = readBeside(repositories, ids)
  const sections = Map.groupBy(notes.sectionsOf(ids), (row) => row.sessionId)
  const marked = Map.groupBy(findings.ofSessions(ids), (row) => row.sessionId)
  const drawn = Map.groupBy(strokes.ofSessions(ids), (row) => row.sessionId)
  const treated = Map.groupBy(treatedAreas.ofSessions(ids), (row) => row.sessionId)
  const noGoAreas = noGo.areasOf(client.id).map(toNoGoArea)
  const answered = Map.groupBy(noGo.answersOf(ids), (row) => row.sessionId)
  const addenda = Map.groupBy(notes.addendaOf(ids), (row) => row.addendum.sessionId)
  const origin = new Map(origins.ofSessions(ids).map((row) => [row.sessionId, toOrigin(row)]))
  const lost = Map.groupBy(salvages.lostOfSessions(ids), ({ sessionId }) => sessionId)
  const signed = new Map(signatures.ofAll(ids).map((row) => [row.subjectId, toSignature(row)]))
  const shownClient: SessionRecord['client'] = {
    id: client.id,
    firstName: client.firstName,
    lastName: client.lastName,
    preferredName: client.preferredName,
    pronouns: client.pronouns,
    dateOfBirth: client.dateOfBirth,
    address: client.address,
    alert: client.alert,
  }
  return sessions.map(({ row, number }) => ({
    id: row.id,
    number,
    details: detailsOf(row),
    enteredAt: row.enteredAt,
    enteredOffset: row.enteredOffset,
    lateEntryReason: row.lateEntryReason,
    origin: origin.get(row.id) ?? null,
    lost: (lost.get(row.id) ?? []).map(({ kind }) => kind),
    ...besideOf(row),
    painBefore: row.painBefore,
    painAfter: row.painAfter,
    client: shownClient,
    // A signed section counts as written, whatever it began with.
    sections: toSections(sections.get(row.id) ?? [], (section) => !signed.has(row.id) && isUntouched(row, section)),
    ...toMarks({
      findings: marked.get(row.id) ?? [],
      strokes: drawn.get(row.id) ?? [],
      treatedAreas: treated.get(row.id) ?? [],
    }),
    noGoAreas,
    noGoAnswers: (answered.get(row.id) ?? []).map(toNoGoAnswer),
    signature: signed.get(row.id) ?? null,
    addenda: (addenda.get(row.id) ?? []).map(toAddendum),
    updatedAt: row.updatedAt,
  }))
}
