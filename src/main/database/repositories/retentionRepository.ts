// How long records are kept, in the database: the practice's rule, and the newest entry of each client's record.
import { sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { retentionRule } from '../schema.ts'

export type RetentionRow = Omit<typeof retentionRule.$inferSelect, 'id'>

/** An instant, UTC, with its minutes east of UTC where they are known; both null where there is none. */
interface EntryRow {
  readonly clientId: string
  readonly at: string | null
  readonly offset: number | null
}

/** A client with what their retention depends on. */
export interface RetainedRow {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredName: string
  readonly dateOfBirth: string | null
  readonly createdAt: string
  readonly isArchived: 0 | 1
  /** Service date and time of the newest session, in the bin or not. */
  readonly lastVisitAt: string | null
}

const chosen = `(@id IS NULL OR c.id = @id)`

// Beside an aggregate of max SQLite gives the other columns of the same row.
const entriesSql = `
SELECT clientId, max(at) AS at, offset FROM (
  SELECT s.client_id AS clientId, s.entered_at AS at, s.entered_offset AS offset FROM session s
  UNION ALL SELECT s.client_id, s.updated_at, s.entered_offset FROM session s
  UNION ALL SELECT s.client_id, a.updated_at, a.created_offset FROM addendum a JOIN session s ON s.id = a.session_id
  UNION ALL SELECT g.client_id, g.signed_at, g.signed_offset FROM signature g WHERE g.client_id IS NOT NULL
) JOIN client c ON c.id = clientId
WHERE ${chosen} GROUP BY clientId`

export function createRetentionRepository({ sqlite, orm }: OpenDatabase) {
  const rule = orm.select().from(retentionRule).prepare()
  const clients = sqlite.prepare<[{ id: string | null }], RetainedRow>(`
    SELECT c.id, c.first_name AS firstName, c.last_name AS lastName, c.preferred_name AS preferredName,
      c.date_of_birth AS dateOfBirth, c.created_at AS createdAt, c.archived_at IS NOT NULL AS isArchived,
      (SELECT max(s.service_start) FROM session s WHERE s.client_id = c.id) AS lastVisitAt
    FROM client c WHERE ${chosen} ORDER BY c.sort_key, c.id`)
  const entries = sqlite.prepare<[{ id: string | null }], EntryRow>(entriesSql)
  return {
    /** The practice's rule; undefined while none is chosen. */
    rule: (): RetentionRow | undefined => rule.get(),
    putRule(row: RetentionRow): void {
      const values = { id: 1, ...row }
      orm.insert(retentionRule).values(values).onConflictDoUpdate({ target: retentionRule.id, set: row }).run()
    },
    /** Stores that no rule is chosen. */
    removeRule: () =>
      void orm
        .delete(retentionRule)
        .where(sql`true`)
        .run(),
    /** Every client, or the one with an id, by name. */
    clients: (id: string | null): RetainedRow[] => clients.all({ id }),
    /** The newest instant at which something was entered, saved or signed, for the same clients; none for who has no session. */
    newestEntries: (id: string | null): EntryRow[] => entries.all({ id }),
  }
}
