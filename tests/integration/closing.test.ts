// Closing the practice: clients by the day until which their records are kept, and whom letters go to.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everything } from '../fixtures/auditedPractice.ts'
import { practiceUnderTest, samplePractice, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

const list = () => practice.call('closing:list', {})

/** A client with a visit on a day. */
function visited(lastName: string, day: string, dateOfBirth: string | null = '1980-03-02'): string {
  const client = practice.addClient({ lastName, dateOfBirth })
  practice.surroundings.setTime(`${day}T14:00:00.000Z`)
  practice.startSession(client, `${day}T09:00`)
  return client
}

const chooseRule = () =>
  practice.call('retention:saveRule', {
    chosen: { preset: 'own', rule: { yearsAfterLast: 10, minors: { ageOfMajority: 18, yearsAfter: 10 } } },
  })

describe('the clients by date', () => {
  it('begin with the soonest day, archived ones among them, with their unsigned notes', () => {
    const late = visited('Late', '2026-11-20')
    practice.surroundings.setTime('2020-01-01T08:00:00.000Z')
    const soon = visited('Soon', '2020-05-04')
    practice.call('client:archive', { id: soon })
    chooseRule()
    expect(list()).toMatchObject([
      { clientId: soon, isArchived: true, lastEntryOn: '2020-05-04', keptUntil: '2030-05-04', drafts: 1 },
      { clientId: late, isArchived: false, lastEntryOn: '2026-11-20', keptUntil: '2036-11-20', drafts: 1 },
    ])
  })

  it('without a rule / have no day, and are in the order of their last entry', () => {
    const late = visited('Late', '2026-11-20')
    practice.surroundings.setTime('2020-01-01T08:00:00.000Z')
    const soon = visited('Soon', '2020-05-04')
    expect(list().map(({ clientId, keptUntil }) => [clientId, keptUntil])).toEqual([
      [soon, null],
      [late, null],
    ])
  })

  it('without a date of birth / say that the rule for clients under age could not be applied', () => {
    visited('Unknown', '2026-11-20', null)
    chooseRule()
    expect(list()).toMatchObject([{ isBirthMissing: true }])
    expect(practice.call('closing:composeList', {}).text).toContain('No date of birth')
  })

  it('as a table / have a line each, and leave an entry of the audit log', () => {
    visited('Late', '2026-11-20')
    chooseRule()
    const { text, count } = practice.call('closing:composeList', {})
    expect(count).toBe(1)
    expect(text).toMatch(/,Late,1980-03-02,2026-11-20,2036-11-20,\r\n$/u)
    const { entries } = practice.call('audit:list', { filter: everything, upTo: null, skip: 0, count: 1 })
    expect(entries).toMatchObject([{ act: 'exported', recordKind: 'practice' }])
  })

  it('as a table of what was read before / have the lines of then', () => {
    visited('Late', '2026-11-20')
    const clients = list()
    visited('Later', '2026-11-20')
    const { text, count } = practice.call('closing:composeList', { clients })
    expect(count).toBe(1)
    expect(text).not.toContain('Later')
  })
})

describe('letters', () => {
  it('go to the chosen clients in the order of lists, and each leaves an entry of the audit log', () => {
    const zoe = practice.addClient({ firstName: 'Zoe', lastName: 'Young', address: '2 Mill Lane' })
    const ada = practice.addClient({ firstName: 'Ada', lastName: 'Able', preferredName: 'Addie' })
    practice.addClient({ lastName: 'Not chosen' })
    expect(practice.call('closing:composeLetters', { clientIds: [zoe, ada] })).toEqual({
      practice: samplePractice,
      paperSize: 'A4',
      madeAt: '2026-11-23T14:00:00.000Z',
      clients: [
        { id: ada, name: 'Ada Able', address: '' },
        { id: zoe, name: 'Zoe Young', address: '2 Mill Lane' },
      ],
    })
    const filter = { ...everything, act: 'exported' } as const
    const { entries } = practice.call('audit:list', { filter, upTo: null, skip: 0, count: 10 })
    expect(new Set(entries.map(({ clientId }) => clientId))).toEqual(new Set([zoe, ada]))
  })

  it('to a client who is not there / are refused', () => {
    const clientIds = ['01900000-0000-7000-8000-0000000000ff']
    expect(refusalOf(() => practice.call('closing:composeLetters', { clientIds }))).toEqual({ code: 'NOT_FOUND' })
  })
})
