// Prepared statements over whole rows: one named placeholder for each column of a table.
import { getTableColumns, sql, type Placeholder } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

type Placeholders<T extends SQLiteTable> = { [K in keyof Required<T['$inferInsert']>]: Placeholder }

/** A placeholder for each column, named as the schema names it, so that a whole row is the statement's argument. */
export function columnPlaceholders<T extends SQLiteTable>(table: T): Placeholders<T> {
  const names = Object.keys(getTableColumns(table))
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Placeholders<T>
}
