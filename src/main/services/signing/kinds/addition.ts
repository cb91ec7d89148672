// Additions to a signed note, as two kinds of record: addendum and amendment.
import {
  canonicalAddendum,
  canonicalVersion,
  canonicalVersions,
  isAddendumWithinForm,
  isCanonicalVersion,
  isSealWithinForm,
} from '#shared/domain/record/canonical.ts'
import type { AddendumKind } from '#shared/domain/record/amendment.ts'
import { countedFinding } from '#shared/domain/record/recordFindings.ts'
import { isOfClient, type AddendumContent } from '#shared/domain/record/signedContent.ts'
import type { AddendumRow } from '../../../database/repositories/noteRepository.ts'
import type { Repositories } from '../../../database/repositories/repositories.ts'
import { countsSessions, forEachRow, type RecordScan } from './recordScan.ts'
import { hasOwnText, type SignedKind } from './signedKind.ts'

export const addendum: SignedKind = {
  ...addition('addendum'),
  name: 'addendum to the note',
  scans: [countsSessions('additions without signature', ['additions unsigned'])],
}

export const amendment: SignedKind = {
  ...addition('amendment'),
  name: 'amendment of the note',
  scans: [correctsUnsigned],
}

/** Counts amendments of an addendum that has no signature. */
function* correctsUnsigned({ seals }: Repositories): ReturnType<RecordScan> {
  let count = 0
  yield* forEachRow(
    seals.amends,
    Number.MIN_SAFE_INTEGER,
    ({ id }) => id,
    ({ isUnsigned }) => (count += isUnsigned),
  )
  return countedFinding('additions without signature', count)
}

function addition(id: AddendumKind): Omit<SignedKind, 'name' | 'scans'> {
  return {
    versions: canonicalVersions,
    version: canonicalVersion,
    read({ notes, sessions, signatures }, rowId) {
      const row = notes.addendum(rowId)
      const session = row && sessions.byId(row.sessionId)
      if (!session || session.discardedAt !== null) return undefined
      const document: unknown = JSON.parse(row.document)
      return {
        sessionId: session.id,
        clientId: session.clientId,
        canonical(version, seal) {
          const signedNote = signatures.of(session.id)
          // The form depends on the row's kind: here it is checked that the signature names the same one.
          if (!isCanonicalVersion(version) || !isOfClient(seal) || !signedNote || row.kind !== id) return null
          const content = { ...additionContent(row, document), noteFingerprint: signedNote.fingerprint }
          if (!isSealWithinForm(version, seal) || !isAddendumWithinForm(version, content)) return null
          return canonicalAddendum(version, seal, content)
        },
        hasOwnTexts: () => hasOwnText(row),
      }
    },
  }
}

function additionContent(row: AddendumRow, document: unknown): Omit<AddendumContent, 'noteFingerprint'> {
  return {
    id: row.id,
    sessionId: row.sessionId,
    enteredAt: row.createdAt,
    enteredOffset: row.createdOffset,
    schemaVersion: row.schemaVersion,
    document,
    kind: row.kind,
    correction:
      row.kind === 'amendment'
        ? { part: row.correctsPart, addendumId: row.correctsAddendumId, reason: row.reason, oldText: row.oldText }
        : null,
  }
}
