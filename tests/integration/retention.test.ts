// Retention: whose time is over, and what an erasure that is asked for is refused for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retentionPresets } from '#shared/domain/retention/retentionRule.ts'
import { day, erasurePractice, issueOf, reason, type ErasurePractice } from '../fixtures/erasurePractice.ts'

const ontario = { preset: 'ontario-cmto' as const, rule: retentionPresets['ontario-cmto'].rule }

let practice: ErasurePractice
let erased: ErasurePractice['erased']
let other: ErasurePractice['other']

beforeEach(() => {
  practice = erasurePractice()
  ;({ erased, other } = practice)
})
afterEach(() => practice.remove())

const archive = (id?: string) => practice.archive(id)
const erase: ErasurePractice['erase'] = (change) => practice.erase(change)

/** Lets years pass, and a day more on which the clock is seen again, so that it is believed. */
function letTimePass(years: number): void {
  practice.surroundings.moveTime(years * 366 * day)
  practice.call('retention:list', {})
  practice.surroundings.moveTime(day)
  practice.call('retention:list', {})
}

describe('the clients whose time is over', () => {
  beforeEach(() => {
    archive()
    archive(other.clientId)
    practice.call('retention:saveRule', { chosen: ontario })
  })
  const listed = () => practice.call('retention:list', {}).map(({ clientId }) => clientId)

  it('before that day / are none', () => {
    letTimePass(9)
    expect(listed()).toEqual([])
  })

  it('after that day / are the archived ones, with the day and its reason', () => {
    practice.call('client:restore', { id: other.clientId })
    letTimePass(11)
    expect(practice.call('retention:list', {})).toEqual([
      {
        clientId: erased.clientId,
        clientName: 'Mara Sample Zymurgiana',
        isArchived: true,
        lastEntryOn: '2026-11-23',
        keptUntil: '2036-11-23',
        because: 'last entry',
        isBirthMissing: false,
        isOver: true,
      },
    ])
  })

  it('when the clock jumps ahead by a century / are none, until it has stood there on two days', () => {
    practice.call('retention:list', {})
    practice.surroundings.moveTime(100 * 366 * day)
    expect(listed()).toEqual([])
    practice.surroundings.moveTime(-100 * 366 * day)
    practice.surroundings.moveTime(2 * day)
    expect(listed()).toEqual([])
  })

  it('after a later visit, addendum or draft / are kept from that day on', () => {
    practice.surroundings.moveTime(366 * day)
    practice.startSession(erased.clientId)
    practice.surroundings.moveTime(366 * day)
    practice.addendum(other.sessionId, 'Telephoned again.')
    const keptUntil = (id: string) => practice.call('retention:ofClient', { id }).retained?.keptUntil
    expect(keptUntil(erased.clientId)).toBe('2037-11-24')
    expect(keptUntil(other.clientId)).toBe('2038-11-24')
  })

  it('with a visit dated later than anything else / are kept from that visit on', () => {
    practice.startSession(erased.clientId, '2028-02-29T09:00')
    expect(practice.call('retention:ofClient', { id: erased.clientId }).retained).toMatchObject({
      lastEntryOn: '2028-02-29',
      keptUntil: '2038-03-01',
    })
  })

  it('without a chosen rule / are none', () => {
    practice.call('retention:saveRule', { chosen: null })
    letTimePass(50)
    expect(listed()).toEqual([])
    expect(practice.call('retention:ofClient', { id: erased.clientId })).toEqual({ retained: null })
  })
})

describe('an erasure that is asked for', () => {
  it('of a client who is not archived / is refused', () => {
    expect(issueOf(erase)).toEqual({ path: 'id', code: 'not_archived' })
  })

  it('with another name than the client’s / is refused', () => {
    archive()
    expect(issueOf(() => erase({ typedName: 'Sample' }))).toEqual({ path: 'typedName', code: 'other_name' })
    expect(issueOf(() => erase({ typedName: '' }))).toEqual({ path: 'typedName', code: 'other_name' })
  })

  it('before the time is over and without a reason / is refused', () => {
    archive()
    practice.call('retention:saveRule', { chosen: ontario })
    letTimePass(9)
    for (const none of [null, '']) {
      expect(issueOf(() => erase({ reason: none }))).toEqual({ path: 'reason', code: 'too_early' })
    }
  })

  it('with a clock that has jumped ahead and without a reason / is refused', () => {
    archive()
    practice.call('retention:saveRule', { chosen: ontario })
    practice.surroundings.moveTime(100 * 366 * day)
    expect(issueOf(() => erase({ reason: null }))).toEqual({ path: 'reason', code: 'too_early' })
  })

  it('with the client’s name in the reason, which stays / is refused', () => {
    archive()
    expect(issueOf(() => erase({ reason: 'Mara asked for it.' }))).toEqual({ path: 'reason', code: 'names_client' })
  })

  it('of a client without a date of birth under a rule for minors / needs a reason even when the time is over', () => {
    const id = practice.addClient({ lastName: 'Unborn' })
    archive(id)
    practice.call('retention:saveRule', { chosen: ontario })
    letTimePass(11)
    const ask = (why: string | null) => erase({ id, typedName: 'Unborn', reason: why })
    expect(issueOf(() => ask(null))).toEqual({ path: 'reason', code: 'too_early' })
    expect(ask(reason)).toMatchObject({ basis: 'own decision', reason })
  })

  it('after the time is over / needs no reason, and says so', () => {
    archive()
    practice.call('retention:saveRule', { chosen: ontario })
    letTimePass(11)
    expect(erase({ reason: null })).toMatchObject({
      basis: 'retention over',
      reason: '',
      notes: 1,
      others: 2,
      sequence: 7,
    })
    expect(practice.call('retention:list', {})).toEqual([])
    expect(practice.call('retention:erasures', {})).toHaveLength(1)
  })

  it('while the practice names no therapist / is refused, and nothing is gone', () => {
    archive()
    practice.call('practice:save', { practice: { ...practice.call('practice:get', {}).practice, therapistName: '' } })
    expect(issueOf(erase)).toBe('SIGNER_UNNAMED')
    expect(practice.call('client:get', { id: erased.clientId }).sessions).toHaveLength(1)
    expect(practice.verify()).toEqual({ intact: true, signatures: 6 })
  })
})
