// Where sessions came from that were brought in from another copy of the vault.
import type { OpenDatabase } from '../openDatabase.ts'
import { sessionOrigin } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'
import { readOfSessions } from './sessionRows.ts'

export type OriginRow = typeof sessionOrigin.$inferSelect

export function createOriginRepository(database: OpenDatabase) {
  const insert = database.orm.insert(sessionOrigin).values(columnPlaceholders(sessionOrigin)).prepare()
  const from = database.sqlite
    .prepare<[string, string], number>('SELECT 1 FROM session_origin WHERE there_id = ? AND content_hash = ?')
    .pluck()
  return {
    ofSessions: readOfSessions(database, sessionOrigin, 'brought_in_at'),
    /** Whether a session of another copy was brought in, with this content. */
    hasFrom: (thereId: string, contentHash: string): boolean => from.get(thereId, contentHash) !== undefined,
    insert: (row: OriginRow) => void insert.run(row),
  }
}
