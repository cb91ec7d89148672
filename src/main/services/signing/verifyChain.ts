// Recomputes the practice's chain of signatures from the stored rows, so that a change behind the app's back shows.
import { plainText } from '#shared/domain/note/plainText.ts'
import {
  canonicalAddendum,
  canonicalNote,
  firstPreviousFingerprint,
  isAddendumWithinForm,
  isCanonicalVersion,
  isSealWithinForm,
  isWithinForm,
  type CanonicalVersion,
} from '#shared/domain/record/canonical.ts'
import type { ChainProblem } from '#shared/domain/record/chain.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SignatureRow } from '../../database/repositories/signatureRepository.ts'
import { readDocument, type DocumentColumns } from '../../records/document.ts'
import { addendumContent, fingerprintOf, noteContent, sealOf } from './signedContent.ts'

/** The first signature that does not fit, and why. */
export interface ChainMisfit {
  readonly row: SignatureRow
  readonly problem: ChainProblem
}

export interface CheckedLinks {
  /** How many signatures fit, up to the first one that does not. */
  readonly fitting: number
  /** The last one that fits. */
  readonly last: SignatureRow | undefined
  readonly misfit: ChainMisfit | null
}

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
  if (!isSealWithinForm(version, seal)) return 'fingerprint'
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

function linkProblem(
  repositories: Repositories,
  row: SignatureRow,
  before: SignatureRow | undefined,
): ChainProblem | null {
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
 * Checks signatures that follow each other in the chain.
 * @param rows in the order of their sequence
 * @param before the signature before them, which was checked already; undefined at the beginning
 */
export function checkLinks(
  repositories: Repositories,
  rows: readonly SignatureRow[],
  before: SignatureRow | undefined,
): CheckedLinks {
  let last = before
  for (const [fitting, row] of rows.entries()) {
    const problem = linkProblem(repositories, row, last)
    if (problem) return { fitting, last, misfit: { row, problem } }
    last = row
  }
  return { fitting: rows.length, last, misfit: null }
}

/**
 * Checks every signature from the first to the last.
 * It cannot see that signatures were cut off at the chain's end: nothing after them tells.
 * @returns intact, or the first signature that does not fit and why
 */
export function verifyChain(repositories: Repositories): ChainReport {
  const { fitting, misfit } = checkLinks(repositories, repositories.signatures.all(), undefined)
  if (misfit === null) return { intact: true, signatures: fitting }
  const { sequence, sessionId, addendumId } = misfit.row
  return { intact: false, sequence, sessionId, addendumId, problem: misfit.problem }
}
