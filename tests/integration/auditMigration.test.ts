// Schema step 11: the audit log begins, and nothing else changes.
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

const version10 = migrations.slice(0, 10)

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(version10)
})
afterEach(() => practice.close())

const log = 'audit_entry'

/** Every row of every table but the log. */
function rowsOf(sqlite: Sqlite): unknown {
  const tables = sqlite
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '${log}' ORDER BY name`)
    .pluck()
    .all() as string[]
  return Object.fromEntries(tables.map((table) => [table, sqlite.prepare(`SELECT * FROM ${table}`).raw().all()]))
}

describe('a practice from before the audit log', () => {
  it('keeps every row, and has an empty log', () => {
    const before = rowsOf(practice.opened(version10).sqlite)
    const { sqlite } = practice.opened(migrations.slice(0, 11))
    expect(rowsOf(sqlite)).toEqual(before)
    expect(sqlite.prepare(`SELECT count(*) FROM ${log}`).pluck().get()).toBe(0)
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  })

  it('has the schema of a fresh database afterwards', () => {
    expect(schemaOf(practice.opened().sqlite)).toEqual(freshSchema(practice.location))
  })

  it('logs from then on', () => {
    const { call } = practice.opened()
    const [client] = call('client:list', {})
    call('client:get', { id: client?.id ?? '' })
    expect(call('audit:check', {})).toEqual({ fitting: 1, problem: null, missing: [] })
  })

  it.each([1, 2, 3, Infinity])('stays as it is when the step breaks off after %d statements', (statements) => {
    const old = practice.opened(version10).sqlite
    const before = [rowsOf(old), schemaOf(old)]
    practice.close()
    const steps = [...version10, interrupted(11, statements)]
    expect(refusalOf(() => openDatabase(practice.location, steps))).toMatchObject({ code: 'INTERNAL' })
    const { sqlite } = practice.opened(version10)
    expect(versionOf(sqlite)).toBe(10)
    expect([rowsOf(sqlite), schemaOf(sqlite)]).toEqual(before)
  })
})
