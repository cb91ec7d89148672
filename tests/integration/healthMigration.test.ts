// Schema step 17: what clients say about their health has its tables, and nothing else changes.
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

const version16 = migrations.slice(0, 16)
const version17 = migrations.slice(0, 17)
const added = [
  'health_answer',
  'health_entry',
  'health_preference',
  'health_region',
  'health_review',
  'health_rule',
  'question_change',
  'safety_decision',
]

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(version16)
})
afterEach(() => practice.close())

const tablesOf = (sqlite: Sqlite) =>
  sqlite.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[]

/** Every row of every table but the new ones. */
const rowsOf = (sqlite: Sqlite): unknown =>
  Object.fromEntries(
    tablesOf(sqlite)
      .filter((name) => !added.includes(name))
      .map((name) => [name, sqlite.prepare(`SELECT * FROM ${name}`).raw().all()]),
  )

describe('a practice from before health was asked about', () => {
  it('keeps every row and every signature, and knows nothing of anybody’s health', () => {
    const old = practice.opened(version16).sqlite
    const [before, known] = [rowsOf(old), tablesOf(old)]
    const { sqlite } = practice.opened(version17)
    expect(rowsOf(sqlite)).toEqual(before)
    expect(tablesOf(sqlite).filter((name) => !known.includes(name))).toEqual(added)
    for (const table of added) expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  })

  it('has the schema of a fresh database afterwards', () => {
    expect(schemaOf(practice.opened().sqlite)).toEqual(freshSchema(practice.location))
  })

  it.each([1, 9, Infinity])('stays as it is when the step breaks off after %d statements', (statements) => {
    const old = practice.opened(version16).sqlite
    const before = [rowsOf(old), schemaOf(old)]
    practice.close()
    const steps = [...version16, interrupted(17, statements)]
    expect(refusalOf(() => openDatabase(practice.location, steps))).toMatchObject({ code: 'INTERNAL' })
    const { sqlite } = practice.opened(version16)
    expect(versionOf(sqlite)).toBe(16)
    expect([rowsOf(sqlite), schemaOf(sqlite)]).toEqual(before)
  })
})
