// Tombstones: who was erased in the vault that this one took the place of, by a restore. What is left of an erased client there
// says nothing of whom; a backup from before does not have it.
import type { OpenDatabase, Sqlite } from '../openDatabase.ts'
import { earlierErasure } from '../schema.ts'

export type Tombstone = Omit<typeof earlierErasure.$inferSelect, 'keptAt'>

/** The client of a tombstone is here all the same: the backup still had them. */
const isBack = `kept_at IS NULL AND EXISTS (SELECT 1 FROM client WHERE client.id = earlier_erasure.client_id)`
const columns = `client_id AS clientId, sequence, fingerprint, erased_at AS erasedAt, erased_offset AS erasedOffset, basis, reason,
  years_after_last AS yearsAfterLast, age_of_majority AS ageOfMajority, years_after_majority AS yearsAfterMajority`

export function createTombstoneRepository({ sqlite, orm }: Pick<OpenDatabase, 'sqlite' | 'orm'>) {
  const cameBack = sqlite.prepare<[], Tombstone & { readonly sessions: number }>(
    `SELECT ${columns}, (SELECT count(*) FROM session WHERE session.client_id = earlier_erasure.client_id) AS sessions FROM earlier_erasure WHERE ${isBack} ORDER BY erased_at, sequence`,
  )
  const ofClient = sqlite.prepare<[string], Tombstone>(
    `SELECT ${columns} FROM earlier_erasure WHERE client_id = ? AND kept_at IS NULL`,
  )
  const keep = sqlite.prepare<[string, string]>('UPDATE earlier_erasure SET kept_at = ? WHERE client_id = ?')
  return {
    /** Those whose client is here all the same, and about whom nobody has decided, with the number of their sessions; the first erased first. */
    cameBack: () => cameBack.all(),
    /** That of a client; undefined for none, and where it was decided that the client stays. */
    ofClient: (clientId: string): Tombstone | undefined => ofClient.get(clientId),
    /** Decides that a client stays. @param at instant, UTC */
    keepClient: (clientId: string, at: string) => void keep.run(at, clientId),
    put(tombstone: Tombstone): void {
      const row = { ...tombstone, keptAt: null }
      orm.insert(earlierErasure).values(row).onConflictDoUpdate({ target: earlierErasure.clientId, set: row }).run()
    },
  }
}

/** Whether a client is back who was erased. */
export const hasErasedCameBack = ({ sqlite }: Pick<OpenDatabase, 'sqlite'>): boolean =>
  sqlite.prepare(`SELECT 1 FROM earlier_erasure WHERE ${isBack} LIMIT 1`).get() !== undefined

const ofOwnErasures = `
SELECT erasure.client_id AS clientId, own.sequence, own.fingerprint, own.signed_at AS erasedAt, own.signed_offset AS erasedOffset,
  basis, reason, years_after_last AS yearsAfterLast, age_of_majority AS ageOfMajority,
  years_after_majority AS yearsAfterMajority
FROM erasure JOIN signature own ON own.subject_id = erasure.id AND own.kind = 'erasure'`

/**
 * What is left of everybody who was erased in a database of any schema version: there, or in one that it took the place of.
 * Throws SQLite's errors.
 */
export function tombstonesIn(sqlite: Sqlite): Tombstone[] {
  const tables = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
  const read = (table: string, statement: string) =>
    tables.includes(table) ? (sqlite.prepare(statement).all() as Tombstone[]) : []
  const earlier = read('earlier_erasure', `SELECT ${columns} FROM earlier_erasure WHERE kept_at IS NULL`)
  // The later one of a client stands for both.
  const all = [...earlier, ...read('erasure', ofOwnErasures)]
  const byClient = new Map(all.map((tombstone) => [tombstone.clientId, tombstone]))
  return [...byClient.values()].toSorted((a, b) => (a.erasedAt < b.erasedAt ? -1 : a.erasedAt > b.erasedAt ? 1 : 0))
}
