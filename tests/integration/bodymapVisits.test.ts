// The body maps of earlier visits: the last one before a session, and all of them compared.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
let session: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample' })
  session = practice.startSession(client, '2026-11-23T14:00')
})
afterEach(() => practice.remove())

function putFinding(change: Partial<Finding> = {}, sessionId = session): Finding {
  const finding = practice.someFinding(sessionId, change)
  practice.call('finding:put', { finding })
  return finding
}

describe('the last visit', () => {
  const lastVisit = (sessionId = session) => practice.call('bodymap:lastVisit', { sessionId })

  it('is null at the first one', () => {
    practice.startSession(client, '2026-11-24T14:00')
    practice.startSession(practice.addClient({ lastName: 'Other' }), '2026-11-20T14:00')
    expect(lastVisit()).toEqual({ visit: null })
  })

  it('is the newest before the session by service date, as it was after treatment', () => {
    practice.startSession(client, '2026-11-01T09:00')
    const newest = practice.startSession(client, '2026-11-16T09:00')
    practice.startSession(client, '2026-11-09T09:00')
    const eased = putFinding({ severity: 7 }, newest)
    const after = putFinding({ phase: 'after', continuesId: eased.id, severity: 3 }, newest)
    const untouched = putFinding({ regionId: 'back.sacrum', kind: 'pain' }, newest)
    const gone = putFinding({ regionId: 'head.crown', kind: 'pain', severity: 4 }, newest)
    putFinding(
      { ...gone, id: practice.surroundings.newId(), phase: 'after', continuesId: gone.id, severity: 0 },
      newest,
    )
    const found = putFinding({ regionId: 'knee.cap.left', phase: 'after', kind: 'bruise' }, newest)
    practice.call('session:sign', { id: newest })
    const answer = lastVisit()
    expect(answer).toEqual({
      visit: {
        sessionId: newest,
        number: 3,
        serviceStart: '2026-11-16T09:00',
        isSigned: true,
        findings: [after, untouched, found],
      },
    })
    expect(contract['bodymap:lastVisit'].output.parse(answer)).toEqual(answer)
  })

  it('may be a draft, and never one that was discarded', () => {
    const discarded = practice.startSession(client, '2026-11-22T09:00')
    const kept = practice.startSession(client, '2026-11-15T09:00')
    putFinding({}, discarded)
    practice.call('session:discard', { id: discarded })
    expect(lastVisit().visit).toMatchObject({ sessionId: kept, isSigned: false, findings: [] })
    expect(refusalOf(() => lastVisit(discarded))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => lastVisit(nobody))).toEqual({ code: 'NOT_FOUND' })
  })

  it('at the same hour is the one that was entered first', () => {
    practice.surroundings.moveTime(1000)
    const second = practice.startSession(client, '2026-11-23T14:00')
    expect(lastVisit(second).visit?.sessionId).toBe(session)
    expect(lastVisit().visit).toBeNull()
  })
})

describe('all visits', () => {
  const visits = (phase: 'before' | 'after' = 'after') =>
    practice.call('bodymap:visits', { clientId: client, phase }).visits

  it('come oldest first with their maps, each compared with the one before', () => {
    const before = practice.startSession(client, '2026-11-16T14:00')
    const discarded = practice.startSession(client, '2026-11-18T14:00')
    practice.call('session:discard', { id: discarded })
    const [better, gone] = [
      putFinding({ severity: 7 }, before),
      putFinding({ regionId: 'back.sacrum', kind: 'pain' }, before),
    ]
    const [now, fresh] = [putFinding({ severity: 4 }), putFinding({ regionId: 'head.crown', kind: 'pain' })]
    practice.call('session:sign', { id: before })
    expect(visits()).toEqual([
      {
        sessionId: before,
        number: 1,
        serviceStart: '2026-11-16T14:00',
        isSigned: true,
        findings: [better, gone],
        comparison: [
          { change: 'new', wasId: null, nowId: better.id },
          { change: 'new', wasId: null, nowId: gone.id },
        ],
      },
      {
        sessionId: session,
        number: 2,
        serviceStart: '2026-11-23T14:00',
        isSigned: false,
        findings: [now, fresh],
        comparison: [
          { change: 'better', wasId: better.id, nowId: now.id },
          { change: 'new', wasId: null, nowId: fresh.id },
          { change: 'gone', wasId: gone.id, nowId: null },
        ],
      },
    ])
    const answer = practice.call('bodymap:visits', { clientId: client, phase: 'after' })
    expect(contract['bodymap:visits'].output.parse(answer)).toEqual(answer)
  })

  it('are shown as before treatment or after it', () => {
    const before = putFinding({ severity: 7 })
    const after = putFinding({ phase: 'after', continuesId: before.id, severity: 2 })
    expect(visits('before').map(({ findings }) => findings)).toEqual([[before]])
    expect(visits('after').map(({ findings }) => findings)).toEqual([[after]])
  })

  it('are empty for a client without sessions, and not found for an unknown client', () => {
    const fresh = practice.addClient({ lastName: 'New' })
    expect(practice.call('bodymap:visits', { clientId: fresh, phase: 'after' })).toEqual({ visits: [] })
    expect(refusalOf(() => practice.call('bodymap:visits', { clientId: nobody, phase: 'after' }))).toEqual({
      code: 'NOT_FOUND',
    })
  })
})
