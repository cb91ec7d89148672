// Scans of the record beyond the chain of signatures: a little in each step, however many rows there are.
import { countedFinding, type RecordFinding, type RecordFindingKind } from '#shared/domain/record/recordFindings.ts'
import type { Repositories } from '../../../database/repositories/repositories.ts'
import type { SessionQuestion } from '../../../database/repositories/sealRepository.ts'

/** One scan for rows that only a signed record can have and an unsigned one has, or that must not exist at all. */
export type RecordScan = (repositories: Repositories) => Generator<void, readonly RecordFinding[], void>

/**
 * Visits every row of a query that is read in batches, one batch in each step.
 * @param read gives the next rows after a key, in the order of their keys; none at the end
 */
export function* forEachRow<Row, Key>(
  read: (after: Key) => readonly Row[],
  start: Key,
  keyOf: (row: Row) => Key,
  see: (row: Row) => void,
): Generator<void, void, void> {
  let after = start
  for (;;) {
    const rows = read(after)
    for (const row of rows) see(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = keyOf(last)
    yield
  }
}

/** A scan that counts the sessions for which one of these questions is true. */
export const countsSessions = (kind: RecordFindingKind, questions: readonly SessionQuestion[]): RecordScan =>
  function* scan({ seals }) {
    const found = new Set<string>()
    for (const question of questions) {
      yield* forEachRow(
        (after: string | null) => seals.sessions(question, after),
        null,
        ({ sessionId }) => sessionId,
        ({ sessionId, isFound }) => isFound === 1 && found.add(sessionId),
      )
    }
    return countedFinding(kind, found.size)
  }
