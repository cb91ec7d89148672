// Placeholders of prepared statements: one for each column of a table, and one for a list of ids of any length.
import { getTableColumns, inArray, sql, type Column, type Placeholder, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

type Placeholders<T extends SQLiteTable> = { [K in keyof Required<T['$inferInsert']>]: Placeholder }

/** A placeholder for each column, named as the schema names it, so that a whole row is the statement's argument. */
export function columnPlaceholders<T extends SQLiteTable>(table: T): Placeholders<T> {
  const names = Object.keys(getTableColumns(table))
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Placeholders<T>
}

/** The column's value is in the list that the statement is run with; see {@link idList}. */
export function isOneOf(column: Column): SQL {
  return inArray(column, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)
}

/** The argument for a statement with {@link isOneOf}. */
export const idList = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) })
