// One kind of mark on the body map in the database: findings, strokes and treated areas are kept alike.
import { asc, eq, getTableName, sql, type Placeholder } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { OpenDatabase } from '../openDatabase.ts'
import { columnPlaceholders } from './columnPlaceholders.ts'
import { idList, isOneOf } from './idList.ts'

/** What every mark has. */
export interface MarkRow {
  readonly id: string
  readonly sessionId: string
  /** UTC; the order of making. */
  readonly createdAt: string
}

export interface MarkStore<Row extends MarkRow> {
  byId(id: string): Row | undefined
  /** The marks of these sessions in the order of making. */
  ofSessions(sessionIds: readonly string[]): Row[]
  insert(row: Row): void
  /** Writes the row over the one of the same id. */
  update(row: Row): void
  remove(id: string): void
  /** When the session's newest mark of this kind was made, or null without any. */
  lastMadeAt(sessionId: string): string | null
}

type MarkTable = SQLiteTable & Record<'id' | 'sessionId' | 'createdAt', SQLiteColumn>

/** Prepares the statements of one table. */
export function createMarkStore<T extends MarkTable>(
  { sqlite, orm }: OpenDatabase,
  table: T,
): MarkStore<T['$inferSelect'] & MarkRow> {
  type Row = T['$inferSelect'] & MarkRow
  const from = orm.select().from(table as SQLiteTable)
  const byId = from.where(eq(table.id, sql.placeholder('id'))).prepare()
  const ofSessions = orm
    .select()
    .from(table as SQLiteTable)
    .where(isOneOf(table.sessionId))
    .orderBy(asc(table.createdAt), asc(table.id))
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
    ofSessions: (sessionIds) => ofSessions.all(idList(sessionIds)) as Row[],
    insert: (row) => void insert.run(row),
    update: (row) => void update.run(row),
    remove: (markId) => void remove.run({ id: markId }),
    lastMadeAt: (sessionId) => lastMadeAt.get(sessionId)?.at ?? null,
  }
}
