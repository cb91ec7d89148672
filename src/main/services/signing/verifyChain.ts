// Recomputes the practice's chain of signatures from the stored rows, so that a change behind the app's back shows.
import { plainText } from '#shared/domain/note/plainText.ts'
import {
  canonicalAddendum,
  canonicalNote,
  firstPreviousFingerprint,
  isAddendumWithinForm,
  isCanonicalVersion,
  isWithinForm,
  type CanonicalVersion,
} from '#shared/domain/record/canonical.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SignatureRow } from '../../database/repositories/signatureRepository.ts'
import { readDocument, type DocumentColumns } from '../sessions/storedDocument.ts'
import { addendumContent, fingerprintOf, noteContent, sealOf } from './signedContent.ts'

/** What does not fit at a signature. */
type ChainProblem =
  | 'sequence' // a link is missing before it, or it was moved
  | 'previous' // it does not continue the link before it
  | 'version' // its canonical form is not known to this version of the app
  | 'missing' // what it signed is no longer there
  | 'fingerprint' // what it signed, or the signature itself, was changed
  | 'plain text' // the text that lists and searches show is not the signed document's

export type ChainReport =
  | { readonly intact: true; readonly signatures: number }
  | {
      readonly intact: false
      /** Where the chain first fails to fit. */
      readonly sequence: number
      readonly sessionId: string
      readonly addendumId: string | null
      readonly problem: ChainProblem
    }

const isDerived = (row: DocumentColumns) => {
  const document = readDocument(row)
  return document !== null && plainText(document) === row.plainText
}

function contentProblem(repositories: Repositories, row: SignatureRow, version: CanonicalVersion): ChainProblem | null {
  const { sessions, notes, signatures } = repositories
  const session = sessions.byId(row.sessionId)
  if (!session || session.discardedAt !== null) return 'missing'
  const seal = sealOf(row, session.clientId)
  if (row.addendumId === null) {
    const content = noteContent(repositories, session)
    // What the form does not cover was not there when it was signed.
    if (!isWithinForm(version, content)) return 'fingerprint'
    if (fingerprintOf(canonicalNote(version, seal, content)) !== row.fingerprint) return 'fingerprint'
    return notes.sectionsOf([session.id]).every(isDerived) ? null : 'plain text'
  }
  const addendum = notes.addendum(row.addendumId)
  const note = signatures.ofNote(row.sessionId)
  if (!addendum || !note) return 'missing'
  const content = addendumContent(addendum, note.fingerprint)
  if (!isAddendumWithinForm(version, content)) return 'fingerprint'
  const canonical = canonicalAddendum(version, seal, content)
  if (fingerprintOf(canonical) !== row.fingerprint) return 'fingerprint'
  return isDerived(addendum) ? null : 'plain text'
}

function linkProblem(repositories: Repositories, row: SignatureRow, before: SignatureRow | undefined) {
  if (row.sequence !== (before?.sequence ?? 0) + 1) return 'sequence'
  if (row.previousFingerprint !== (before?.fingerprint ?? firstPreviousFingerprint)) return 'previous'
  const { canonicalVersion } = row
  if (!isCanonicalVersion(canonicalVersion)) return 'version'
  try {
    return contentProblem(repositories, row, canonicalVersion)
  } catch (error) {
    // A stored document that is no longer JSON cannot be what was signed.
    if (error instanceof SyntaxError) return 'fingerprint'
    throw error
  }
}

/**
 * Checks every signature from the first to the last.
 * It cannot see that signatures were cut off at the chain's end: nothing after them tells.
 * @returns intact, or the first signature that does not fit and why
 */
export function verifyChain(repositories: Repositories): ChainReport {
  const chain = repositories.signatures.all()
  for (const [index, row] of chain.entries()) {
    const problem = linkProblem(repositories, row, chain[index - 1])
    if (problem) {
      const { sequence, sessionId, addendumId } = row
      return { intact: false, sequence, sessionId, addendumId, problem }
    }
  }
  return { intact: true, signatures: chain.length }
}
