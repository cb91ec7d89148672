// Schema step 16: a record can have other people, and nothing else changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { columnsIn, rowsIn, practiceOfVersion, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'

const before = migrations.filter(({ version }) => version < 16)
const after = migrations.filter(({ version }) => version <= 16)

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(before)
})
afterEach(() => practice.close())

describe('a practice from before a record had other people', () => {
  it('keeps every row, and has an empty directory', () => {
    const old = practice.opened(before).sqlite
    const columns = columnsIn(old)
    const rows = rowsIn(old, columns)
    const { sqlite } = practice.opened(after)
    expect(rowsIn(sqlite, columns)).toEqual(rows)
    for (const table of ['provider', 'client_provider', 'household_link']) {
      expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    }
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  })

  it('takes a person by id or by name, never both, neither, or the client themselves', () => {
    const { sqlite } = practice.opened(after)
    const ids = sqlite.prepare('SELECT id FROM client LIMIT 2').pluck().all() as string[]
    const [one, other = one] = ids
    const insert = sqlite.prepare("INSERT INTO household_link VALUES (?, ?, 'guardian', ?, ?, '', '', '')")
    expect(insert.run('a', one, null, 'Ines').changes).toBe(1)
    expect(() => insert.run('b', one, other, 'Ines')).toThrow('CHECK')
    expect(() => insert.run('c', one, null, '')).toThrow('CHECK')
    expect(() => insert.run('d', one, one, '')).toThrow('CHECK')
  })
})
