// A full or quick integrity check in one go, for a copy that nobody works in.
import type { Sqlite } from '../openDatabase.ts'
import { isSqliteError } from '../sqliteErrors.ts'

/**
 * Reads the whole database and checks it for damage.
 * @param depth `quick` leaves out whether indexes agree with their tables
 * @returns what is wrong, without any content; empty when the database is whole
 */
export function checkIntegrity(sqlite: Sqlite, depth: 'quick' | 'full'): readonly string[] {
  try {
    const found = sqlite.pragma(depth === 'quick' ? 'quick_check' : 'integrity_check') as Record<string, string>[]
    const problems = found.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok')
    const orphans = sqlite.pragma('foreign_key_check') as { table: string }[]
    return [...problems, ...orphans.map(({ table }) => `a row of ${table} belongs to none`)]
  } catch (error) {
    if (!isSqliteError(error)) throw error
    return [error.code]
  }
}
