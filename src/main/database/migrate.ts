// Brings the schema up to date: step by step, each step completely or not at all, after a verified copy.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '../appError.ts'
import { syncFile } from '../durable.ts'
import type { Migration } from './migrations/migrations.ts'
import { countMissingRefusals, reportMissingRefusals } from './missingRefusals.ts'
import { renameWithRetry } from '../renaming.ts'

type Sqlite = Database.Database

/** Where the copy is stored that is taken before an existing database is changed, and how it is opened to be verified. */
export interface CopyPlace {
  readonly file: string
  readonly openCopy: (file: string) => Sqlite
}

const copyPrefix = (file: string) => `${basename(file)}.before-`

/** The path of the copy that is taken before a database leaves the given schema version. */
export const copyBefore = (file: string, version: number) => join(dirname(file), `${copyPrefix(file)}v${version + 1}`)

/**
 * Runs every step that the database has not seen. A step that fails leaves the database at the version before it. Where
 * refusals to change what is signed are missing, which a step may make anew, all steps and the notice of it are stored together
 * or not at all.
 * @throws AppError DB_FROM_FUTURE when the database is newer than the newest step
 */
export function migrate(sqlite: Sqlite, migrations: readonly Migration[], place: CopyPlace): void {
  const from = versionOf(sqlite)
  if (from > migrations.length) throw new AppError('DB_FROM_FUTURE')
  const pending = migrations.filter(({ version }) => version > from)
  if (pending.length === 0) return
  const copy = from === 0 ? null : takeCopy(sqlite, from, place)
  // A step that rebuilds a table drops the old one, which must not delete the rows that refer to it.
  sqlite.pragma('foreign_keys = OFF')
  try {
    const missing = countMissingRefusals(sqlite, migrations.slice(0, from))
    const runSteps = () => {
      for (const migration of pending) runStep(sqlite, migration)
    }
    if (missing === 0) runSteps()
    else {
      const runAndReport = sqlite.transaction(() => {
        runSteps()
        reportMissingRefusals(sqlite, versionOf(sqlite), missing)
      })
      runAndReport.exclusive()
    }
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  if (copy !== null) removeOlderCopies(place.file, copy)
}

const versionOf = (sqlite: Sqlite) => sqlite.pragma('user_version', { simple: true }) as number

/** How many rows refer to one that does not exist. */
const orphansOf = (sqlite: Sqlite) => (sqlite.pragma('foreign_key_check') as unknown[]).length

function runStep(sqlite: Sqlite, { version, sql, code }: Migration): void {
  sqlite
    .transaction(() => {
      if (versionOf(sqlite) !== version - 1) throw new AppError('INTERNAL')
      const orphansBefore = orphansOf(sqlite)
      sqlite.exec(sql)
      code?.(sqlite)
      // Rows that were deleted outside of the app are reported by the checks of the record; the vault opens all the same.
      if (orphansOf(sqlite) > orphansBefore) throw new AppError('INTERNAL')
      sqlite.pragma(`user_version = ${version}`)
    })
    .exclusive()
}

/** Makes a copy beside the database, encrypted with the same key, and reads it back. Returns its path. */
function takeCopy(sqlite: Sqlite, from: number, { file, openCopy }: CopyPlace): string {
  const copy = copyBefore(file, from)
  const unfinished = `${copy}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    sqlite.prepare('VACUUM INTO ?').run(unfinished)
    const opened = openCopy(unfinished)
    try {
      const isWhole = opened.pragma('quick_check', { simple: true }) === 'ok' && versionOf(opened) === from
      if (!isWhole) throw new AppError('DB_CORRUPT')
    } finally {
      opened.close()
    }
    syncFile(unfinished)
    renameWithRetry(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return copy
}

/** Removes every copy beside a database that was taken before a step: each holds all that its owner may have erased since. */
export function removeCopiesBeforeSteps(file: string): void {
  const folder = dirname(file)
  for (const name of readdirSync(folder)) {
    if (name.startsWith(copyPrefix(file))) rmSync(join(folder, name), { force: true })
  }
}

/** The newest copy stays until the next migration; older ones only hold what their owner may have erased since. */
function removeOlderCopies(file: string, newest: string): void {
  if (!existsSync(newest)) return
  const folder = dirname(file)
  for (const name of readdirSync(folder)) {
    if (name.startsWith(copyPrefix(file)) && join(folder, name) !== newest) rmSync(join(folder, name), { force: true })
  }
}
