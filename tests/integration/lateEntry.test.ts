import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ lastName: 'Sample', dateOfBirth: '1980-03-02' })
})
afterEach(() => practice.remove())

const details = {
  serviceStart: '2026-03-03T09:30',
  lengthMinutes: 45,
  place: 'visit' as const,
  visitAddress: '7 Mill Row',
}
const enter = (serviceStart = details.serviceStart, clientId = client) =>
  practice.call('session:startLate', {
    clientId,
    details: { ...details, serviceStart },
    reason: 'Charted on paper',
  })
const get = (id: string) => practice.call('session:get', { id })

describe('a late entry', () => {
  it('states the day of the visit, the day of writing and why', () => {
    const { id } = enter()
    expect(get(id)).toMatchObject({
      details,
      enteredAt: '2026-11-23T14:00:00.000Z',
      lateEntryReason: 'Charted on paper',
      timedSpans: [],
    })
  })

  it('takes its place among the visits by its service date', () => {
    const earlier = practice.startSession(client, '2026-02-01T09:00')
    const later = practice.startSession(client, '2026-11-20T09:00')
    const { id } = enter()
    expect([earlier, id, later].map((session) => get(session).number)).toEqual([1, 2, 3])
  })

  it('keeps its reason through signing', () => {
    const { id } = enter()
    practice.write(id, 'plan', 'From the paper chart')
    practice.call('session:sign', { id })
    expect(get(id)).toMatchObject({ lateEntryReason: 'Charted on paper' })
    expect(get(id).signature).not.toBeNull()
  })

  it('begins with the client’s template, at the length of the visit', () => {
    const [template] = practice.call('template:list', {})
    practice.call('client:setTemplate', { id: client, templateId: template?.id ?? null })
    expect(get(enter().id)).toMatchObject({ details: { lengthMinutes: 45 } })
    expect(get(enter().id).sections[0]?.plainText).toContain('Reason for coming')
  })

  it('is refused for the future, for before the birth and for nobody', () => {
    expect(refusalOf(() => enter('2026-11-23T14:00'))).toEqual(fieldRefusal('details.serviceStart', 'in_future'))
    expect(refusalOf(() => enter('2026-11-24T09:00'))).toEqual(fieldRefusal('details.serviceStart', 'in_future'))
    expect(refusalOf(() => enter('1980-03-01T09:00'))).toEqual(fieldRefusal('details.serviceStart', 'before_birth'))
    expect(refusalOf(() => enter(details.serviceStart, nobody))).toEqual({ code: 'NOT_FOUND' })
    expect(practice.call('client:get', { id: client }).sessions).toEqual([])
  })

  it('needs a reason', () => {
    const { input } = contract['session:startLate']
    for (const reason of ['', '   ', 'x'.repeat(501)]) {
      expect(input.safeParse({ clientId: client, details, reason }).success).toBe(false)
    }
  })

  it('stays in the past when its details are corrected', () => {
    const { id } = enter()
    const save = (serviceStart: string) =>
      practice.call('session:saveDetails', { id, details: { ...details, serviceStart } })
    save('2026-03-04T10:00')
    expect(refusalOf(() => save('2026-12-01T10:00'))).toEqual(fieldRefusal('details.serviceStart', 'in_future'))
    expect(refusalOf(() => save('1979-12-01T10:00'))).toEqual(fieldRefusal('details.serviceStart', 'before_birth'))
    expect(get(id).details.serviceStart).toBe('2026-03-04T10:00')
  })
})

it('a session of its own time is no late entry, whatever its date', () => {
  expect(get(practice.startSession(client, '2026-03-03T09:30')).lateEntryReason).toBeNull()
})
