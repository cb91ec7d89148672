// One kind of mark on the body map in the database: findings, strokes and treated areas are stored alike.
import { eq, getTableName, sql, type Placeholder } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { OpenDatabase } from '../openDatabase.ts'
import { columnPlaceholders } from './placeholders.ts'
import { readOfSessions } from './sessionRows.ts'

/** What every mark has. */
export interface MarkRow {
  readonly id: string
  readonly sessionId: string
  /** UTC; the order of creation. */
  readonly createdAt: string
}

export interface MarkStore<Row extends MarkRow> {
  byId(id: string): Row | undefined
  /** The marks of these sessions, each session's in the order of creation. */
  ofSessions(sessionIds: readonly string[]): Row[]
  insert(row: Row): void
  /** Overwrites the row of the same id. */
  update(row: Row): void
  remove(id: string): void
  /** When the session's newest mark of this kind was made, or null without any. */
  lastMadeAt(sessionId: string): string | null
}

type MarkTable = SQLiteTable & Record<'id' | 'sessionId' | 'createdAt', SQLiteColumn>

/** Prepares the statements of one table. Its columns hold SQLite's own values: none is mapped when rows are read. */
export function createMarkStore<T extends MarkTable>(
  database: OpenDatabase,
  table: T,
): MarkStore<T['$inferSelect'] & MarkRow> {
  const { sqlite, orm } = database
  type Row = T['$inferSelect'] & MarkRow
  const byId = orm
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare()
  const { id, ...changing } = columnPlaceholders<MarkTable>(table) as Record<string, Placeholder>
  const insert = orm.insert(table).values(columnPlaceholders(table)).prepare()
  const update = orm
    .update(table)
    .set(changing as object)
    .where(eq(table.id, id))
    .prepare()
  const remove = orm
    .delete(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare()
  const lastMadeAt = sqlite.prepare<[string], { at: string | null }>(
    `SELECT MAX(created_at) AS at FROM ${getTableName(table)} WHERE session_id = ?`,
  )
  return {
    byId: (markId) => byId.get({ id: markId }) as Row | undefined,
    ofSessions: readOfSessions<T, Row>(database, table, 'created_at, id'),
    insert: (row) => void insert.run(row),
    update: (row) => void update.run(row),
    remove: (markId) => void remove.run({ id: markId }),
    lastMadeAt: (sessionId) => lastMadeAt.get(sessionId)?.at ?? null,
  }
}
