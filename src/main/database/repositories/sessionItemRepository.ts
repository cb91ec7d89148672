// Techniques and homework of sessions in the database.
import type { SessionItem } from '#shared/domain/sessionItem.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { sessionItem } from '../schema.ts'
import { createSessionRows } from './sessionRows.ts'

export type SessionItemRow = typeof sessionItem.$inferSelect
export type ItemList = SessionItemRow['list']

// Painting a treated area adds its technique here.
const mostUsedSql: Readonly<Record<ItemList, string>> = {
  technique: `SELECT text FROM (
      SELECT text FROM session_item WHERE list = 'technique'
      UNION ALL SELECT technique FROM treated_area)`,
  homework: `SELECT text FROM session_item WHERE list = 'homework'`,
}

export function createSessionItemRepository(database: OpenDatabase) {
  const { ofSessions, replace } = createSessionRows(database, sessionItem, 'list, position')
  const mostUsed = (list: ItemList) =>
    database.sqlite
      .prepare<[number], string>(`${mostUsedSql[list]} GROUP BY text ORDER BY COUNT(*) DESC, text LIMIT ?`)
      .pluck()
  const mostUsedOf = { technique: mostUsed('technique'), homework: mostUsed('homework') }
  return {
    /** The entries of both lists, each list in its own order. */
    ofSessions,
    /** The entries used in most sessions, the most used first. */
    mostUsed: (list: ItemList, limit: number): string[] => mostUsedOf[list].all(limit),
    /** Replaces both lists. To be called within a transaction. */
    replace,
    /** Replaces one list. To be called within a transaction. */
    replaceList: (sessionId: string, list: ItemList, items: readonly SessionItem[]) => {
      const others = ofSessions([sessionId]).filter((row) => row.list !== list)
      replace(sessionId, [...others, ...items.map((item, position) => ({ ...item, sessionId, list, position }))])
    },
  }
}
