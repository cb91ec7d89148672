import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openServices } from '#main/services/createServices.ts'
import { contract } from '#shared/contract/contract.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { nobody, refusalOf } from '../fixtures/refusal.ts'
import { markEverything } from '../fixtures/signedNote.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample', preferredName: 'Mo' })
})
afterEach(() => practice.remove())

const day = 86_400_000
const list = () => practice.call('bin:list', {})
const ids = () => list().map(({ id }) => id)
const discard = (id: string) => practice.call('session:discard', { id })

/** The tables whose rows refer to a session, as the database itself knows them. */
const tablesOfSession = () =>
  practice.database.sqlite
    .prepare<[], string>(
      `SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = 'session'`,
    )
    .pluck()
    .all()

const rowsOf = (id: string) =>
  tablesOfSession().filter(
    (table) => practice.database.sqlite.prepare(`SELECT 1 FROM ${table} WHERE session_id = ?`).get(id) !== undefined,
  )

/** A draft with a row in every table that a draft can have rows in. */
function fullDraft(): string {
  const id = practice.startSession(client)
  const { call, surroundings } = practice
  practice.write(id, 'assessment', '  Responding\n well ')
  markEverything(practice, id)
  call('session:savePrivateRemark', { id, text: 'Call back' })
  const startedAt = surroundings.clock.now()
  call('timer:put', {
    sessionId: id,
    span: { id: surroundings.newId(), treatedAreaId: null, startedAt, endedAt: null },
  })
  practice.database.sqlite
    .prepare(`INSERT INTO sign_answer VALUES (?, ?, 0, 'open blanks', NULL, 1, 'left', ?)`)
    .run(surroundings.newId(), id, startedAt)
  return id
}

describe('the bin', () => {
  it('has what was discarded, the latest first, with the days that are left', () => {
    const first = practice.startSession(client, '2026-11-20T09:30')
    practice.write(first, 'assessment', '  Responding\n well ')
    discard(first)
    practice.surroundings.moveTime(2 * day)
    const second = practice.startSession(client)
    discard(second)
    expect(list()).toEqual([
      expect.objectContaining({ id: second, daysLeft: 30, excerpt: '' }),
      {
        id: first,
        clientId: client,
        clientName: 'Mara “Mo” Sample',
        serviceStart: '2026-11-20T09:30',
        lengthMinutes: 60,
        place: 'practice',
        excerpt: 'Responding well',
        discardedAt: '2026-11-23T14:00:00.000Z',
        daysLeft: 28,
      },
    ])
    expect(contract['bin:list'].output.parse(list())).toEqual(list())
  })

  it('gives a draft back whole, with its timer stopped when it was discarded', () => {
    const id = fullDraft()
    const before = practice.call('session:get', { id })
    discard(id)
    practice.surroundings.moveTime(day)
    practice.call('session:restore', { id })
    expect(list()).toEqual([])
    const after = practice.call('session:get', { id })
    const timedSpans = before.timedSpans.map((span) => ({ ...span, endedAt: span.startedAt }))
    expect(before.timedSpans.map(({ endedAt }) => endedAt)).toContain(null)
    expect(after).toEqual({ ...before, timedSpans, updatedAt: after.updatedAt })
  })

  it('never has a signed note or a draft in use', () => {
    const signed = practice.startSession(client)
    practice.write(signed, 'plan', 'Signed')
    practice.call('session:sign', { id: signed })
    const draft = practice.startSession(client)
    expect(refusalOf(() => discard(signed))).toEqual({ code: 'SIGNED' })
    expect(list()).toEqual([])
    for (const id of [signed, draft, nobody]) {
      expect(refusalOf(() => practice.call('bin:remove', { id }))).toEqual({ code: 'NOT_FOUND' })
    }
    practice.surroundings.moveTime(400 * day)
    expect(list()).toEqual([])
    expect(practice.call('session:get', { id: signed }).signature).not.toBeNull()
    expect(practice.call('session:get', { id: draft }).id).toBe(draft)
  })
})

describe('removing a draft for good', () => {
  it('leaves no row of it in any table', () => {
    const id = fullDraft()
    const other = fullDraft()
    const tables = rowsOf(id)
    const ofSigned = ['signature', 'addendum', 'consent_lack']
    expect(new Set([...tables, ...ofSigned])).toEqual(new Set(tablesOfSession()))
    discard(id)
    practice.call('bin:remove', { id })
    expect(rowsOf(id)).toEqual([])
    expect(list()).toEqual([])
    expect(refusalOf(() => practice.call('session:restore', { id }))).toEqual({ code: 'NOT_FOUND' })
    expect(rowsOf(other)).toEqual(tables)
    const { sqlite } = practice.database
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    expect(
      sqlite
        .prepare(`SELECT COUNT(*) FROM treated_area_region r
                  WHERE NOT EXISTS (SELECT 1 FROM treated_area a WHERE a.id = r.treated_area_id)`)
        .pluck()
        .get(),
    ).toBe(0)
  })

  it('happens by itself after 30 days, when the bin is looked at', () => {
    const old = fullDraft()
    discard(old)
    practice.surroundings.moveTime(day)
    const young = practice.startSession(client)
    discard(young)
    practice.surroundings.moveTime(29 * day - 1)
    expect(ids()).toEqual([young, old])
    // Just passed, and seen to have passed on one day: it may be the clock.
    practice.surroundings.moveTime(1)
    expect(ids()).toEqual([young, old])
    practice.surroundings.moveTime(day - 1)
    expect(ids()).toEqual([young])
    expect(rowsOf(old)).toEqual([])
  })

  it('happens by itself when the vault is opened on a second day', () => {
    const old = fullDraft()
    discard(old)
    practice.surroundings.moveTime(30 * day)
    openServices(practice.database, practice.surroundings)
    expect(rowsOf(old)).not.toEqual([])
    practice.surroundings.moveTime(day)
    openServices(practice.database, practice.surroundings)
    expect(rowsOf(old)).toEqual([])
  })

  it.each([31, 59, 400, 4000])('does not happen when the clock jumps ahead %d days for a moment', (jump) => {
    const { surroundings } = practice
    const run = () => (openServices(practice.database, surroundings), list())
    run()
    surroundings.moveTime(day)
    const old = fullDraft()
    discard(old)
    const tables = rowsOf(old)
    const daily = 5
    for (let days = 0; days < daily; days++) {
      run()
      surroundings.moveTime(jump * day)
      run()
      run()
      surroundings.moveTime(-jump * day)
      run()
      surroundings.moveTime(day)
    }
    expect(rowsOf(old)).toEqual(tables)
    // It happens in its own time.
    for (let days = daily; days < 32; days++, surroundings.moveTime(day)) run()
    expect(rowsOf(old)).toEqual([])
  })

  it('does not begin while the clock is behind the newest stored time', () => {
    const { surroundings } = practice
    const old = fullDraft()
    discard(old)
    surroundings.moveTime(60 * day)
    const signed = practice.startSession(client)
    practice.write(signed, 'plan', 'Signed in the future')
    surroundings.moveTime(-25 * day)
    for (const _ of [1, 2, 3]) {
      openServices(practice.database, surroundings)
      surroundings.moveTime(day)
    }
    expect(rowsOf(old)).not.toEqual([])
  })

  it('does not happen early to what was discarded while the clock stood in the past', () => {
    const { surroundings } = practice
    openServices(practice.database, surroundings)
    surroundings.moveTime(-5000 * day)
    const draft = fullDraft()
    discard(draft)
    surroundings.moveTime(5000 * day)
    for (let days = 0; days < 5; days++, surroundings.moveTime(day)) openServices(practice.database, surroundings)
    expect(list()).toMatchObject([{ id: draft, daysLeft: 25 }])
  })

  it('does not keep the vault from opening when it fails', () => {
    const old = fullDraft()
    discard(old)
    practice.surroundings.moveTime(31 * day)
    practice.database.sqlite.pragma('query_only = ON')
    expect(openServices(practice.database, practice.surroundings)['client:list']({})).toHaveLength(1)
    practice.database.sqlite.pragma('query_only = OFF')
    expect(rowsOf(old)).not.toEqual([])
  })

  it('is all or nothing', () => {
    const old = fullDraft()
    discard(old)
    const tables = rowsOf(old)
    practice.database.sqlite.exec(
      `CREATE TEMP TRIGGER no_delete BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )
    expect(refusalOf(() => practice.call('bin:remove', { id: old })).code).toBe('INTERNAL')
    expect(rowsOf(old)).toEqual(tables)
    practice.database.sqlite.exec('DROP TRIGGER no_delete')
  })

  it('comes later when the clock was set back', () => {
    const id = practice.startSession(client)
    discard(id)
    practice.surroundings.moveTime(-10 * day)
    expect(list()).toMatchObject([{ id, daysLeft: 30 }])
  })
})
