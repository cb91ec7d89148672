// What tables and indexes of a schema version look like, taken from an empty database in memory that has taken its steps.
import Database from 'better-sqlite3'
import type { Migration } from '../migrations/migrations.ts'
import { nativeAddon } from '../nativeAddon.ts'
import { isSqliteError } from '../sqliteErrors.ts'
import type { Row, Value } from './btree.ts'

interface ColumnModel {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  /** The value of rows from before the column was added. */
  readonly defaultValue: Value
}

export interface TableModel {
  readonly name: string
  /** In the order in which a row stores them. */
  readonly columns: readonly ColumnModel[]
  /** The column that is the row's number itself, by its place; -1 for none. */
  readonly numberColumn: number
  readonly hasRowNumbers: boolean
}

export interface IndexModel {
  readonly name: string
  readonly table: string
  /** The table's columns in the order of the index. The row's number follows. */
  readonly columns: readonly string[]
  /** Whether every row of the table has an entry. */
  readonly isOfAllRows: boolean
}

export interface SchemaModel {
  readonly version: number
  readonly tables: readonly TableModel[]
  readonly indexes: readonly IndexModel[]
  /** The SQL of everything in it, by name. */
  readonly sql: ReadonlyMap<string, string | null>
  readonly triggers: ReadonlyMap<string, string>
  /** Whether a table of this version can hold a row. */
  takes(table: TableModel, row: Row): boolean
  close(): void
}

type Sqlite = Database.Database

/** The values of a row as the table's columns: what an older version left out has its default. */
export function columnValues({ columns, numberColumn }: TableModel, { rowid, values }: Row): Value[] {
  return columns.map(({ defaultValue }, index) => {
    if (index === numberColumn) return rowid
    return values && index < values.length ? (values[index] ?? null) : defaultValue
  })
}

/** The statement that puts such values, after the row's number where there are numbers, into the table. */
export function insertInto({ name, columns, numberColumn, hasRowNumbers }: TableModel): string {
  const hasOwnNumber = hasRowNumbers && numberColumn < 0
  const names = [...(hasOwnNumber ? ['rowid'] : []), ...columns.map((column) => `"${column.name}"`)]
  return `INSERT INTO "${name}" (${names.join(',')}) VALUES (${names.map(() => '?').join(',')})`
}

/** What {@link insertInto} takes for a row. */
export function insertedValues(table: TableModel, row: Row): Value[] {
  const values = columnValues(table, row)
  return table.hasRowNumbers && table.numberColumn < 0 ? [row.rowid, ...values] : values
}

/** @param steps the schema's steps up to the version */
export function schemaModel(steps: readonly Migration[]): SchemaModel {
  const addon = nativeAddon()
  const sqlite = new Database(':memory:', addon === undefined ? {} : { nativeBinding: addon })
  sqlite.pragma('foreign_keys = OFF')
  for (const { sql, code } of steps) {
    sqlite.exec(sql)
    code?.(sqlite)
  }
  type Entry = { readonly type: string; readonly name: string; readonly tbl_name: string; readonly sql: string | null }
  const entries = sqlite.prepare<[], Entry>('SELECT type, name, tbl_name, sql FROM sqlite_master').all()
  const ofType = (type: string) => entries.filter((entry) => entry.type === type)
  const tables = ofType('table').map(({ name }) => tableModel(sqlite, name))
  const indexes = ofType('index')
    .map(({ name, tbl_name: table }) => indexModel(sqlite, name, table))
    // The tree of a table without row numbers is the table itself.
    .filter(({ table }) => tables.find(({ name }) => name === table)?.hasRowNumbers === true)
  const triggers = new Map(ofType('trigger').map(({ name, sql }) => [name, sql ?? '']))
  for (const name of triggers.keys()) sqlite.exec(`DROP TRIGGER "${name}"`)
  // What the steps put in would stand in the way of the rows that are tried.
  for (const { name } of tables) sqlite.exec(`DELETE FROM "${name}"`)
  return {
    version: steps.length,
    tables,
    indexes,
    sql: new Map(entries.map(({ name, sql }) => [name, sql])),
    triggers,
    takes: (table, row) => canHold(sqlite, table, row),
    close: () => void sqlite.close(),
  }
}

function tableModel(sqlite: Sqlite, name: string): TableModel {
  type Info = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }
  const infos = sqlite.pragma(`table_info("${name}")`) as Info[]
  const isWithout = sqlite.prepare('SELECT wr FROM pragma_table_list WHERE name = ?').pluck().get(name) === 1
  const keys = infos.filter(({ pk }) => pk > 0)
  const alias = !isWithout && keys.length === 1 && keys[0]?.type === 'INTEGER' ? keys[0].name : null
  const stored = isWithout ? [...keys.toSorted((a, b) => a.pk - b.pk), ...infos.filter(({ pk }) => pk === 0)] : infos
  return {
    name,
    columns: stored.map(({ name: column, type, notnull, dflt_value: value, pk }) => ({
      name: column,
      type,
      isRequired: notnull === 1 || (isWithout && pk > 0),
      defaultValue: value === null ? null : (sqlite.prepare(`SELECT ${value}`).pluck().get() as Value),
    })),
    numberColumn: stored.findIndex(({ name: column }) => column === alias),
    hasRowNumbers: !isWithout,
  }
}

function indexModel(sqlite: Sqlite, name: string, table: string): IndexModel {
  const columns = sqlite
    .prepare<[string], string>('SELECT name FROM pragma_index_info(?) ORDER BY seqno')
    .pluck()
    .all(name)
  const isPartial = sqlite.prepare('SELECT partial FROM pragma_index_list(?) WHERE name = ?').pluck().get(table, name)
  return { name, table, columns, isOfAllRows: isPartial === 0 }
}

function canHold(sqlite: Sqlite, table: TableModel, row: Row): boolean {
  const { columns, numberColumn } = table
  const { values } = row
  if (values === null || values.length > columns.length) return false
  // The number itself is never stored a second time.
  if (numberColumn >= 0 && values[numberColumn] !== null) return false
  if (!table.columns.every(({ name, type }, index) => isLikely(name, type, values[index] ?? null))) return false
  sqlite.exec('SAVEPOINT tried')
  try {
    sqlite.prepare(insertInto(table)).run(...insertedValues(table, row))
    return true
  } catch (error) {
    if (isSqliteError(error) || error instanceof TypeError) return false
    throw error
  } finally {
    sqlite.exec('ROLLBACK TO tried; RELEASE tried')
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/u

/** A column of instants holds nothing else: many tables would take each other's rows otherwise. */
const isLikely = (name: string, type: string, value: Value) =>
  value === null || type !== 'TEXT' || !name.endsWith('_at') || (typeof value === 'string' && instant.test(value))
