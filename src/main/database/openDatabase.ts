// Opening, making and closing the encrypted database: the one place that knows its key and its pragmas.
import { existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { OnlyRead } from '#shared/contract/vault.ts'
import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { AppError } from '../appError.ts'
import { fromFileError } from '../fileErrors.ts'
import { noLog, settleLog, type LogReport } from './file/log.ts'
import { pageReader, pageSize } from './file/pages.ts'
import { beginGeneration, endGeneration, generationOf, repeatGeneration } from './generations.ts'
import { migrate } from './migrate.ts'
import { migrations as shippedMigrations, type Migration } from './migrations/migrations.ts'
import { nativeAddon } from './nativeAddon.ts'
import {
  beginsLikeOurs,
  hasPendingLog,
  headOf,
  plaintextHeader,
  rawKey,
  refuseWhatIsNotOurs,
  saltOf,
  takeFromOthers,
} from './ownFile.ts'
import * as schema from './schema.ts'
import { fromSqliteError, isSqliteError } from './sqliteErrors.ts'
import { copyForReading, makeReadingFolder } from './readingCopy.ts'

export type Sqlite = Database.Database
/** What the encrypting build adds to better-sqlite3. */
type Encrypting = Sqlite & { key(key: Buffer): number; rekey(key: Buffer): number }

/** The open database: SQLite for statements by hand, Drizzle on the same connection for typed ones. */
export interface OpenDatabase {
  readonly sqlite: Sqlite
  readonly orm: BetterSQLite3Database<typeof schema>
  /** The file that it was opened from. */
  readonly file: string
  /** What was found out about its log before it was opened. */
  readonly log: LogReport
  /** A second, read-only connection that is not used: see {@link closeWithLog}. None for a new database. */
  readonly reader: Sqlite | null
  /** The folder of the copy that is read where the vault's own files can't be written; null otherwise. */
  readonly readingCopy: string | null
  /** Why it can only be read; null when it can be written. */
  readonly onlyRead: OnlyRead | null
}

/** Where a database is and what opens it. */
export interface DatabaseLocation {
  readonly file: string
  /** 32 bytes. They are not stored. */
  readonly key: Buffer
  /** A UUID. Its bytes are the cipher's salt, so the file begins with them: this identifies a file as ours. */
  readonly vaultId: string
  /** The next generation is greater than this one too, whatever the file says; 0 unless given. */
  readonly afterGeneration?: number
  /** Set where it is to be read only, and why: a copy is opened, and no file beside the database is written. */
  readonly onlyRead?: OnlyRead | undefined
  /** Called with the opened database just before its generation increases; not for one that can only be read. */
  readonly beforeCounting?: (database: OpenDatabase) => void
}

/**
 * Opens the vault's database and brings its schema up to date. If it can't be written, or its disk is full, a copy in
 * the temporary folder is opened, encrypted as it is, in which every write is refused. Where there is no room for that
 * either, a database without a log is read where it is.
 * @throws AppError DB_MISSING (nothing is made in its place), DB_FOREIGN, DB_CORRUPT, DB_FROM_FUTURE (the file stays
 * as it is, byte for byte), IO_ERROR, READ_ONLY (it can't even be read), DISK_FULL
 */
export function openDatabase(
  location: DatabaseLocation,
  migrations: readonly Migration[] = shippedMigrations,
): OpenDatabase {
  if (location.onlyRead !== undefined) return openToRead(location, migrations, location.onlyRead)
  try {
    return openToWrite(location, migrations)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'READ_ONLY') return openToRead(location, migrations, 'refused')
    if (error.code !== 'DISK_FULL') throw error
    try {
      return openToRead(location, migrations, 'full')
    } catch {
      return openWhereItIs(location, migrations, error)
    }
  }
}

/** The same where reading alone is of no use. Throws DISK_FULL and READ_ONLY where it cannot be written. */
export function openToWrite(location: DatabaseLocation, migrations = shippedMigrations): OpenDatabase {
  return named(location, () => {
    refuseWhatIsNotOurs(location)
    for (const suffix of ['', '-wal', '-shm']) takeFromOthers(location.file + suffix)
    refuseFromFuture(location, migrations)
    const log = beginsLikeOurs(location) ? reportOnLog(location) : noLog
    const reader = connect(location, { fileMustExist: true, readonly: true })
    try {
      refuseMisreadLog(reader, log)
      // Opened while the first connection still has the log's index, which was built from all of the log.
      const database = prepared(connect(location, { fileMustExist: true }), location, migrations, log)
      return { ...database, reader: holding(reader, database) }
    } catch (error) {
      reader.close()
      throw error
    }
  })
}

/** Makes the reader take its lock, which it holds as long as it is open. */
function holding(reader: Sqlite, { sqlite }: OpenDatabase): Sqlite {
  try {
    reader.pragma('user_version')
    return reader
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** SQLite can't read a database with a log where nothing may be written beside it, so the copy is in its own folder. */
function openToRead(location: DatabaseLocation, migrations: readonly Migration[], onlyRead: OnlyRead): OpenDatabase {
  return named(location, () => {
    const folder = makeReadingFolder()
    const file = join(folder, basename(location.file))
    try {
      copyForReading(location.file, file)
      const opened = openToWrite({ file, key: location.key, vaultId: location.vaultId }, migrations)
      opened.sqlite.pragma('query_only = ON')
      return { ...opened, readingCopy: folder, onlyRead }
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  })
}

/**
 * Opens what could be read of a damaged database; every write is refused.
 * @param folder of the copy, which is removed when it is closed
 */
export function openSalvaged(location: DatabaseLocation, folder: string): OpenDatabase {
  return named(location, () => {
    const opened = openToWrite(location, shippedMigrations)
    opened.sqlite.pragma('query_only = ON')
    return { ...opened, readingCopy: folder, onlyRead: 'damaged' }
  })
}

/**
 * Opens a database to be read without a byte beside it: SQLite needs no index of the log on the disk while it has the
 * file for itself. One with a log is refused, because closing it would move that.
 * @param isFull thrown where it cannot be read like this
 */
function openWhereItIs(location: DatabaseLocation, migrations: readonly Migration[], isFull: AppError): OpenDatabase {
  if (hasPendingLog(location.file)) throw isFull
  let sqlite: Sqlite | null = null
  try {
    sqlite = connect(location, { fileMustExist: true })
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.pragma('temp_store = MEMORY')
    if (sqlite.pragma('user_version', { simple: true }) !== migrations.length) throw isFull
    sqlite.pragma('query_only = ON')
    return {
      sqlite,
      orm: drizzle({ client: sqlite, schema }),
      file: location.file,
      log: { ...noLog, generation: generationOf(sqlite) },
      reader: null,
      readingCopy: null,
      onlyRead: 'full',
    }
  } catch {
    sqlite?.close()
    throw isFull
  }
}

/**
 * Makes a new, empty database of the newest schema.
 * @throws AppError ALREADY_EXISTS when there is a file, READ_ONLY, DISK_FULL
 */
export function createDatabase(
  location: DatabaseLocation,
  migrations: readonly Migration[] = shippedMigrations,
): OpenDatabase {
  if (existsSync(location.file)) throw new AppError('ALREADY_EXISTS')
  return named(location, () => {
    const database = prepared(connect(location), location, migrations, noLog)
    // Without a key SQLite would silently write plaintext.
    const { size, head } = headOf(location.file)
    if (size < pageSize || head.equals(plaintextHeader) || !head.equals(saltOf(location.vaultId))) {
      database.sqlite.close()
      throw new AppError('INTERNAL')
    }
    return database
  })
}

/**
 * Writes everything from the write-ahead log into the file, then closes. Where that fails, as on a full disk, the log
 * stays beside the file, as after a crash.
 * @returns the generation of the closed file; null when it could not be written, or was closed already
 */
export function checkpointAndClose(database: OpenDatabase): number | null {
  const { sqlite, reader, readingCopy, onlyRead } = database
  if (!sqlite.open) return null
  if (onlyRead !== null) {
    reader?.close()
    sqlite.close()
    if (readingCopy !== null) rmSync(readingCopy, { recursive: true, force: true })
    return null
  }
  let generation: number | null = null
  try {
    generation = endGeneration(sqlite)
  } catch (error) {
    if (!isSqliteError(error)) {
      closeWithLog(database)
      throw error
    }
  }
  // SQLite would move the log without a new generation, and the file would be taken for one whose log is gone.
  if (generation === null) return closeWithLog(database)
  reader?.close()
  sqlite.close()
  return generation
}

/** Closes a database and leaves its log beside it, as a crash would: for files that somebody else has overwritten. */
export function closeWithLog({ sqlite, reader }: OpenDatabase): null {
  // SQLite moves the log when the last connection is closed, except when that one is read-only.
  sqlite.close()
  reader?.close()
  return null
}

/** A read-only connection to an existing database. Throws SQLite's errors unchanged. */
export function openReader(location: DatabaseLocation): Sqlite {
  const sqlite = connect(location, { fileMustExist: true, readonly: true })
  sqlite.pragma('temp_store = MEMORY')
  return sqlite
}

/** The same with Drizzle on it, for reading a database that nobody writes to. Its file is not changed by that. */
export function openToLookInto(location: DatabaseLocation): OpenDatabase {
  const sqlite = openReader(location)
  const orm = drizzle({ client: sqlite, schema })
  return { sqlite, orm, file: location.file, log: noLog, reader: null, readingCopy: null, onlyRead: null }
}

/**
 * Re-encrypts a copy of a database, page by page. Only for a file that is thrown away when this fails: there is no
 * journal to roll back with.
 * @param newKey 32 bytes. They are not stored.
 */
export function rekeyCopy(location: DatabaseLocation, newKey: Buffer): void {
  named(location, () => {
    const sqlite = connect(location, { fileMustExist: true })
    const raw = rawKey(newKey, saltOf(location.vaultId))
    try {
      // The cipher cannot change its key over a write-ahead log.
      sqlite.pragma('journal_mode = OFF')
      ;(sqlite as Encrypting).rekey(raw)
    } finally {
      raw.fill(0)
      sqlite.close()
    }
  })
}

function reportOnLog({ file, key, vaultId }: DatabaseLocation): LogReport {
  const pages = pageReader(key, saltOf(vaultId))
  try {
    return settleLog(file, pages)
  } finally {
    pages.forget()
  }
}

/** A connection with the key set; nothing has been read yet. */
function connect({ file, key, vaultId }: DatabaseLocation, options?: Database.Options): Sqlite {
  const salt = saltOf(vaultId)
  if (key.length !== 32 || salt.length !== 16) throw new AppError('INTERNAL')
  const addon = nativeAddon()
  const sqlite = new Database(file, addon === undefined ? options : { ...options, nativeBinding: addon })
  const raw = rawKey(key, salt)
  try {
    sqlite.pragma("cipher = 'sqlcipher'")
    sqlite.pragma('legacy = 4')
    ;(sqlite as Encrypting).key(raw)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  } finally {
    raw.fill(0)
  }
}

function prepared(
  sqlite: Sqlite,
  location: DatabaseLocation,
  migrations: readonly Migration[],
  log: LogReport,
): OpenDatabase {
  try {
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get()
    // A large sort would otherwise write plaintext to a temporary file.
    sqlite.pragma('temp_store = MEMORY')
    sqlite.pragma('busy_timeout = 5000')
    refuseReadOnly(sqlite)
    sqlite.pragma('journal_mode = WAL')
    // We move the log into the file ourselves, with a new generation each time.
    sqlite.pragma('wal_autocheckpoint = 0')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('secure_delete = ON')
    sqlite.pragma('trusted_schema = OFF')
    // Without it, REPLACE deletes rows without firing the triggers that protect signed notes.
    sqlite.pragma('recursive_triggers = ON')
    migrate(sqlite, migrations, {
      file: location.file,
      openCopy: (file) => connect({ ...location, file }, { fileMustExist: true, readonly: true }),
    })
    const database = {
      sqlite,
      orm: drizzle({ client: sqlite, schema }),
      file: location.file,
      log,
      reader: null,
      readingCopy: null,
      onlyRead: null,
    }
    if (location.beforeCounting) {
      // What is written here comes first in the log.
      repeatGeneration(sqlite)
      location.beforeCounting(database)
    }
    beginGeneration(sqlite, location.afterGeneration)
    return database
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** A file that cannot be written opens all the same; this detects it before somebody's note does. */
function refuseReadOnly(sqlite: Sqlite): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  // Only a real write needs the permission: BEGIN IMMEDIATE alone silently becomes a reading transaction.
  sqlite.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}; ROLLBACK`)
}

/** Checked over a read-only connection, because closing any other one would clean up the file. */
function refuseFromFuture(location: DatabaseLocation, migrations: readonly Migration[]): void {
  const sqlite = connect(location, { fileMustExist: true, readonly: true })
  try {
    const found = sqlite.pragma('user_version', { simple: true }) as number
    if (found > migrations.length) throw new AppError('DB_FROM_FUTURE')
  } catch (error) {
    // A log of another key hides the database until it is set aside. Anything else unreadable is reported by opening it.
    if (!isSqliteError(error) || error.code !== 'SQLITE_NOTADB' || !hasPendingLog(location.file)) throw error
  } finally {
    sqlite.close()
  }
}

/**
 * The cipher's layer hides a failed read of the log, and SQLite then takes the log as shorter than it is. We have read
 * it ourselves, so we know how much of it SQLite must have read.
 */
function refuseMisreadLog(reader: Sqlite, { content }: LogReport): void {
  if (content.frames === 0) return
  const [seen] = reader.pragma('wal_checkpoint(NOOP)') as { log: number }[]
  if (seen?.log !== content.frames) throw new AppError('IO_ERROR')
}

/** Runs something with the database and maps its errors to the contract's codes. */
function named<T>(location: DatabaseLocation, run: () => T): T {
  try {
    return run()
  } catch (error) {
    // "Not a database" is the cipher's only message for a wrong key and for a damaged first page.
    if (isSqliteError(error) && error.code === 'SQLITE_NOTADB' && beginsLikeOurs(location)) {
      throw new AppError('DB_CORRUPT', undefined, { cause: error })
    }
    throw fromSqliteError(error) ?? fromFileError(error) ?? error
  }
}
