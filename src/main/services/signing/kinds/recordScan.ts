// How verifying the record looks for what goes beyond the chain: a little in each step, whatever there is to read.
import { countedFinding, type RecordFinding, type RecordFindingKind } from '#shared/domain/record/recordFindings.ts'
import type { Repositories } from '../../../database/repositories/repositories.ts'
import type { SessionQuestion } from '../../../database/repositories/sealRepository.ts'

/** One look for what only a signed record can have, and an unsigned one has, or for what must not be there at all. */
export type RecordScan = (repositories: Repositories) => Generator<void, readonly RecordFinding[], void>

/**
 * Sees every row of what is read in stretches, one stretch in each step.
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

/** A look that counts the sessions of which one of these is so. */
export const countsSessions = (kind: RecordFindingKind, questions: readonly SessionQuestion[]): RecordScan =>
  function* look({ seals }) {
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
