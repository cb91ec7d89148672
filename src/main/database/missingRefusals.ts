// Which of the database's refusals to change what is signed are missing. It is found out before a step of the schema makes them anew,
// because afterwards nobody could tell.
import Database from 'better-sqlite3'
import type { NoticeKind } from '#shared/domain/vaultNotice.ts'
import type { Migration } from './migrations/migrations.ts'
import { nativeAddon } from './nativeAddon.ts'

type Sqlite = Database.Database

const triggersOf = (sqlite: Sqlite) =>
  sqlite.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all()

/**
 * Compares the triggers of a database with those of an empty one in memory that has taken the same steps.
 * @param steps those that the database has taken
 * @returns how many triggers are missing, or differ from how the steps make them
 */
export function countMissingRefusals(sqlite: Sqlite, steps: readonly Migration[]): number {
  const addon = nativeAddon()
  const model = new Database(':memory:', addon === undefined ? {} : { nativeBinding: addon })
  try {
    model.pragma('foreign_keys = OFF')
    for (const { sql, code } of steps) {
      model.exec(sql)
      code?.(model)
    }
    const stored = new Map(triggersOf(sqlite).map(({ name, sql }) => [name, sql]))
    return triggersOf(model).filter(({ name, sql }) => stored.get(name) !== sql).length
  } finally {
    model.close()
  }
}

/** The first version whose notices may be of this kind. */
const firstVersion = 9

/**
 * Adds the notice that refusals were missing. To be called in the transaction of the steps that may make them anew.
 * @param version the schema's after these steps; one before step 9, which only tests stop at, cannot hold the notice
 */
export function reportMissingRefusals(sqlite: Sqlite, version: number, missing: number): void {
  if (version < firstVersion) return
  const kind: NoticeKind = 'refusals missing'
  // By SQLite's clock, since steps of the schema get no other: the notice only shows its day.
  sqlite
    .prepare(`INSERT INTO vault_notice (kind, found_at, problems) VALUES (?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?)`)
    .run(kind, missing)
}
