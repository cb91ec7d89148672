// Opening the database: what is refused by which name, and that refusing changes nothing.
import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppError } from '#main/appError.ts'
import type { Migration } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import {
  checkpointAndClose,
  createDatabase,
  openDatabase,
  type DatabaseLocation,
  type OpenDatabase,
} from '#main/database/openDatabase.ts'
import { toAppError } from '#main/services/thread/toAppError.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'

const migrations: readonly Migration[] = [
  {
    version: 1,
    sql: 'CREATE TABLE remark (id INTEGER PRIMARY KEY, text TEXT) STRICT; CREATE INDEX by_text ON remark (text)',
  },
]

const newLocation = (): DatabaseLocation => ({
  file: join(temporaryFolder(), 'practice.db'),
  key: randomBytes(32),
  vaultId: '01900000-0000-7000-8000-0000000000aa',
})

const open = (location: DatabaseLocation, steps = migrations): OpenDatabase => {
  const database = openDatabase(location, steps)
  onTestFinished(() => void database.sqlite.close())
  return database
}

/** A closed database with a few hundred rows in it. */
function filledDatabase(): DatabaseLocation {
  const location = newLocation()
  const database = createDatabase(location, migrations)
  const insert = database.sqlite.prepare('INSERT INTO remark (text) VALUES (?)')
  database.sqlite.transaction(() => {
    for (let row = 0; row < 300; row += 1) insert.run(`remark ${row} ${'x'.repeat(200)}`)
  })()
  checkpointAndClose(database)
  return location
}

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'opened'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('an open database', () => {
  test('has every pragma that keeps it durable, private and consistent', () => {
    const { sqlite } = open(filledDatabase())
    const pragma = (name: string) => sqlite.pragma(name, { simple: true })
    expect(pragma('cipher')).toBe('sqlcipher')
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('temp_store')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('secure_delete')).toBe(1)
    expect(pragma('trusted_schema')).toBe(0)
    expect(pragma('recursive_triggers')).toBe(1)
    expect(pragma('busy_timeout')).toBe(5000)
  })

  test('keeps what was written, and is whole', () => {
    const { sqlite } = open(filledDatabase())
    expect(sqlite.prepare('SELECT count(*) AS count FROM remark').get()).toEqual({ count: 300 })
    expect(checkIntegrity(sqlite, 'quick')).toEqual([])
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })

  test('reads what a crash left in the log beside it', () => {
    const location = filledDatabase()
    const crashed = openDatabase(location, migrations)
    crashed.sqlite.exec("INSERT INTO remark (text) VALUES ('the last word')")
    // What is on the disk at this moment is what a crash would leave there.
    const after = { ...location, file: join(temporaryFolder(), 'practice.db') }
    copyFileSync(location.file, after.file)
    copyFileSync(`${location.file}-wal`, `${after.file}-wal`)
    crashed.sqlite.close()
    const { sqlite } = open(after)
    expect(sqlite.prepare('SELECT text FROM remark ORDER BY id DESC LIMIT 1').pluck().get()).toBe('the last word')
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })

  test('is one file after closing, which may be asked for twice', () => {
    const location = filledDatabase()
    const database = openDatabase(location, migrations)
    database.sqlite.exec("INSERT INTO remark (text) VALUES ('more')")
    checkpointAndClose(database)
    checkpointAndClose(database)
    expect(readdirSync(join(location.file, '..'))).toEqual(['practice.db'])
  })

  test('says DISK_FULL when no page can be added, and keeps all that was there', () => {
    const { sqlite } = open(filledDatabase())
    const pages = sqlite.pragma('page_count', { simple: true }) as number
    sqlite.pragma(`max_page_count = ${pages}`)
    const fill = () => {
      for (;;) sqlite.prepare('INSERT INTO remark (text) VALUES (?)').run('y'.repeat(5000))
    }
    expect(fill).toThrow(Database.SqliteError)
    try {
      fill()
    } catch (error) {
      expect(toAppError(error).code).toBe('DISK_FULL')
    }
    expect(sqlite.prepare("SELECT count(*) FROM remark WHERE text LIKE 'remark%'").pluck().get()).toBe(300)
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })
})

describe('making a database', () => {
  test('never writes over a file', () => {
    const location = filledDatabase()
    const before = hashOf(location.file)
    expect(codeOf(() => createDatabase(location, migrations))).toBe('ALREADY_EXISTS')
    expect(hashOf(location.file)).toBe(before)
  })

  test('gives a file that begins with the vault id and not as plaintext does', () => {
    const { file, vaultId } = filledDatabase()
    expect(readFileSync(file).subarray(0, 16).toString('hex')).toBe(vaultId.replaceAll('-', ''))
  })

  test('refuses a key of the wrong length before it makes anything', () => {
    const location = { ...newLocation(), key: randomBytes(31) }
    expect(codeOf(() => createDatabase(location, migrations))).toBe('INTERNAL')
    expect(existsSync(location.file)).toBe(false)
  })
})

describe('in place of the database', () => {
  test('nothing is DB_MISSING, and nothing is made', () => {
    const location = newLocation()
    expect(codeOf(() => open(location))).toBe('DB_MISSING')
    expect(existsSync(location.file)).toBe(false)
  })

  test('a plaintext SQLite file is DB_FOREIGN, and stays as it was', () => {
    const location = newLocation()
    const plain = new Database(location.file)
    plain.exec('CREATE TABLE stranger (id)')
    plain.close()
    const before = hashOf(location.file)
    expect(codeOf(() => open(location))).toBe('DB_FOREIGN')
    expect(hashOf(location.file)).toBe(before)
  })

  test('any other file, and a folder, is DB_FOREIGN, and stays as it was', () => {
    const location = newLocation()
    const begins = (bytes: Uint8Array) =>
      location.vaultId.replaceAll('-', '').startsWith(Buffer.from(bytes).toString('hex'))
    // A file that is a beginning of ours is our own, cut off.
    const anything = fc.uint8Array({ minLength: 1, maxLength: 20_000 }).filter((bytes) => !begins(bytes))
    fc.assert(
      fc.property(anything, (bytes) => {
        writeFileSync(location.file, bytes)
        expect(codeOf(() => open(location))).toBe('DB_FOREIGN')
        expect(readFileSync(location.file).equals(bytes)).toBe(true)
      }),
      { numRuns: 50 },
    )
    const folder = newLocation()
    mkdirSync(folder.file)
    expect(codeOf(() => open(folder))).toBe('DB_FOREIGN')
  })

  test("another vault's database is DB_FOREIGN", () => {
    const location = filledDatabase()
    const key = randomBytes(32)
    expect(codeOf(() => open({ ...location, key, vaultId: '01900000-0000-7000-8000-0000000000bb' }))).toBe('DB_FOREIGN')
  })

  test('our own database, cut off at any length, is DB_CORRUPT, and stays as it was', () => {
    const location = filledDatabase()
    const whole = readFileSync(location.file)
    const lengths = [0, 1, 15, 16, 17, 100, 4095, 4096, 4097, 8192, whole.length - 4096, whole.length - 1]
    for (const length of lengths) {
      writeFileSync(location.file, whole)
      truncateSync(location.file, length)
      expect([length, codeOf(() => open(location))]).toEqual([length, 'DB_CORRUPT'])
      expect(readFileSync(location.file).equals(whole.subarray(0, length))).toBe(true)
    }
  })

  test('our own database with a damaged first page is DB_CORRUPT', () => {
    const location = filledDatabase()
    const whole = readFileSync(location.file)
    for (const at of [16, 100, 2000, 4095]) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      writeFileSync(location.file, damaged)
      expect([at, codeOf(() => open(location))]).toEqual([at, 'DB_CORRUPT'])
    }
  })

  test('our own database with damage after its first page opens, and reading or checking finds the damage', () => {
    const location = filledDatabase()
    const damaged = readFileSync(location.file)
    for (let at = 4096 + 100; at < damaged.length; at += 4096) damaged[at] = (damaged[at] ?? 0) ^ 1
    writeFileSync(location.file, damaged)
    const { sqlite } = open(location)
    expect(checkIntegrity(sqlite, 'quick')).not.toEqual([])
    expect(codeOf(() => namingErrors(() => sqlite.prepare('SELECT text FROM remark').all()))).toBe('DB_CORRUPT')
  })

  test('a database of a newer version is DB_FROM_FUTURE, and no byte of it or its log changes', () => {
    const location = filledDatabase()
    const newer: Migration[] = [...migrations, { version: 2, sql: 'CREATE TABLE later (id)' }]
    const future = openDatabase(location, newer)
    future.sqlite.exec("INSERT INTO remark (text) VALUES ('from later')")
    // As after a crash of the newer app: part of its data is still in the log.
    const crashed = { ...location, file: join(temporaryFolder(), 'practice.db') }
    for (const end of ['', '-wal']) copyFileSync(location.file + end, crashed.file + end)
    checkpointAndClose(future)
    for (const { file, ...rest } of [location, crashed]) {
      const log = `${file}-wal`
      const before = [hashOf(file), existsSync(log) && hashOf(log)]
      expect(codeOf(() => open({ file, ...rest }))).toBe('DB_FROM_FUTURE')
      if (before[1] !== false) expect(hashOf(log)).toBe(before[1])
      expect(hashOf(file)).toBe(before[0])
    }
    expect(
      open(crashed, newer).sqlite.prepare("SELECT count(*) FROM remark WHERE text = 'from later'").pluck().get(),
    ).toBe(1)
  })
})

function namingErrors(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    throw toAppError(error)
  }
}
