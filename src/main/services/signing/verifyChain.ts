// Recomputes the practice's chain of signatures from the stored rows, so that a change made outside of the app shows.
import { firstPreviousFingerprint } from '#shared/domain/record/canonical.ts'
import type { ChainProblem } from '#shared/domain/record/recordFindings.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SignatureRow } from '../../database/repositories/signatureRepository.ts'
import { runAtOnce, type Steps } from '../../jobs/jobs.ts'
import { kindOf, signedKinds, type SignedKinds } from './kinds/signedKinds.ts'
import { fingerprintOf, sealOf } from './sealing.ts'

/** The first signature that does not fit, and why. */
export interface ChainMismatch {
  readonly row: SignatureRow
  readonly problem: ChainProblem
}

export interface CheckedLinks {
  /** How many signatures fit, up to the first one that does not. */
  readonly fitting: number
  /** The last one that fits. */
  readonly last: SignatureRow | undefined
  readonly mismatch: ChainMismatch | null
}

export type ChainReport =
  | { readonly intact: true; readonly signatures: number }
  | {
      readonly intact: false
      /** Where the chain first fails to fit. */
      readonly sequence: number
      /** What was signed there: its kind and its id, and the session whose record it is a part of. */
      readonly kind: string
      readonly subjectId: string
      readonly sessionId: string | null
      readonly problem: ChainProblem
    }

/**
 * Whether a later erasure, which is signed and checked as a link of its own, lists this signature; and nothing in it names whom
 * the record was about.
 */
function isErased({ erasures }: Repositories, row: SignatureRow): boolean {
  const names = [row.sessionId, row.clientId, row.clientFirstName, row.clientLastName, row.clientDateOfBirth]
  return names.every((name) => name === null) && erasures.covers(row)
}

function recordProblem(repositories: Repositories, kinds: SignedKinds, row: SignatureRow): ChainProblem | null {
  const kind = kindOf(kinds, row.kind)
  if (!kind?.versions.includes(row.canonicalVersion)) return 'version'
  const record = kind.read(repositories, row.subjectId)
  if (!record) return isErased(repositories, row) ? null : 'missing'
  if (record.sessionId !== row.sessionId || record.clientId !== row.clientId) return 'fingerprint'
  const canonical = record.canonical(row.canonicalVersion, sealOf(row))
  if (canonical === null || fingerprintOf(canonical) !== row.fingerprint) return 'fingerprint'
  return record.hasOwnTexts() ? null : 'plain text'
}

/**
 * The fingerprint of what is stored of a signed record; null where there is none, or where it cannot be read.
 */
export function storedFingerprint(repositories: Repositories, kinds: SignedKinds, row: SignatureRow): string | null {
  try {
    const record = kindOf(kinds, row.kind)?.read(repositories, row.subjectId)
    const canonical = record?.canonical(row.canonicalVersion, sealOf(row)) ?? null
    return canonical === null ? null : fingerprintOf(canonical)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Whether it is known that the record was not complete when the vault was salvaged, and it is still what was left then. */
function isKnownIncomplete(repositories: Repositories, kinds: SignedKinds, row: SignatureRow): boolean {
  const left = repositories.salvages.leftOf(row.sequence, row.fingerprint)
  return left !== undefined && left === storedFingerprint(repositories, kinds, row)
}

function linkProblem(
  repositories: Repositories,
  kinds: SignedKinds,
  row: SignatureRow,
  before: SignatureRow | undefined,
): ChainProblem | null {
  const { salvages } = repositories
  const expected = (before?.sequence ?? 0) + 1
  let previous: string | null = before?.fingerprint ?? firstPreviousFingerprint
  if (row.sequence !== expected) {
    if (row.sequence < expected || !salvages.areLost(expected, row.sequence - 1)) return 'sequence'
    previous = salvages.lostSignature(row.sequence - 1) ?? null
  }
  if (previous !== null && row.previousFingerprint !== previous) return 'previous'
  const problem = recordProblemOf(repositories, kinds, row)
  return problem !== null && isKnownIncomplete(repositories, kinds, row) ? null : problem
}

/** Why a record is not what was signed; null when it is. */
export function recordProblemOf(
  repositories: Repositories,
  kinds: SignedKinds,
  row: SignatureRow,
): ChainProblem | null {
  try {
    return recordProblem(repositories, kinds, row)
  } catch (error) {
    // A stored document that is no longer JSON cannot be what was signed.
    if (error instanceof SyntaxError) return 'fingerprint'
    throw error
  }
}

/** How many signatures are read at once. */
const stretchLength = 200

/** Before the first sequence, and before any that somebody may have made up. */
const beginning = Number.MIN_SAFE_INTEGER

/**
 * Checks every signature from the first to the last, one in each step, up to the first one that does not fit.
 * It cannot see that signatures were cut off at the chain's end: no later link refers to them.
 * @param kinds the known kinds: a signature of another one cannot be checked
 */
export function* checkChain(repositories: Repositories, kinds: SignedKinds): Steps<CheckedLinks, 'record check'> {
  const { signatures } = repositories
  const total = signatures.last()?.sequence ?? 0
  let fitting = 0
  let last: SignatureRow | undefined
  for (;;) {
    const rows = signatures.after(last?.sequence ?? beginning, stretchLength)
    for (const row of rows) {
      const problem = linkProblem(repositories, kinds, row, last)
      if (problem) return { fitting, last, mismatch: { row, problem } }
      last = row
      fitting += 1
      yield { stage: 'signatures', done: fitting, total }
    }
    if (rows.length < stretchLength) return { fitting, last, mismatch: null }
  }
}

/**
 * The same at once.
 * @returns intact, or the first signature that does not fit and why
 */
export function verifyChain(repositories: Repositories, kinds: SignedKinds = signedKinds): ChainReport {
  const { fitting, mismatch } = runAtOnce(checkChain(repositories, kinds))
  if (mismatch === null) return { intact: true, signatures: fitting }
  const { sequence, kind, subjectId, sessionId } = mismatch.row
  return { intact: false, sequence, kind, subjectId, sessionId, problem: mismatch.problem }
}
