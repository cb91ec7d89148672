// Whether an entry of the audit log continues the one before it: what was changed, removed or put in another order shows.
import { auditText, noHash, type AuditEntry } from './auditEntry.ts'

export const auditProblems = [
  'sequence', // entries before it are gone, or it is not in its place
  'previous', // it continues another entry than the one that is there
  'hash', // it is not as it was written
] as const
export type AuditProblem = (typeof auditProblems)[number]

type Hashed = AuditEntry & { readonly hash: string }

/**
 * What does not fit about an entry; null when all does.
 * @param before the entry before it; undefined for the first
 * @param sha256 64 lower-case hex digits
 */
export function auditProblem(
  entry: Hashed,
  before: Pick<Hashed, 'sequence' | 'hash'> | undefined,
  sha256: (text: string) => string,
): AuditProblem | null {
  if (entry.sequence !== (before?.sequence ?? 0) + 1) return 'sequence'
  if (entry.previousHash !== (before?.hash ?? noHash)) return 'previous'
  return sha256(auditText(entry)) === entry.hash ? null : 'hash'
}
