// A full integrity check, a table at a time, so that it can report its progress and be stopped.
import { fromFileError } from '../../fileErrors.ts'
import { openReader, type DatabaseLocation } from '../openDatabase.ts'
import { isSqliteError } from '../sqliteErrors.ts'

/** Problems are counted up to here; more change nothing about the result. */
const mostProblems = 100

/** The list of tables is the first step, the search for dangling references the last one. */
const extraSteps = 2

/** SQLite's codes for a file that could not be read, which say nothing about its content. */
const saysNothing = /^SQLITE_(?:BUSY|CANTOPEN|INTERRUPT|IOERR_NOMEM|LOCKED|NOMEM|PROTOCOL)/u

/**
 * Reads every page of every table and index, and checks the indexes and references against the tables.
 * @param progress called before each step with how many are done; may stop the check
 * @returns what is wrong, in SQLite's words, without any content; null when it was stopped
 * @throws SQLite's error when the file could not be read
 */
export function checkInSteps(
  location: DatabaseLocation,
  progress: (done: number, total: number) => 'go on' | 'stop',
): readonly string[] | null {
  const problems: string[] = []
  const collect = (run: () => readonly string[]) => {
    try {
      problems.push(...run())
    } catch (error) {
      if (isSqliteError(error) && !saysNothing.test(error.code)) problems.push(error.code)
      else if (fromFileError(error)) problems.push('IO_ERROR')
      else throw error
    }
  }
  let sqlite: ReturnType<typeof openReader> | undefined
  try {
    let tables: readonly string[] = []
    collect(() => {
      sqlite = openReader(location)
      const names = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name")
      tables = ['sqlite_schema', ...(names.pluck().all() as string[])]
      return []
    })
    const total = tables.length + extraSteps
    for (const [index, table] of tables.entries()) {
      if (progress(index + 1, total) === 'stop') return null
      collect(() => {
        const found = sqlite?.pragma(`integrity_check("${table.replaceAll('"', '""')}")`) as Record<string, string>[]
        return found.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok')
      })
      if (problems.length >= mostProblems) break
    }
    if (progress(total - 1, total) === 'stop') return null
    collect(() => {
      const orphans = (sqlite?.pragma('foreign_key_check') ?? []) as { table: string }[]
      return orphans.map(({ table }) => `a row of ${table} belongs to none`)
    })
    progress(total, total)
    return problems.slice(0, mostProblems)
  } finally {
    sqlite?.close()
  }
}
