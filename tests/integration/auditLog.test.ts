// The audit log on a real database: what is merged, refused, shown, saved, and what its check finds.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createServices } from '#main/services/createServices.ts'
import type { AuditFilter } from '#shared/contract/audit.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { entriesIn, everything, furnish, later, left } from '../fixtures/auditedPractice.ts'
import { callerOf, practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

const call: PracticeUnderTest['call'] = (channel, input) => practice.call(channel, input)

describe('what is done again', () => {
  it('within the hour / is one entry of a change, and another one after it', () => {
    const { draft } = furnish(practice)
    later(practice)
    const save = () => {
      practice.write(draft, 'plan', `Weekly ${practice.surroundings.newId()}`)
      practice.surroundings.moveTime(20 * 60_000)
    }
    expect(left(practice, () => [save(), save(), save()])).toHaveLength(1)
    expect(left(practice, save)).toHaveLength(1)
  })

  it('within a quarter of an hour / is one entry of a view, also after a restart one more', () => {
    const { signed } = furnish(practice)
    later(practice)
    const read = () => call('session:get', { id: signed })
    expect(left(practice, () => [read(), read()])).toHaveLength(1)
    practice.reopen()
    expect(left(practice, read)).toHaveLength(1)
    practice.surroundings.moveTime(15 * 60_000)
    expect(left(practice, read)).toHaveLength(1)
  })
})

it('a record that an act makes / is logged with its client', () => {
  const { client, signed } = furnish(practice)
  later(practice)
  let addition = ''
  const entries = left(practice, () => (addition = practice.addendum(signed, 'Slept well')))
  expect(entries).toEqual([['changed', 'addition', addition, client]])
})

describe('what is refused', () => {
  it('leaves no entry, and the next one of the same has its entry', () => {
    const { client, signed } = furnish(practice)
    later(practice)
    const stale = { id: client, revision: 77, fields: { ...emptyClient, lastName: 'Moss' } }
    expect(left(practice, () => refusalOf(() => call('client:update', stale)))).toEqual([])
    expect(left(practice, () => refusalOf(() => practice.write(signed, 'plan', 'x')))).toEqual([])
    const { revision } = call('client:get', { id: client }).client
    expect(left(practice, () => call('client:update', { ...stale, revision }))).toEqual([
      ['changed', 'client', client, client],
    ])
  })

  it('by the log itself / is not done', () => {
    const { client } = furnish(practice)
    later(practice)
    practice.database.sqlite.exec(
      `CREATE TRIGGER full BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'SIGNED'); END`,
    )
    refusalOf(() => call('client:archive', { id: client }))
    practice.database.sqlite.exec('DROP TRIGGER full')
    expect(call('client:get', { id: client }).client.isArchived).toBe(false)
  })

  it('of a view by the log / is shown all the same, and has its entry with the next one', () => {
    const { client, signed } = furnish(practice)
    later(practice)
    const { sqlite } = practice.database
    const entries = left(practice, () => {
      sqlite.exec(`CREATE TRIGGER full BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'SIGNED'); END`)
      expect(call('session:get', { id: signed }).id).toBe(signed)
      sqlite.exec('DROP TRIGGER full')
      call('client:archive', { id: client })
    })
    expect(entries).toEqual([
      ['viewed', 'session', signed, client],
      ['archived', 'client', client, client],
    ])
  })
})

describe('the bin', () => {
  it('that removes a draft when its time is over / leaves an entry', () => {
    const { client, draft } = furnish(practice)
    call('session:discard', { id: draft })
    const day = 86_400_000
    expect(
      left(practice, () => {
        for (let days = 0; days < 34; days += 1) {
          practice.surroundings.moveTime(day)
          call('bin:list', {})
        }
      }),
    ).toEqual([['erased', 'session', draft, client]])
  })
})

describe('the log', () => {
  const list = (filter: Partial<AuditFilter> = {}, skip = 0, count = 100) =>
    call('audit:list', { filter: { ...everything, ...filter }, upTo: null, skip, count })

  it('has no word of a client, a note or a setting in it', () => {
    furnish(practice)
    for (const entry of entriesIn(practice)) {
      for (const field of [entry.act, entry.recordKind]) expect(field).toMatch(/^[a-z ]+$/u)
      for (const id of [entry.recordId, entry.clientId]) expect(id ?? '').toMatch(/^[0-9a-f-]*$/u)
    }
  })

  it('is shown newest first, with names as they are today, in parts', () => {
    const { client, draft } = furnish(practice)
    list()
    const { total, entries } = list()
    expect(entries[0]).toMatchObject({ act: 'viewed', recordKind: 'audit log', clientName: null, sessionId: null })
    expect(entries.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: entries.length }, (_, index) => total - index),
    )
    expect(entries.find(({ recordId }) => recordId === draft)).toMatchObject({
      clientId: client,
      clientName: 'Ruth Moss',
      sessionId: draft,
      serviceStart: practice.surroundings.clock.wallNow(),
    })
    const parts = (skip: number, count: number) => call('audit:list', { filter: everything, upTo: total, skip, count })
    expect(parts(0, 200)).toEqual({ total, entries })
    expect(parts(2, 3)).toEqual({ total, entries: entries.slice(2, 5) })
  })

  it('of a client who is gone and a draft that is in the bin / names nobody, and leads nowhere', () => {
    const { client, draft } = furnish(practice)
    call('session:discard', { id: draft })
    expect(list({ clientId: client }).entries.find(({ recordId }) => recordId === draft)?.sessionId).toBe(null)
    const { sqlite } = practice.database
    withoutTriggers(sqlite)
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(`DELETE FROM client`)
    const { entries } = list({ clientId: client })
    expect(entries.length).toBeGreaterThan(3)
    expect(entries.every(({ clientName, clientId }) => clientName === null && clientId === client)).toBe(true)
  })

  it('is filtered by act, by client, and by day as the clock of the entry showed it', () => {
    const { client } = furnish(practice)
    practice.surroundings.setOffset(-300)
    practice.surroundings.setTime('2026-11-27T03:00:00.000Z')
    const other = practice.addClient({ lastName: 'Other' })
    expect(list({ clientId: other }).entries).toMatchObject([{ act: 'created', recordId: other }])
    expect(list({ from: '2026-11-26', to: '2026-11-26', act: 'created' }).entries).toMatchObject([{ recordId: other }])
    expect(list({ from: '2026-11-27' }).total).toBe(0)
    const signedOnes = list({ act: 'signed', clientId: client })
    expect(signedOnes).toMatchObject({ total: 1, entries: [{ act: 'signed' }] })
  })

  it('as a file / has the same entries, oldest first, and no name', () => {
    const { client } = furnish(practice)
    const { text, count } = call('audit:compose', { filter: { ...everything, clientId: client } })
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(count + 1)
    expect(lines.slice(1).map((line) => line.split(',')[2])).toEqual(
      list({ clientId: client })
        .entries.map(({ act }) => act)
        .toReversed(),
    )
    expect(text).not.toMatch(/Ruth|Moss|Headaches/u)
  })
})

describe('checking the log', () => {
  const check = () => call('audit:check', {})

  it('that nobody has touched / finds every entry as it was written, over a restart', () => {
    furnish(practice)
    practice.reopen()
    furnish(practice)
    expect(check()).toEqual({ fitting: entriesIn(practice).length, problem: null, missing: [] })
  })

  it.each([
    ['an act', `UPDATE audit_entry SET act = 'viewed' WHERE sequence = 3`, 'hash', 3],
    ['a time', `UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 3`, 'hash', 3],
    ['a client', `UPDATE audit_entry SET client_id = NULL WHERE sequence = 2`, 'hash', 2],
    ['the hash', `UPDATE audit_entry SET hash = previous_hash WHERE sequence = 3`, 'hash', 3],
    ['what is before it', `DELETE FROM audit_entry WHERE sequence = 3`, 'sequence', 4],
    ['the beginning', `DELETE FROM audit_entry WHERE sequence < 3`, 'sequence', 3],
    [
      'the numbers too',
      `DELETE FROM audit_entry WHERE sequence = 3; UPDATE audit_entry SET sequence = sequence - 1 WHERE sequence > 3`,
      'previous',
      3,
    ],
  ] as const)(
    'of which %s was changed outside of the app / finds the first entry that does not fit',
    (_, sql, problem, sequence) => {
      furnish(practice)
      const { sqlite } = practice.database
      withoutTriggers(sqlite)
      sqlite.exec(sql)
      expect(check()).toMatchObject({ problem: { problem, sequence } })
    },
  )

  it.each([
    `UPDATE audit_entry SET act = 'viewed'`,
    'DELETE FROM audit_entry',
    `INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE sequence = 1`,
    `INSERT INTO audit_entry SELECT sequence + 100, at, at_offset, act, record_kind, record_id, client_id, times, previous_hash, hash
      FROM audit_entry WHERE sequence = 1`,
  ])('is needed only past the database, which refuses %s', (sql) => {
    furnish(practice)
    expect(() => practice.database.sqlite.exec(sql)).toThrow('SIGNED')
  })

  it('that lacks a refusal / is a finding of the record', () => {
    furnish(practice)
    practice.database.sqlite.exec('DROP TRIGGER audit_entry_no_delete')
    expect(call('record:verify', {}).findings).toMatchObject([{ kind: 'refusals missing', count: 1 }])
  })
})

describe('a vault that can only be read', () => {
  it('has no entry of what is shown, and shows it', () => {
    const { signed } = furnish(practice)
    const handlers = createServices({ ...practice.database, onlyRead: 'full' }, practice.surroundings)
    expect(left(practice, () => callerOf(handlers)('session:get', { id: signed }))).toEqual([])
  })
})
