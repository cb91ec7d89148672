// Schema step 11: the audit log begins, and nothing else changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { columnsIn, rowsIn, practiceOfVersion, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'

const version10 = migrations.slice(0, 10)

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(version10)
})
afterEach(() => practice.close())

const log = 'audit_entry'

describe('a practice from before the audit log', () => {
  it('keeps every row, and has an empty log', () => {
    const old = practice.opened(version10).sqlite
    const columns = columnsIn(old)
    const before = rowsIn(old, columns)
    const { sqlite } = practice.opened(migrations.slice(0, 11))
    expect(rowsIn(sqlite, columns)).toEqual(before)
    expect(sqlite.prepare(`SELECT count(*) FROM ${log}`).pluck().get()).toBe(0)
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  })

  it('logs from then on', () => {
    const { call } = practice.opened()
    const [client] = call('client:list', {})
    call('client:get', { id: client?.id ?? '' })
    expect(call('audit:check', {})).toEqual({ fitting: 1, problem: null, missing: [] })
  })
})
