// Opening, making and closing the encrypted database: the one place that knows its key and its pragmas.
import { chmodSync, closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { AppError } from '../appError.ts'
import { fromFileError } from '../fileErrors.ts'
import { migrate } from './migrate.ts'
import { migrations as shippedMigrations, type Migration } from './migrations/migrations.ts'
import { nativeAddon } from './nativeAddon.ts'
import * as schema from './schema.ts'
import { fromSqliteError, isSqliteError } from './sqliteErrors.ts'

const pageSize = 4096
const plaintextHeader = Buffer.from('SQLite format 3\0', 'latin1')

export type Sqlite = Database.Database
/** What the encrypting build adds to better-sqlite3. */
type Encrypting = Sqlite & { key(key: Buffer): number }

/** The open database: SQLite for statements by hand, Drizzle on the same connection for typed ones. */
export interface OpenDatabase {
  readonly sqlite: Sqlite
  readonly orm: BetterSQLite3Database<typeof schema>
}

/** Where a database lies and what opens it. */
export interface DatabaseLocation {
  readonly file: string
  /** 32 bytes. They are not kept. */
  readonly key: Buffer
  /** A UUID. Its bytes are the cipher's salt, so the file begins with them: that is how a file is known as ours. */
  readonly vaultId: string
}

/**
 * Opens the vault's database and brings its schema up to date.
 * @throws AppError DB_MISSING (nothing is made in its place), DB_FOREIGN, DB_CORRUPT, DB_FROM_FUTURE (the file stays
 * as it is, byte for byte), READ_ONLY, DISK_FULL
 */
export function openDatabase(
  location: DatabaseLocation,
  migrations: readonly Migration[] = shippedMigrations,
): OpenDatabase {
  return named(location, () => {
    refuseWhatIsNotOurs(location)
    for (const suffix of ['', '-wal', '-shm']) takeFromOthers(location.file + suffix)
    refuseFromFuture(location, migrations)
    return prepared(connect(location, { fileMustExist: true }), location, migrations)
  })
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
    const database = prepared(connect(location), location, migrations)
    database.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    // A forgotten key makes SQLite write plaintext without a word.
    const { size, head } = headOf(location.file)
    if (size < pageSize || head.equals(plaintextHeader) || !head.equals(saltOf(location.vaultId))) {
      database.sqlite.close()
      throw new AppError('INTERNAL')
    }
    return database
  })
}

/** Writes everything from the write-ahead log into the file, then closes. The file is whole even if the first fails. */
export function checkpointAndClose({ sqlite }: OpenDatabase): void {
  if (!sqlite.open) return
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!isSqliteError(error)) throw error
    // What was committed stays in the write-ahead log and is read from there the next time.
  } finally {
    sqlite.close()
  }
}

/**
 * Reads the whole database and looks for damage.
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

const saltOf = (vaultId: string) => Buffer.from(vaultId.replaceAll('-', ''), 'hex')

/** A connection with the key set; nothing has been read yet. */
function connect({ file, key, vaultId }: DatabaseLocation, options?: Database.Options): Sqlite {
  const salt = saltOf(vaultId)
  if (key.length !== 32 || salt.length !== 16) throw new AppError('INTERNAL')
  const addon = nativeAddon()
  const sqlite = new Database(file, addon === undefined ? options : { ...options, nativeBinding: addon })
  // The raw form, x'…': the key is random already, so the cipher derives nothing from it.
  const raw = Buffer.concat([Buffer.from("x'"), hexBytes(key), hexBytes(salt), Buffer.from("'")])
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

/** Lower-case hexadecimal as bytes: a string of the key could not be overwritten afterwards. */
function hexBytes(bytes: Buffer): Buffer {
  const digits = '0123456789abcdef'
  const hex = Buffer.alloc(bytes.length * 2)
  bytes.forEach((byte, index) => {
    hex[index * 2] = digits.charCodeAt(byte >> 4)
    hex[index * 2 + 1] = digits.charCodeAt(byte & 15)
  })
  return hex
}

function prepared(sqlite: Sqlite, location: DatabaseLocation, migrations: readonly Migration[]): OpenDatabase {
  try {
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get()
    // A large sort would otherwise write plaintext to a temporary file.
    sqlite.pragma('temp_store = MEMORY')
    sqlite.pragma('busy_timeout = 5000')
    refuseReadOnly(sqlite)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('secure_delete = ON')
    sqlite.pragma('trusted_schema = OFF')
    // Without it, REPLACE deletes rows past the triggers that keep signed notes.
    sqlite.pragma('recursive_triggers = ON')
    migrate(sqlite, migrations, {
      file: location.file,
      openCopy: (file) => connect({ ...location, file }, { fileMustExist: true, readonly: true }),
    })
    return { sqlite, orm: drizzle({ client: sqlite, schema }) }
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** A file that cannot be written opens all the same; this finds it out before somebody's note does. */
function refuseReadOnly(sqlite: Sqlite): void {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  // Only a write asks for the permission: BEGIN IMMEDIATE alone is quietly made a reading transaction.
  sqlite.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}; ROLLBACK`)
}

/** A database of an earlier version may be readable by others; SQLite gives its log the same permissions. */
function takeFromOthers(file: string): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  if (process.platform === 'win32' || mode === undefined || (mode & 0o077) === 0) return
  try {
    chmodSync(file, mode & 0o700)
  } catch {
    // Not ours to change, as on a disk that knows no permissions. Whether it can be written is found out next.
  }
}

function headOf(file: string): { size: number; head: Buffer } {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(plaintextHeader.length)
    const read = readSync(handle, head, 0, head.length, 0)
    return { size: fstatSync(handle).size, head: head.subarray(0, read) }
  } finally {
    closeSync(handle)
  }
}

const hasPendingLog = (file: string) => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

function refuseWhatIsNotOurs({ file, vaultId }: DatabaseLocation): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new AppError('DB_MISSING')
  if (!found.isFile()) throw new AppError('DB_FOREIGN')
  const { size, head } = headOf(file)
  if (head.equals(plaintextHeader)) throw new AppError('DB_FOREIGN')
  const isOurs = head.equals(saltOf(vaultId).subarray(0, head.length))
  // SQLite takes a file of no bytes, or of one, for a new database and would write over it.
  if (size < pageSize) throw new AppError(isOurs ? 'DB_CORRUPT' : 'DB_FOREIGN')
  // Part of a page at the end: cut off, unless a crash came in between and the log still has the rest.
  if (isOurs && size % pageSize !== 0 && !hasPendingLog(file)) throw new AppError('DB_CORRUPT')
}

/** Looks through a connection that cannot write, because closing any other one would tidy up the file. */
function refuseFromFuture(location: DatabaseLocation, migrations: readonly Migration[]): void {
  const sqlite = connect(location, { fileMustExist: true, readonly: true })
  try {
    const found = sqlite.pragma('user_version', { simple: true }) as number
    if (found > migrations.length) throw new AppError('DB_FROM_FUTURE')
  } finally {
    sqlite.close()
  }
}

/** Runs something with the database and gives its errors the contract's names. */
function named<T>(location: DatabaseLocation, run: () => T): T {
  try {
    return run()
  } catch (error) {
    // "Not a database" is all the cipher says of a wrong key and of a damaged first page alike.
    if (isSqliteError(error) && error.code === 'SQLITE_NOTADB' && beginsLikeOurs(location)) {
      throw new AppError('DB_CORRUPT', undefined, { cause: error })
    }
    throw fromSqliteError(error) ?? fromFileError(error) ?? error
  }
}

const beginsLikeOurs = ({ file, vaultId }: DatabaseLocation) => headOf(file).head.equals(saltOf(vaultId))
