// Techniques and homework of sessions in the database.
import type { OpenDatabase } from '../openDatabase.ts'
import { sessionItem } from '../schema.ts'
import { createSessionRows } from './sessionRows.ts'

export type SessionItemRow = typeof sessionItem.$inferSelect
export type ItemList = SessionItemRow['list']

export function createSessionItemRepository(database: OpenDatabase) {
  const { ofSessions, replace } = createSessionRows(database, sessionItem, 'list, position')
  return {
    /** The entries of both lists, each list in its own order. */
    ofSessions,
    /** Puts these entries in the place of one list's. To be called within a transaction. */
    replaceList: (sessionId: string, list: ItemList, rows: readonly SessionItemRow[]) => {
      const others = ofSessions([sessionId]).filter((row) => row.list !== list)
      replace(sessionId, [...others, ...rows])
    },
  }
}
