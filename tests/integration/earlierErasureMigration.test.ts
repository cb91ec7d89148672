// Schema step 15: a vault can know who was erased in the one that it took the place of, and nothing else changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { openDatabase, type Sqlite } from '#main/database/openDatabase.ts'
import {
  freshSchema,
  interrupted,
  practiceOfVersion,
  schemaOf,
  versionOf,
  type PracticeOfVersion,
} from '../fixtures/practiceOfVersion.ts'
import { refusalOf } from '../fixtures/refusal.ts'

const version14 = migrations.slice(0, 14)
const version15 = migrations.slice(0, 15)
const table = 'earlier_erasure'

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(version14)
})
afterEach(() => practice.close())

/** Every row of every table but the new one. */
function rowsOf(sqlite: Sqlite): unknown {
  const tables = sqlite
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '${table}' ORDER BY name`)
    .pluck()
    .all() as string[]
  return Object.fromEntries(tables.map((name) => [name, sqlite.prepare(`SELECT * FROM ${name}`).raw().all()]))
}

describe('a practice from before erasures came along with a restore', () => {
  it('keeps every row, and has nobody who was erased elsewhere', () => {
    const before = rowsOf(practice.opened(version14).sqlite)
    const { sqlite } = practice.opened(version15)
    expect(rowsOf(sqlite)).toEqual(before)
    expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  })

  it('has the schema of a fresh database afterwards', () => {
    expect(schemaOf(practice.opened().sqlite)).toEqual(freshSchema(practice.location))
  })

  it.each([1, Infinity])('stays as it is when the step breaks off after %d statements', (statements) => {
    const old = practice.opened(version14).sqlite
    const before = [rowsOf(old), schemaOf(old)]
    practice.close()
    const steps = [...version14, interrupted(15, statements)]
    expect(refusalOf(() => openDatabase(practice.location, steps))).toMatchObject({ code: 'INTERNAL' })
    const { sqlite } = practice.opened(version14)
    expect(versionOf(sqlite)).toBe(14)
    expect([rowsOf(sqlite), schemaOf(sqlite)]).toEqual(before)
  })
})
