// Where sessions came from that were brought in from another copy of the vault.
import type { OpenDatabase } from '../openDatabase.ts'
import { sessionOrigin } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'
import { readOfSessions } from './sessionRows.ts'

export type OriginRow = typeof sessionOrigin.$inferSelect

export function createOriginRepository(database: OpenDatabase) {
  const insert = database.orm.insert(sessionOrigin).values(columnPlaceholders(sessionOrigin)).prepare()
  return {
    ofSessions: readOfSessions(database, sessionOrigin, 'brought_in_at'),
    insert: (row: OriginRow) => void insert.run(row),
  }
}
