// How many rows the tables of a database have, to compare a copy with it.
import type Database from 'better-sqlite3'

/** By the table's name. */
export type RowCounts = ReadonlyMap<string, number>

export function countRows(sqlite: Database.Database): RowCounts {
  const names = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name")
  const count = (name: string) =>
    sqlite
      .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get() as number
  return new Map((names.pluck().all() as string[]).map((name) => [name, count(name)]))
}

/**
 * Whether a copy can have been made between two counts: a table that was not changed in between has as many rows, any
 * other one as many as in one of the counts or a number between them.
 */
export function isCopyBetween(before: RowCounts, copy: RowCounts, after: RowCounts): boolean {
  if (copy.size !== before.size || after.size !== before.size) return false
  return [...before].every(([name, count]) => {
    const [least, most] = [count, after.get(name) ?? Number.NaN].toSorted((a, b) => a - b)
    const copied = copy.get(name) ?? Number.NaN
    return copied >= Number(least) && copied <= Number(most)
  })
}

/** Whether a copy has as many rows in each table as the database that nobody has changed meanwhile. */
export const isSameCount = (counts: RowCounts, copy: RowCounts): boolean => isCopyBetween(counts, copy, counts)
