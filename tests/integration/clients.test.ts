import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

const stored = (id: string) => practice.call('client:get', { id }).client

describe('a new client', () => {
  it('needs only a name', () => {
    const client = practice.call('client:create', { fields: { ...emptyClient, lastName: 'Sample' } })
    expect(client).toMatchObject({ isArchived: false, revision: 1, createdAt: '2026-11-23T14:00:00.000Z' })
    expect(stored(client.id)).toEqual(client)
  })

  it.each([
    ['Arabic', 'محمد', 'العلي'],
    ['Hebrew', 'נועה', 'לוי'],
    ['Chinese', '李', '伟'],
    ['Devanagari', 'अनीता', 'शर्मा'],
    ['emoji', '👩🏽‍⚕️', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['mixed directions', 'Sara ‏שרה‎', 'O’Neill-Müller'],
    ['500 characters', 'x'.repeat(500), '界'.repeat(500)],
  ])('keeps a name in %s as it is', (_, firstName, lastName) => {
    const id = practice.addClient({ firstName, lastName, preferredName: firstName })
    practice.reopen()
    expect(stored(id).fields).toEqual({ ...emptyClient, firstName, lastName, preferredName: firstName })
    expect(practice.call('client:list', {})).toMatchObject([{ firstName, lastName }])
  })

  it('is not born in the future', () => {
    const create = (dateOfBirth: string) => () => practice.addClient({ lastName: 'Sample', dateOfBirth })
    expect(refusalOf(create('2026-11-24'))).toEqual(fieldRefusal('fields.dateOfBirth', 'in_future'))
    expect(refusalOf(create('1879-01-01'))).toEqual(fieldRefusal('fields.dateOfBirth', 'too_long_ago'))
    expect(stored(create('2026-11-23')()).fields.dateOfBirth).toBe('2026-11-23')
  })
})

describe('a change to a client', () => {
  it('counts the revision up and keeps every field', () => {
    const id = practice.addClient({ firstName: 'Mara' })
    const fields = {
      firstName: 'Mara',
      lastName: 'Sample',
      preferredName: 'Mo',
      pronouns: 'she/her',
      dateOfBirth: '1980-02-29',
      phone: '555 0100',
      email: 'mara@example.org',
      address: '1 Lane\nTown',
      occupation: 'Baker',
      emergencyContact: 'Jo, 555 0101',
      referringProvider: 'Dr K',
      alert: 'Latex allergy',
    }
    expect(practice.call('client:update', { id, revision: 1, fields })).toMatchObject({ fields, revision: 2 })
    expect(stored(id)).toMatchObject({ fields, revision: 2 })
  })

  it('is refused when somebody else changed the record in between', () => {
    const id = practice.addClient({ lastName: 'Sample' })
    const change = (lastName: string) =>
      practice.call('client:update', { id, revision: 1, fields: { ...emptyClient, lastName } })
    change('First')
    expect(refusalOf(() => change('Second'))).toEqual({ code: 'CONFLICT' })
    expect(stored(id).fields.lastName).toBe('First')
  })

  it('moves the client to its new place in the list', () => {
    practice.addClient({ lastName: 'Middle' })
    const id = practice.addClient({ lastName: 'Zach' })
    practice.call('client:update', { id, revision: 1, fields: { ...emptyClient, lastName: 'Abel' } })
    expect(practice.call('client:list', {}).map((client) => client.lastName)).toEqual(['Abel', 'Middle'])
  })

  it('cannot make a birth date of the future', () => {
    const id = practice.addClient()
    const fields = { ...emptyClient, lastName: 'Sample', dateOfBirth: '2030-01-01' }
    expect(refusalOf(() => practice.call('client:update', { id, revision: 1, fields })).code).toBe('VALIDATION')
  })
})

describe('archiving', () => {
  it('marks the client and is undone by restoring, each once', () => {
    const id = practice.addClient()
    expect(practice.call('client:archive', { id })).toMatchObject({ isArchived: true, revision: 2 })
    expect(practice.call('client:archive', { id })).toMatchObject({ isArchived: true, revision: 2 })
    expect(practice.call('client:list', {})).toMatchObject([{ isArchived: true }])
    expect(practice.call('client:restore', { id })).toMatchObject({ isArchived: false, revision: 3 })
    expect(practice.call('client:restore', { id })).toMatchObject({ isArchived: false, revision: 3 })
  })

  it('does not stand in the way of a session', () => {
    const id = practice.addClient()
    practice.call('client:archive', { id })
    const session = practice.startSession(id)
    expect(practice.call('session:get', { id: session }).client.id).toBe(id)
  })
})

describe('a client that does not exist', () => {
  it.each(['client:get', 'client:archive', 'client:restore'] as const)('is not found by %s', (channel) => {
    expect(refusalOf(() => practice.call(channel, { id: nobody }))).toEqual({ code: 'NOT_FOUND' })
  })

  it('is not found by a change', () => {
    const fields = { ...emptyClient, lastName: 'Sample' }
    expect(refusalOf(() => practice.call('client:update', { id: nobody, revision: 1, fields }))).toEqual({
      code: 'NOT_FOUND',
    })
  })
})

describe('the list of clients', () => {
  it('counts sessions and drafts, and leaves discarded ones out', () => {
    const busy = practice.addClient({ lastName: 'Busy' })
    const idle = practice.addClient({ lastName: 'Idle' })
    const [signed, , , discarded] = ['2026-11-02', '2026-11-20', '2026-11-09', '2026-11-21'].map((day) =>
      practice.startSession(busy, `${day}T10:00`),
    ) as [string, string, string, string]
    practice.write(signed, 'plan', 'Weekly.')
    practice.call('session:sign', { id: signed })
    practice.call('session:discard', { id: discarded })
    expect(practice.call('client:list', {})).toMatchObject([
      { id: busy, sessionCount: 3, draftCount: 2, lastSessionAt: '2026-11-20T10:00' },
      { id: idle, sessionCount: 0, draftCount: 0, lastSessionAt: null },
    ])
  })

  it('is as the contract says', () => {
    practice.startSession(practice.addClient({ lastName: 'Sample', dateOfBirth: '1990-01-01', alert: 'Latex' }))
    const list = practice.call('client:list', {})
    expect(contract['client:list'].output.parse(list)).toEqual(list)
  })
})

describe('a client’s page', () => {
  it('shows the sessions newest first, numbered by service date', () => {
    const id = practice.addClient()
    const later = practice.startSession(id, '2026-11-20T10:00')
    practice.surroundings.moveTime(1000)
    const earlier = practice.startSession(id, '2026-11-01T10:00')
    practice.surroundings.moveTime(1000)
    const sameTime = practice.startSession(id, '2026-11-20T10:00')
    const discarded = practice.startSession(id, '2026-11-10T10:00')
    practice.call('session:discard', { id: discarded })
    const { sessions } = practice.call('client:get', { id })
    expect(sessions.map((session) => [session.id, session.number])).toEqual([
      [sameTime, 3],
      [later, 2],
      [earlier, 1],
    ])
    for (const session of sessions) {
      expect(practice.call('session:get', { id: session.id }).number).toBe(session.number)
    }
  })

  it('says in short what each session was about', () => {
    const id = practice.addClient()
    const session = practice.startSession(id)
    practice.write(session, 'plan', 'Weekly.')
    const excerpt = () => practice.call('client:get', { id }).sessions[0]?.excerpt
    expect(excerpt()).toBe('Weekly.')
    practice.write(session, 'subjective', '\n\u00a0\nSore  since\nSunday.')
    expect(excerpt()).toBe('Sore since Sunday.')
    practice.write(session, 'assessment', '👍🏽'.repeat(300))
    expect(excerpt()).toMatch(/^(👍🏽)+…$/u)
    practice.write(session, 'assessment', '   ')
    expect(excerpt()).toBe('Sore since Sunday.')
  })

  it('counts findings and signed addenda', () => {
    const id = practice.addClient()
    const session = practice.startSession(id)
    practice.call('finding:put', { finding: practice.someFinding(session) })
    practice.call('finding:put', { finding: practice.someFinding(session) })
    practice.call('session:sign', { id: session })
    const [signed, draft] = [practice.addendum(session, 'Telephoned.'), practice.addendum(session, 'Not yet.')]
    practice.call('addendum:sign', { sessionId: session, id: signed })
    expect(draft).not.toBe(signed)
    expect(practice.call('client:get', { id }).sessions).toMatchObject([{ findingCount: 2, addendumCount: 1 }])
  })

  it('is as the contract says', () => {
    const id = practice.addClient()
    practice.write(practice.startSession(id), 'plan', 'Weekly.')
    const page = practice.call('client:get', { id })
    expect(contract['client:get'].output.parse(page)).toEqual(page)
  })
})

describe('a probable duplicate', () => {
  it('has the same name, in any spelling, and no different birth date', () => {
    const id = practice.addClient({ firstName: 'Zoë', lastName: 'Müller', dateOfBirth: '1980-01-02' })
    practice.addClient({ firstName: 'Zoë', lastName: 'Müller', dateOfBirth: '1980-01-03' })
    const unborn = practice.addClient({ firstName: 'Zoë', lastName: 'Müller' })
    const fields = { ...emptyClient, firstName: 'zoe', lastName: 'MULLER', dateOfBirth: '1980-01-02' }
    const found = (exceptId: string | null) => practice.call('client:probableDuplicates', { fields, exceptId })
    expect(found(null).map((client) => client.id)).toEqual([id, unborn])
    expect(found(id).map((client) => client.id)).toEqual([unborn])
    expect(
      practice.call('client:probableDuplicates', { fields: { ...fields, dateOfBirth: null }, exceptId: null }),
    ).toHaveLength(3)
  })

  it('is also found where no birth date is known, and is never refused', () => {
    const id = practice.addClient({ lastName: 'Sample' })
    const fields = { ...emptyClient, lastName: 'Sample' }
    expect(practice.call('client:probableDuplicates', { fields, exceptId: null }).map((client) => client.id)).toEqual([
      id,
    ])
    expect(practice.call('client:create', { fields }).id).not.toBe(id)
  })
})
