// From version 5 of the schema to offsets: what was entered and signed before has none, what comes after has one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { practiceOfVersion, versionOf, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'
import { allFindings } from '../fixtures/allFindings.ts'

const version5 = migrations.slice(0, 5)
const offsetsSql = `
  SELECT entered_offset FROM session UNION ALL SELECT created_offset FROM addendum
  UNION ALL SELECT signed_offset FROM signature`

describe('a practice of version 5', () => {
  let practice: PracticeOfVersion
  beforeEach(() => {
    practice = practiceOfVersion(3)
    practice.opened(version5)
  })
  afterEach(() => practice.close())

  it('keeps every signature, which verifies under its own form, and has no offset', () => {
    const { sqlite, call, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    const offsets = sqlite.prepare(offsetsSql).pluck().all()
    expect(offsets.length).toBeGreaterThan(8)
    expect(offsets.every((offset) => offset === null)).toBe(true)
    expect(sqlite.prepare('SELECT DISTINCT canonical_version FROM signature').pluck().all()).toEqual([3])
    expect(verify()).toEqual({ intact: true, signatures: 4 })
    expect(allFindings(call).filter(({ kind }) => kind !== 'dated before')).toEqual([])
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })

  it('signs an older draft with the offset of its signing, and none of its entry', () => {
    const { sqlite, call, verify } = practice.opened()
    const draft = sqlite.prepare('SELECT session_id FROM addendum ORDER BY rowid DESC').pluck().get() as string
    const [addendum] = call('session:get', { id: draft }).addenda
    const signature = call('addendum:sign', { sessionId: draft, id: addendum?.id ?? '' })
    expect(addendum?.createdOffset).toBeNull()
    expect(signature.signedOffset).toBe(0)
    expect(verify()).toEqual({ intact: true, signatures: 5 })
  })

  it.each([
    ['session', 'entered_offset'],
    ['addendum', 'created_offset'],
    ['signature', 'signed_offset'],
  ])('reports a signed %s that was given an %s afterwards', (table, column) => {
    const { sqlite, verify } = practice.opened()
    withoutTriggers(sqlite)
    sqlite.exec(`UPDATE ${table} SET ${column} = 540`)
    expect(verify()).toMatchObject({ intact: false, problem: 'fingerprint' })
  })
})

describe('the distance from UTC', () => {
  let practice: PracticeUnderTest
  beforeEach(() => {
    practice = practiceUnderTest()
  })
  afterEach(() => practice.remove())

  it('is kept and signed with an entry, a signature, an addendum and an amendment, each as it was then', () => {
    const { surroundings, call } = practice
    surroundings.setOffset(-240)
    const id = practice.startSession(practice.addClient())
    practice.write(id, 'plan', 'Weekly.')
    surroundings.setOffset(-300)
    const signature = practice.sign(id)
    surroundings.setOffset(540)
    const amendment = practice.amendment(id, { part: 'plan', reason: 'Asked again.' }, 'Every fortnight.')
    surroundings.setOffset(840)
    call('addendum:sign', { sessionId: id, id: amendment })
    const record = call('session:get', { id })
    expect([record.enteredOffset, signature.signedOffset]).toEqual([-240, -300])
    expect(record.addenda).toMatchObject([{ createdOffset: 540, signature: { signedOffset: 840 } }])
    expect(practice.database.sqlite.prepare('SELECT DISTINCT canonical_version FROM signature').pluck().all()).toEqual([
      5,
    ])
    expect(practice.verify()).toEqual({ intact: true, signatures: 2 })
  })

  it.each([
    ['session', 'entered_offset'],
    ['addendum', 'created_offset'],
    ['signature', 'signed_offset'],
  ])('of a signed %s cannot be changed unseen', (table, column) => {
    const id = practice.startSession(practice.addClient())
    practice.write(id, 'plan', 'Weekly.')
    practice.sign(id)
    const addition = practice.amendment(id, { part: 'plan', reason: 'Asked again.' }, 'Every fortnight.')
    practice.call('addendum:sign', { sessionId: id, id: addition })
    const { sqlite } = practice.database
    const change = `UPDATE ${table} SET ${column} = 540`
    expect(() => sqlite.exec(change)).toThrow('SIGNED')
    withoutTriggers(sqlite)
    sqlite.exec(change)
    expect(practice.verify()).toMatchObject({ intact: false, problem: 'fingerprint' })
  })
})
