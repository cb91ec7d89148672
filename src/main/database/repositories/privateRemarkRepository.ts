// Private remarks in the database: beside the sessions, outside of what is signed.
import { sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { privateRemark } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'
import { readOfSessions } from './sessionRows.ts'

export type PrivateRemarkRow = typeof privateRemark.$inferSelect

export function createPrivateRemarkRepository(database: OpenDatabase) {
  const put = database.orm
    .insert(privateRemark)
    .values(columnPlaceholders(privateRemark))
    .onConflictDoUpdate({
      target: privateRemark.sessionId,
      set: { text: sql`excluded.text`, updatedAt: sql`excluded.updated_at` },
    })
    .prepare()
  return {
    ofSessions: readOfSessions(database, privateRemark, 'updated_at'),
    put: (row: PrivateRemarkRow) => void put.run(row),
  }
}
