// The steps of the schema: each whole or not at all, after a copy that was read back.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { copyBefore } from '#main/database/migrate.ts'
import { migrations as shipped, type Migration } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import {
  checkpointAndClose,
  createDatabase,
  openDatabase,
  type DatabaseLocation,
  type Sqlite,
} from '#main/database/openDatabase.ts'
import * as schema from '#main/database/schema.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'

/**
 * SHA-256 of each shipped step: of its SQL, or of its file where it has code. A step that was released never changes: add
 * a new one instead.
 * For a new step put its hash here; the failing test prints it.
 */
const frozen: Readonly<Record<number, string>> = {
  1: 'f7636d5a41e53db4acd787fc949644bfd3c8f7003399df65f3abb0dce4b9445b',
  2: '47e5729bbff05769ca09a7f88943cb81f7df33452e1c70af56120715a943689c',
  3: 'df8501adb06a2d9bc5b41ecbdf6a00a9e91270bf78e49154f431b948acd415fb',
  4: 'cd4e126b91a3971e39d5394926806b439ff9489b50b52d94821cc2601de235b2',
  5: '885e55ff1678b7c144d954b5c5e382c6c3851dbafa81d92fe1225ebd112d368c',
  6: 'c6324a2788cdf2936ca10e4a6320bbc799abe25d83e8f2df6394a434a71cbcd5',
  7: 'd3c82b335a9c4496ff14fe728762bd2eb6514a47c0fc854b00a81b5c86da360a',
  8: 'a6f6f419af86fa050c8421e81f88ab2f7c2b00fe7bab70c3d3a0b5d6ce45dd5d',
  9: '592d07a6e5b0f5febf76866b7279b2678a4c09a16f7e42e98e97e74021e8144a',
  10: '112598c5d06841db68023b1d87a3302ff6f929d1abb0272269f4f0b8e0d47e4f',
  11: '2d0553c4984b0ddae05b8718abf28d3aefeb284a4517b70afc795ee2292eddb3',
  12: 'a397e5a4677c91379583f3942def7ec895a3cdf0eee4bd3e03de136ce462d7d1',
  13: '3217c552438fd703957cee86a1dc0ceafccef070b597fb625cd6cbd47b48bc14',
  14: '2a4c02c6ab3b6c83a7e9a5a557aa6b624c16c385998b242dac5113127fa81d8d',
  15: 'd12d5499ae17ef84705441e7093c8f98787eaa2458d34422c78b5328fa9f56ce',
  16: '9b76246153137f6d1c38b0f8bbc88964688dce230667e6b4da7c2e53e25e8ddd',
  17: '724f601a6d585396128514d2ca2685838f84e5382abd90bd2bc4d1b673df0f27',
  18: 'cc662490f4942db86c5a657a824e6ce1d39fe0acee06803d2a08d5f7206c7511',
}

const steps: readonly Migration[] = [
  {
    version: 1,
    sql: `CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
          CREATE TABLE visit (id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE) STRICT;`,
  },
  {
    version: 2,
    // Rebuilds a table that others refer to, as SQLite's documentation advises (lang_altertable, section 7).
    sql: `CREATE TABLE person_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL) STRICT;
          INSERT INTO person_new SELECT id, name, '' FROM person;
          DROP TABLE person;
          ALTER TABLE person_new RENAME TO person;`,
  },
  { version: 3, sql: 'CREATE INDEX person_name ON person (name)' },
]

const newLocation = (): DatabaseLocation => ({
  file: join(temporaryFolder(), 'practice.db'),
  key: randomBytes(32),
  vaultId: '01900000-0000-7000-8000-0000000000aa',
})

const schemaOf = (sqlite: Sqlite) =>
  sqlite
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
const versionOf = (sqlite: Sqlite) => sqlite.pragma('user_version', { simple: true })
const namesBeside = ({ file }: DatabaseLocation) => readdirSync(dirname(file)).toSorted()

/** A closed database of an earlier version with two people and three visits. */
function populated(upTo: number): DatabaseLocation {
  const location = newLocation()
  const database = createDatabase(location, steps.slice(0, upTo))
  const phone = upTo > 1 ? ", ''" : ''
  database.sqlite.exec(`INSERT INTO person VALUES (1, 'Ada'${phone}), (2, 'Bo'${phone});
    INSERT INTO visit VALUES (1, 1), (2, 1), (3, 2)`)
  checkpointAndClose(database)
  return location
}

function use<T>(location: DatabaseLocation, with_: readonly Migration[], run: (sqlite: Sqlite) => T): T {
  const database = openDatabase(location, with_)
  try {
    return run(database.sqlite)
  } finally {
    checkpointAndClose(database)
  }
}

describe('migrating', () => {
  test.each([1, 2, 3])('keeps every row of a populated database of version %d', (from) => {
    const location = populated(from)
    use(location, steps, (sqlite) => {
      expect(versionOf(sqlite)).toBe(3)
      expect(sqlite.prepare('SELECT name FROM person ORDER BY id').pluck().all()).toEqual(['Ada', 'Bo'])
      expect(sqlite.prepare('SELECT person_id FROM visit ORDER BY id').pluck().all()).toEqual([1, 1, 2])
      expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(checkIntegrity(sqlite, 'full')).toEqual([])
    })
  })

  test.each([1, 2])('from version %d gives the same schema as a fresh database has', (from) => {
    const fresh = createDatabase(newLocation(), steps)
    const expected = schemaOf(fresh.sqlite)
    checkpointAndClose(fresh)
    expect(use(populated(from), steps, schemaOf)).toEqual(expected)
  })

  test('keeps the version before a step that fails midway, and continues from there the next time', () => {
    const location = populated(1)
    const failing = [
      ...steps.slice(0, 2),
      { version: 3, sql: 'CREATE TABLE half (id); INSERT INTO nowhere VALUES (1)' },
    ]
    expect(() => openDatabase(location, failing)).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
    use(location, steps.slice(0, 2), (sqlite) => {
      expect(versionOf(sqlite)).toBe(2)
      expect(schemaOf(sqlite)).not.toContainEqual(expect.objectContaining({ name: 'half' }))
      expect(sqlite.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(3)
    })
    use(location, steps, (sqlite) => expect(versionOf(sqlite)).toBe(3))
  })

  test('runs the code of a step after its SQL, and both or neither', () => {
    const shout = (isFailing: boolean): Migration => ({
      version: 2,
      sql: "ALTER TABLE person ADD COLUMN loud TEXT NOT NULL DEFAULT ''",
      code(sqlite) {
        const people = sqlite.prepare<[], { id: number; name: string }>('SELECT id, name FROM person').all()
        const put = sqlite.prepare('UPDATE person SET loud = ? WHERE id = ?')
        for (const { id, name } of people) put.run(name.toUpperCase(), id)
        if (isFailing) throw new Error('half way')
      },
    })
    const location = populated(1)
    expect(() => openDatabase(location, [...steps.slice(0, 1), shout(true)])).toThrow()
    use(location, steps.slice(0, 1), (sqlite) => {
      expect(versionOf(sqlite)).toBe(1)
      expect(sqlite.pragma('table_info(person)')).toHaveLength(2)
    })
    use(location, [...steps.slice(0, 1), shout(false)], (sqlite) => {
      expect(versionOf(sqlite)).toBe(2)
      expect(sqlite.prepare('SELECT loud FROM person ORDER BY id').pluck().all()).toEqual(['ADA', 'BO'])
    })
  })

  test('refuses a step that would leave a row without the row it belongs to', () => {
    const location = populated(1)
    const orphaning = [...steps.slice(0, 1), { version: 2, sql: 'DELETE FROM person WHERE id = 2' }]
    expect(() => openDatabase(location, orphaning)).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
    use(location, steps.slice(0, 1), (sqlite) => {
      expect(versionOf(sqlite)).toBe(1)
      expect(sqlite.prepare('SELECT name FROM person ORDER BY id').pluck().all()).toEqual(['Ada', 'Bo'])
    })
  })
})

describe('the copy before a migration', () => {
  test('is encrypted, whole, and of the version before', () => {
    const location = populated(1)
    use(location, steps, () => undefined)
    const copy = copyBefore(location.file, 1)
    expect(namesBeside(location)).toEqual(['practice.db', 'practice.db.before-v2'])
    expect(readFileSync(copy).includes('Ada')).toBe(false)
    use({ ...location, file: copy }, steps.slice(0, 1), (sqlite) => {
      expect(sqlite.prepare('SELECT name FROM person ORDER BY id').pluck().all()).toEqual(['Ada', 'Bo'])
      expect(checkIntegrity(sqlite, 'full')).toEqual([])
    })
  })

  test('stays when a step fails, and is taken anew with the next try', () => {
    const location = populated(1)
    const failing = [...steps.slice(0, 1), { version: 2, sql: 'INSERT INTO nowhere VALUES (1)' }]
    expect(() => openDatabase(location, failing)).toThrow()
    expect(existsSync(copyBefore(location.file, 1))).toBe(true)
    use(location, steps.slice(0, 1), (sqlite) => sqlite.exec("INSERT INTO person VALUES (3, 'Cleo')"))
    use(location, steps, () => undefined)
    use({ ...location, file: copyBefore(location.file, 1) }, steps.slice(0, 1), (sqlite) => {
      expect(sqlite.prepare('SELECT count(*) FROM person').pluck().get()).toBe(3)
    })
  })

  test('replaces the copy before it only when the new migration succeeded', () => {
    const location = populated(1)
    use(location, steps.slice(0, 2), () => undefined)
    const failing = [...steps.slice(0, 2), { version: 3, sql: 'INSERT INTO nowhere VALUES (1)' }]
    expect(() => openDatabase(location, failing)).toThrow()
    expect(namesBeside(location)).toContain('practice.db.before-v2')
    use(location, steps, () => undefined)
    expect(namesBeside(location)).toEqual(['practice.db', 'practice.db.before-v3'])
  })

  test('comes first: where it cannot be written, nothing is migrated', () => {
    const location = populated(1)
    mkdirSync(`${copyBefore(location.file, 1)}.unfinished`)
    expect(() => openDatabase(location, steps)).toThrow()
    use(location, steps.slice(0, 1), (sqlite) => expect(versionOf(sqlite)).toBe(1))
  })

  test('is not made of a new database, nor when there is nothing to migrate', () => {
    const location = populated(3)
    use(location, steps, () => undefined)
    expect(namesBeside(location)).toEqual(['practice.db'])
  })
})

describe('the shipped steps', () => {
  test('are numbered from 1 without gaps', () => {
    expect(shipped.map(({ version }) => version)).toEqual(shipped.map((_, index) => index + 1))
  })

  test('are what was shipped, by hash', () => {
    const folder = join(import.meta.dirname, '../../src/main/database/migrations')
    const fileOf = (version: number) =>
      readdirSync(folder).find((name) => name.startsWith(String(version).padStart(4, '0'))) ?? ''
    const contentOf = ({ version, sql, code }: Migration) =>
      code ? readFileSync(join(folder, fileOf(version)), 'utf8').replaceAll('\r\n', '\n') : sql
    const hashes = shipped.map((step) => [step.version, createHash('sha256').update(contentOf(step)).digest('hex')])
    expect(Object.fromEntries(hashes)).toEqual(frozen)
  })

  test('give the tables and columns that Drizzle knows', () => {
    const database = createDatabase(newLocation())
    const { sqlite } = database
    const inDatabase = sqlite
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .pluck()
      .all()
    const known = Object.values(schema).map((table) => getTableConfig(table))
    expect(known.map(({ name }) => name).toSorted()).toEqual(inDatabase)
    for (const { name, columns } of known) {
      const real = sqlite.pragma(`table_info(${name})`) as { name: string; type: string; notnull: number; pk: number }[]
      const described = real.map((column) => ({
        name: column.name,
        type: column.type.toLowerCase(),
        notNull: column.notnull === 1 || column.pk > 0,
      }))
      const expected = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toLowerCase(),
        notNull: column.notNull || column.primary,
      }))
      expect({ name, columns: expected.toSorted(byName) }).toEqual({ name, columns: described.toSorted(byName) })
    }
    checkpointAndClose(database)
  })
})

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
