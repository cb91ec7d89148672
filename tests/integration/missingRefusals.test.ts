// A step of the schema may make refusals anew that somebody took out of the database. That they were gone is reported all the same.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkpointAndClose, openDatabase, type OpenDatabase } from '#main/database/openDatabase.ts'
import { createNoticeRepository } from '#main/database/repositories/noticeRepository.ts'
import { allFindings } from '../fixtures/allFindings.ts'
import { interrupted, practiceOfVersion, versionOf, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'

const version7 = migrations.slice(0, 7)
let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(7)
})
afterEach(() => practice.close())

const kindAndCount = ({ kind, problems }: VaultNotice) => [kind, problems]

/** What the app has to show after its update. */
function noticesAfterUpdate({ location, close }: PracticeOfVersion = practice): readonly VaultNotice[] {
  close()
  let database: OpenDatabase | null = null
  try {
    database = openDatabase(location)
    return createNoticeRepository(database).open()
  } finally {
    if (database) checkpointAndClose(database)
  }
}

describe('a practice of version 7 that is brought up to date', () => {
  it('with all its refusals / has no notice', () => {
    expect(noticesAfterUpdate()).toEqual([])
  })

  it('of which a refusal was taken out / has a notice of it, and has the refusal again', () => {
    practice.opened(version7).sqlite.exec('DROP TRIGGER note_section_signed_update')
    expect(noticesAfterUpdate()).toEqual([
      {
        id: expect.any(Number),
        kind: 'refusals missing',
        foundAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
        fileName: null,
        expectedSignatures: null,
        foundSignatures: null,
        expectedAt: null,
        problems: 1,
      },
    ])
    const { sqlite, call } = practice.opened()
    expect(() => sqlite.exec(`UPDATE note_section SET plain_text = 'x'`)).toThrow('SIGNED')
    // Why the notice is needed: verifying the record finds nothing missing.
    expect(allFindings(call)).toEqual([])
  })

  it('of which a refusal was replaced by one that refuses nothing / has a notice of it', () => {
    practice.opened(version7).sqlite.exec(`
      DROP TRIGGER signature_no_delete;
      CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature WHEN 0 BEGIN SELECT RAISE(ABORT, 'SIGNED'); END`)
    expect(noticesAfterUpdate().map(kindAndCount)).toEqual([['refusals missing', 1]])
  })

  it('of which all refusals were taken out / has one notice with their number', () => {
    const { sqlite } = practice.opened(version7)
    const count = sqlite.prepare(`SELECT count(*) FROM sqlite_master WHERE type = 'trigger'`).pluck().get()
    expect(count).toBeGreaterThan(40)
    withoutTriggers(sqlite)
    expect(noticesAfterUpdate().map(kindAndCount)).toEqual([['refusals missing', count]])
  })

  it('keeps the notices that it had, read ones too', () => {
    const old = practice.opened(version7).sqlite
    old.exec(`INSERT INTO vault_notice (kind, found_at, problems, acknowledged_at)
      VALUES ('damage', '2026-01-01T00:00:00.000Z', 3, '2026-01-02T00:00:00.000Z'), ('older', '2026-01-03T00:00:00.000Z', NULL, NULL)`)
    const rows = 'SELECT * FROM vault_notice ORDER BY id'
    const before = old.prepare(rows).all()
    expect(noticesAfterUpdate().map(kindAndCount)).toEqual([['older', null]])
    expect(practice.opened().sqlite.prepare(rows).all()).toEqual(before)
  })

  it('when the update breaks off after the refusals were made anew / stays as it was, and is reported the next time', () => {
    practice.opened(version7).sqlite.exec('DROP TRIGGER note_section_signed_update')
    practice.close()
    const broken = [...migrations.slice(0, 8), interrupted(9, 1)]
    expect(refusalOf(() => openDatabase(practice.location, broken))).toMatchObject({ code: 'INTERNAL' })
    expect(versionOf(practice.opened(version7).sqlite)).toBe(7)
    expect(noticesAfterUpdate().map(kindAndCount)).toEqual([['refusals missing', 1]])
  })

  it('is told once: a later start finds nothing more', () => {
    practice.opened(version7).sqlite.exec('DROP TRIGGER note_section_signed_update')
    expect([noticesAfterUpdate(), noticesAfterUpdate()].map((notices) => notices.length)).toEqual([1, 1])
  })
})

it.each([1, 2, 3] as const)(
  'a practice of version %d / has no notice with its refusals, and one without them',
  (version) => {
    const whole = practiceOfVersion(version)
    expect(noticesAfterUpdate(whole)).toEqual([])
    const robbed = practiceOfVersion(version)
    withoutTriggers(robbed.opened(migrations.slice(0, version)).sqlite)
    expect(noticesAfterUpdate(robbed).map(({ kind }) => kind)).toEqual(['refusals missing'])
  },
)
