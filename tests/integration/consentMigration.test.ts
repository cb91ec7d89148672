// Schema step 18: consents can be signed, and nothing else changes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { columnsIn, rowsIn, practiceOfVersion, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'

const before = migrations.filter(({ version }) => version < 18)
const after = migrations.filter(({ version }) => version <= 18)

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
  practice.opened(before)
})
afterEach(() => practice.close())

describe('a practice from before consents', () => {
  it('keeps every row, and has no rules and no consents', () => {
    const old = practice.opened(before).sqlite
    const columns = columnsIn(old)
    const rows = rowsIn(old, columns)
    const { sqlite } = practice.opened(after)
    expect(rowsIn(sqlite, columns)).toEqual(rows)
    for (const table of ['consent', 'consent_withdrawal', 'consent_lack', 'consent_rule', 'consent_form']) {
      expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    }
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  })

  it('lets a consent be withdrawn once only', () => {
    const { sqlite } = practice.opened(after)
    const client = sqlite.prepare('SELECT id FROM client LIMIT 1').pluck().get()
    sqlite
      .prepare(
        "INSERT INTO consent VALUES ('c', ?, NULL, 'own', 'Own', 'Words', 'en', '', '', '', 'one year', 'offered', '', 0)",
      )
      .run(client)
    const withdraw = sqlite.prepare("INSERT INTO consent_withdrawal VALUES (?, 'c', 'withdrawn', '', '', 0)")
    expect(withdraw.run('w').changes).toBe(1)
    expect(() => withdraw.run('v')).toThrow('UNIQUE')
  })
})
