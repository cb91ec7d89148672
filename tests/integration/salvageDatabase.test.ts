// Salvage of a database of which every table has many pages: one broken page of each kind, and random bytes.
import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, appendFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageSize } from '#main/database/file/pages.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { checkpointAndClose, openDatabase, openReader } from '#main/database/openDatabase.ts'
import { salvageDatabase, type Salvaged } from '#main/database/salvage/salvageDatabase.ts'
import { databaseKey as key, databaseVaultId as vaultId, temporaryDatabase } from '../fixtures/temporaryDatabase.ts'
import { fillEveryTable, flipInPage, pagesOf, readableRows, type PlacedPage } from '../fixtures/everyTable.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'

const rows = 60
let original: ReturnType<typeof temporaryDatabase>
let pages: PlacedPage[]
let tables: string[]
let before: Map<string, Set<string>>
beforeAll(() => {
  original = temporaryDatabase()
  const { sqlite } = original.database
  fillEveryTable(sqlite, rows)
  const opened = original.reopen()
  pages = pagesOf(opened.sqlite)
  checkpointAndClose(opened)
  before = readableRows({ file: original.file, key, vaultId })
  tables = [...before.keys()]
})
afterAll(() => original.remove())

interface Outcome {
  readonly salvaged: Salvaged
  /** The rows of the new database. */
  readonly after: Map<string, Set<string>>
  readonly problems: readonly string[]
}

/** Damages a copy, and salvages it. */
function salvageAfter(damage: (file: string) => void): Outcome & { readable: Map<string, Set<string>> } {
  const folder = temporaryFolder()
  const file = join(folder, 'damaged.db')
  copyFileSync(original.file, file)
  damage(file)
  const bytes = readFileSync(file)
  const target = join(folder, 'new.db')
  let ids = 0
  const steps = salvageDatabase({ file, key, vaultId }, { file: target, key, vaultId }, migrations, {
    newId: () => `new-${(ids += 1)}`,
    now: '2026-11-30T12:00:00.000Z',
  })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  // What is damaged is only read.
  expect(readFileSync(file).equals(bytes)).toBe(true)
  const opened = openDatabase({ file: target, key, vaultId })
  const problems = checkIntegrity(opened.sqlite, 'full')
  checkpointAndClose(opened)
  return {
    salvaged: step.value,
    after: readableRows({ file: target, key, vaultId }),
    problems,
    readable: readableRows({ file, key, vaultId }),
  }
}

/** Tables whose rows are left out where what they refer to is lost: their evidence is worth nothing without it. */
const leftOut = new Set(['stamp_request', 'time_stamp', 'seal', 'erased_signature', 'salvage_loss'])

/** Rows that are missing in one and are in the other. */
const missingIn = (after: Map<string, Set<string>>, from: Map<string, Set<string>>, but: ReadonlySet<string>) =>
  [...from].flatMap(([table, known]) =>
    but.has(table) ? [] : [...known].filter((row) => after.get(table)?.has(row) !== true).map((row) => [table, row]),
  )

const lostIn = ({ after }: Outcome, table: string) =>
  missingIn(after, new Map([[table, before.get(table) ?? new Set<string>()]]), new Set())

test('a sound database / is copied row by row, and nothing is lost', () => {
  const { salvaged, after, problems } = salvageAfter(() => undefined)
  expect(salvaged).toMatchObject({ damagedPages: 0, unplacedRows: 0, tables: [], missingRefusals: 0 })
  expect(after).toEqual(before)
  expect(problems).toEqual([])
})

describe('one broken page', () => {
  test('of each table in turn / costs the rows on it and no other, and the new database is sound', () => {
    for (const table of tables) {
      const page = pages.find(({ name, kind }) => name === table && kind === 'leaf')
      expect(page, table).toBeDefined()
      const outcome = salvageAfter((file) => flipInPage(file, page?.number ?? 0))
      const lost = lostIn(outcome, table)
      expect([table, outcome.problems]).toEqual([table, []])
      // Some rows were on it, and never all of them but of a table with one page.
      expect([table, lost.length > 0]).toEqual([table, true])
      const isOnePage = pages.filter(({ name, kind }) => name === table && kind === 'leaf').length === 1
      if (!isOnePage) expect([table, lost.length < rows]).toEqual([table, true])
      const known = outcome.salvaged.tables.find(({ name }) => name === table)
      expect([table, known?.amount ?? lost.length]).toEqual([table, lost.length])
      expect(missingIn(outcome.after, before, new Set([...leftOut, table]))).toEqual([])
      expect(missingIn(outcome.after, outcome.readable, leftOut)).toEqual([])
    }
    // A salvage for each table, and there are more than forty of them.
  }, 300_000)

  test('that leads to the pages of a table / costs nothing', () => {
    const tried = [
      'client',
      'session',
      'note_section',
      'finding',
      'treated_area',
      'addendum',
      'signature',
      'audit_entry',
    ]
    const interior = pages.filter(({ name, kind }) => kind === 'internal' && tried.includes(name))
    expect(interior.length).toBeGreaterThanOrEqual(tried.length)
    for (const { name, number } of interior) {
      const outcome = salvageAfter((file) => flipInPage(file, number))
      expect([name, lostIn(outcome, name), outcome.problems]).toEqual([name, [], []])
    }
  })

  test('of an index / costs nothing, and is not reported as a loss', () => {
    const page = pages.find(({ name, kind }) => name === 'session_client' && kind === 'leaf')
    const { salvaged, after } = salvageAfter((file) => flipInPage(file, page?.number ?? 0))
    expect(salvaged).toMatchObject({ tables: [], unplacedRows: 0 })
    expect(after).toEqual(before)
  })

  test('that is the first one / costs nothing, wherever it is broken', () => {
    for (const offset of [0, 17, 30, 70, 2000, 4090]) {
      const { after, problems } = salvageAfter((file) => flipInPage(file, 1, offset))
      expect([offset, missingIn(after, before, new Set()), problems]).toEqual([offset, [], []])
    }
  })

  test('of the schema / costs nothing', () => {
    for (const { number } of pages.filter(({ name, kind }) => name === 'sqlite_schema' && kind === 'leaf')) {
      const { salvaged, after, problems } = salvageAfter((file) => flipInPage(file, number))
      const lost = missingIn(after, before, new Set())
      expect([number, lost.length, problems]).toEqual([number, salvaged.unplacedRows, []])
    }
  })
})

describe('a file of another length', () => {
  test('that was cut in the middle / gives what is before the cut', () => {
    const { after, problems, salvaged } = salvageAfter((file) =>
      truncateSync(file, Math.floor(statSync(file).size / 2) + 100),
    )
    expect(problems).toEqual([])
    expect(salvaged.damagedPages).toBeGreaterThan(10)
    expect([...after.values()].reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(100)
  })

  test('that is longer / gives everything', () => {
    const { after } = salvageAfter((file) => appendFileSync(file, Buffer.alloc(3 * pageSize + 7, 5)))
    expect(after).toEqual(before)
  })

  test('of which nothing is left / gives nothing, and names no table as whole', () => {
    expect(() => salvageAfter((file) => writeFileSync(file, Buffer.alloc(10 * pageSize, 5)))).toThrow('DB_CORRUPT')
  })
})

test('random bytes / never stop it, never cost a row that SQLite can still read, and never sign anything', () => {
  const size = statSync(original.file).size
  const signed = before.get('signature') ?? new Set()
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(size - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 25 }),
      (flips) => {
        const { after, problems, readable } = salvageAfter((file) => {
          const bytes = readFileSync(file)
          for (const [place, flip] of flips) bytes[place] = (bytes[place] ?? 0) ^ flip
          writeFileSync(file, bytes)
        })
        expect(problems).toEqual([])
        expect(missingIn(after, readable, leftOut)).toEqual([])
        for (const row of after.get('signature') ?? []) expect(signed.has(row)).toBe(true)
      },
    ),
    { numRuns: 8 },
  )
})

test('the log of a crash / is read with the file', () => {
  const practice = temporaryDatabase()
  fillEveryTable(practice.database.sqlite, 20)
  const folder = temporaryFolder()
  const file = join(folder, 'crashed.db')
  for (const suffix of ['', '-wal']) copyFileSync(practice.file + suffix, file + suffix)
  practice.remove()
  const target = join(folder, 'new.db')
  const steps = salvageDatabase({ file, key, vaultId }, { file: target, key, vaultId }, migrations, {
    newId: () => 'new',
    now: '2026-11-30T12:00:00.000Z',
  })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const sqlite = openReader({ file: target, key, vaultId })
  expect(sqlite.prepare('SELECT count(*) FROM session').pluck().get()).toBe(20)
  expect(step.value.tables).toEqual([])
  sqlite.close()
  rmSync(folder, { recursive: true, force: true })
})
