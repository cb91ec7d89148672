// Schema step 12: sessions can say that they came from another copy, and nothing else changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { type Sqlite } from '#main/database/openDatabase.ts'
import { columnsIn, rowsIn, practiceOfVersion, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'

const version11 = migrations.slice(0, 11)
const version12 = migrations.slice(0, 12)
const table = 'session_origin'

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(version11)
})
afterEach(() => practice.close())

const insertSql = `INSERT INTO ${table} VALUES (?, 'there', '${'a'.repeat(64)}', '2026-11-20T09:00:00.000Z', 0,
  NULL, NULL, NULL, NULL)`
const sessionWith = (sqlite: Sqlite, isSigned: 0 | 1) =>
  sqlite
    .prepare('SELECT id FROM session s WHERE EXISTS (SELECT 1 FROM signature g WHERE g.subject_id = s.id) = ? LIMIT 1')
    .pluck()
    .get(isSigned) as string

describe('a practice from before sessions had an origin', () => {
  it('keeps every row, and has a session without an origin', () => {
    const old = practice.opened(version11).sqlite
    const columns = columnsIn(old)
    const before = rowsIn(old, columns)
    const { sqlite } = practice.opened(version12)
    expect(rowsIn(sqlite, columns)).toEqual(before)
    expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  })

  it('gives a draft an origin, and a signed note none', () => {
    const { sqlite } = practice.opened(version12)
    const insert = sqlite.prepare(insertSql)
    expect(insert.run(sessionWith(sqlite, 0)).changes).toBe(1)
    expect(() => insert.run(sessionWith(sqlite, 1))).toThrow('SIGNED')
  })
})
