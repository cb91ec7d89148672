// Generations: which state of the file a log continues. The number is in the database's header (`application_id`), so
// it is encrypted and covered by the page's code, and the first frame of each log repeats it.
import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { frameBytes, logHeaderBytes } from './file/logFile.ts'
import { logOf } from './file/log.ts'

type Sqlite = Database.Database

/** Frames that a log may have before it is moved into the file: SQLite's own default. */
const longestLog = 1000

const logBytes = (file: string) => statSync(logOf(file), { throwIfNoEntry: false })?.size ?? 0

/** The first generation, written into an otherwise empty log; see `belongs`. */
const transitional = 1

export const generationOf = (sqlite: Sqlite): number => sqlite.pragma('application_id', { simple: true }) as number

const write = (sqlite: Sqlite, generation: number) => void sqlite.pragma(`application_id = ${generation}`)

/** Moves the log into the file and empties it; false when something else still reads from it. */
const emptyLog = (sqlite: Sqlite): boolean =>
  (sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]?.busy === 0

/**
 * Begins a new generation: the log is moved into the file, which has a new number from then on, and the next log
 * begins with that number.
 * @param after the new number is greater than this one, and than the database's own
 * @returns the new generation
 */
export function beginGeneration(sqlite: Sqlite, after = 0): number {
  if (generationOf(sqlite) < transitional) {
    // What an earlier version left in the log is moved first, so that the transitional log holds nothing but the number.
    emptyLog(sqlite)
    write(sqlite, transitional)
    emptyLog(sqlite)
  }
  // After a crash in the middle the log must say which file it continues.
  repeatGeneration(sqlite)
  const generation = Math.max(generationOf(sqlite), after) + 1
  write(sqlite, generation)
  emptyLog(sqlite)
  repeatGeneration(sqlite)
  return generation
}

/** Writes the generation again, so that a new log says what it is for. */
export const repeatGeneration = (sqlite: Sqlite): void => write(sqlite, generationOf(sqlite))

/**
 * The last generation before the database is closed: all of the log is in the file, and none is begun.
 * @returns the generation; null while something else reads from the log, which then stays
 */
export function endGeneration(sqlite: Sqlite): number | null {
  // Other readers are not waited for: the log is read from there the next time.
  sqlite.pragma('busy_timeout = 0')
  const generation = generationOf(sqlite) + 1
  write(sqlite, generation)
  return emptyLog(sqlite) ? generation : null
}

/** Whether the log beside the database's file has nothing in it but the number with which a new one begins. */
export const isLogNew = (file: string): boolean => logBytes(file) <= logHeaderBytes + frameBytes

/** Whether the log beside the database's file is so long that it should be moved into it. */
export function isLogLong(file: string): boolean {
  return logBytes(file) > logHeaderBytes + longestLog * frameBytes
}
