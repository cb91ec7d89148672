import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as schema from '#main/database/schema.ts'
import { temporaryDatabase, type TemporaryDatabase } from '../fixtures/temporaryDatabase.ts'

const tables = Object.values(schema).filter((value) => is(value, SQLiteTable))

interface ColumnInfo {
  readonly name: string
  readonly type: string
  readonly notnull: 0 | 1
  /** The column's place in the primary key, from 1; 0 for none. */
  readonly pk: number
}

let temporary: TemporaryDatabase
beforeAll(() => void (temporary = temporaryDatabase()))
afterAll(() => temporary.remove())

const migrated = (table: string) => temporary.database.sqlite.pragma(`table_info(${table})`) as readonly ColumnInfo[]

describe('the schema that the code knows', () => {
  it('has exactly the tables of the migrated database', () => {
    const names = temporary.database.sqlite
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
      .pluck()
      .all()
    expect(tables.map(getTableName).toSorted()).toEqual(names)
  })

  it.each(tables.map((table) => [getTableName(table), table] as const))('has the columns of %s', (name, table) => {
    const { columns, primaryKeys } = getTableConfig(table)
    const key = columns.filter((column) => column.primary).map((column) => column.name)
    const keyOfMany = primaryKeys.flatMap((one) => one.columns.map((column) => column.name))
    const known = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      isNullable: !column.notNull && !key.includes(column.name),
    }))
    const stored = migrated(name)
    expect(known).toEqual(
      stored.map((column) => ({
        name: column.name,
        type: column.type,
        isNullable: column.notnull === 0 && column.pk === 0,
      })),
    )
    const storedKey = stored.filter((column) => column.pk > 0).toSorted((a, b) => a.pk - b.pk)
    expect([...key, ...keyOfMany]).toEqual(storedKey.map((column) => column.name))
  })

  it('is strict about types in every table', () => {
    const loose = temporary.database.sqlite
      .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all()
    expect(loose).toEqual([])
  })
})
