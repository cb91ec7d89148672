// The meaning of SQLite's errors, in one place.
import Database from 'better-sqlite3'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError } from '../appError.ts'

// The longest matching prefix counts. What is not here is a bug.
const meanings: Readonly<Record<string, ErrorCode>> = {
  SQLITE_FULL: 'DISK_FULL',
  // Growing the shared-memory file beside the database fails this way on a full disk.
  SQLITE_IOERR_SHMSIZE: 'DISK_FULL',
  SQLITE_READONLY: 'READ_ONLY',
  SQLITE_CANTOPEN: 'READ_ONLY',
  SQLITE_PERM: 'READ_ONLY',
  SQLITE_READONLY_DBMOVED: 'VAULT_MOVED',
  SQLITE_IOERR: 'IO_ERROR',
  SQLITE_IOERR_NOMEM: 'INTERNAL',
  SQLITE_IOERR_SHORT_READ: 'DB_CORRUPT',
  SQLITE_IOERR_CORRUPTFS: 'DB_CORRUPT',
  SQLITE_IOERR_DATA: 'DB_CORRUPT',
  SQLITE_CORRUPT: 'DB_CORRUPT',
  SQLITE_NOTADB: 'DB_FOREIGN',
  SQLITE_BUSY: 'BUSY',
  SQLITE_LOCKED: 'BUSY',
  SQLITE_CONSTRAINT_UNIQUE: 'CONFLICT',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'CONFLICT',
}

type SqliteError = InstanceType<typeof Database.SqliteError>

/** Whether SQLite itself raised this error. */
export const isSqliteError = (error: unknown): error is SqliteError => error instanceof Database.SqliteError

/** Maps an error of SQLite, or one that was caused by one, to an AppError; null when it is neither. */
export function fromSqliteError(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null
  if (!isSqliteError(error)) return fromSqliteError(error.cause)
  return new AppError(meaningOf(error), undefined, { cause: error })
}

function meaningOf({ code, message }: SqliteError): ErrorCode {
  // The triggers on signed notes raise this word.
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && message === 'SIGNED') return 'SIGNED'
  const known = Object.keys(meanings).filter((beginning) => code === beginning || code.startsWith(`${beginning}_`))
  const closest = known.toSorted((a, b) => b.length - a.length)[0]
  return (closest === undefined ? undefined : meanings[closest]) ?? 'INTERNAL'
}
