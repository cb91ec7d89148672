// A table whose rows belong to sessions and are written as a whole for one session: measures, lists, answers.
import { eq, getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { OpenDatabase } from '../openDatabase.ts'
import { columnPlaceholders, idList } from './placeholders.ts'

export interface SessionRows<Row> {
  /** The rows of these sessions, each session's in the table's order. */
  ofSessions(sessionIds: readonly string[]): Row[]
  /** Replaces all rows of the session. To be called within a transaction. */
  replace(sessionId: string, rows: readonly Row[]): void
}

/** The same where each row has an id of its own. */
export interface IdentifiedRows<Row> extends SessionRows<Row> {
  /** The sessions that the rows of these ids belong to, as far as they are stored. */
  sessionsOf(ids: readonly string[]): string[]
}

type TableOfSessions = SQLiteTable & Record<'sessionId', SQLiteColumn>

/**
 * Prepares the reading of sessions' rows. The table's columns hold SQLite's own values: none is mapped.
 * @param order the columns, as SQL, that a session's rows are ordered by
 */
export function readOfSessions<T extends TableOfSessions, Row extends T['$inferSelect'] = T['$inferSelect']>(
  { sqlite }: OpenDatabase,
  table: T,
  order: string,
): SessionRows<Row>['ofSessions'] {
  // Written by hand: Drizzle's mapping of thousands of rows costs more than reading them.
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => `${column.name} AS "${name}"`)
  const rows = sqlite.prepare<[string], Row>(`
    SELECT ${columns.join(', ')} FROM ${getTableName(table)}
    WHERE session_id IN (SELECT value FROM json_each(?))
    ORDER BY session_id, ${order}`)
  return (sessionIds) => rows.all(idList(sessionIds).ids)
}

/** Prepares the statements of one table; `order` as for {@link readOfSessions}. */
export function createSessionRows<T extends TableOfSessions>(
  database: OpenDatabase,
  table: T,
  order: string,
): SessionRows<T['$inferSelect']> {
  const { orm } = database
  const clear = orm
    .delete(table)
    .where(eq(table.sessionId, sql.placeholder('sessionId')))
    .prepare()
  const insert = orm.insert(table).values(columnPlaceholders(table)).prepare()
  return {
    ofSessions: readOfSessions(database, table, order),
    replace: (sessionId, rows) => {
      clear.run({ sessionId })
      for (const row of rows) insert.run(row)
    },
  }
}

/** {@link createSessionRows} for a table whose rows have ids. */
export function createIdentifiedRows<T extends TableOfSessions & Record<'id', SQLiteColumn>>(
  database: OpenDatabase,
  table: T,
  order: string,
): IdentifiedRows<T['$inferSelect']> {
  const owners = database.sqlite
    .prepare<[string], string>(
      `SELECT DISTINCT session_id FROM ${getTableName(table)} WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
  return {
    ...createSessionRows(database, table, order),
    sessionsOf: (ids) => owners.all(idList(ids).ids),
  }
}
