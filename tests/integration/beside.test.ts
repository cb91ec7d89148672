import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import {
  mostRanges,
  noMeasures,
  sessionMeasures,
  type FunctionActivity,
  type RangeOfMotion,
  type SessionMeasures,
} from '#shared/domain/measures.ts'
import type { TimedSpan } from '#shared/domain/timer.ts'
import { practiceUnderTest, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
let session: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample' })
  session = practice.startSession(client)
})
afterEach(() => practice.remove())

const get = (id = session) => practice.call('session:get', { id })
const save = (measures: Partial<SessionMeasures>, id = session) =>
  practice.call('session:saveMeasures', { id, measures: { ...noMeasures, ...measures } })

const someRange = (change: Partial<RangeOfMotion> = {}): RangeOfMotion => ({
  id: practice.surroundings.newId(),
  joint: 'Neck',
  side: 'right',
  movement: 'rotation',
  degreesBefore: 45,
  degreesAfter: 60,
  extentBefore: null,
  extentAfter: null,
  ...change,
})
const someActivity = (change: Partial<FunctionActivity> = {}): FunctionActivity => ({
  id: practice.surroundings.newId(),
  activity: 'Carrying shopping',
  score: 4,
  ...change,
})
const someSpan = (change: Partial<TimedSpan> = {}): TimedSpan => ({
  id: practice.surroundings.newId(),
  treatedAreaId: null,
  startedAt: '2026-11-23T14:00:00.000Z',
  endedAt: '2026-11-23T14:12:00.000Z',
  ...change,
})
const put = (span: TimedSpan, sessionId = session) => practice.call('timer:put', { sessionId, span })

function sign(id = session): void {
  practice.write(id, 'plan', 'Again in a week.')
  practice.call('session:sign', { id, answers: [] })
}

const score = fc.option(fc.integer({ min: 0, max: 10 }))
const degrees = fc.option(fc.integer({ min: -180, max: 360 }))
const extent = fc.option(fc.constantFrom('limited' as const, 'full' as const))
const word = fc.constantFrom('Neck', 'rotation', 'Große Zehe', '首', 'Anything at all, by typing it')
const anyMeasures = fc.record({
  scores: fc
    .tuple(score, score, fc.option(fc.integer({ min: 0, max: 48 })))
    .map(([before, after, halves]): SessionMeasures['scores'] => [
      { measure: 'stress', before, after },
      { measure: 'sleep', before: halves === null ? null : halves / 2, after: null },
    ]),
  ranges: fc.array(
    fc.record({
      id: fc.uuid(),
      joint: word,
      side: fc.option(fc.constantFrom('left' as const, 'right' as const)),
      movement: word,
      degreesBefore: degrees,
      degreesAfter: degrees,
      extentBefore: extent,
      extentAfter: extent,
    }),
    { maxLength: 6 },
  ),
  activities: fc.array(fc.record({ id: fc.uuid(), activity: word, score }), { maxLength: 3 }),
})

describe('measures', () => {
  it('come back as they were saved, in their order, also after a restart', () => {
    fc.assert(
      fc.property(anyMeasures, (measures) => {
        save(measures)
        const stored = get().measures
        expect(stored.ranges).toEqual(measures.ranges)
        expect(stored.activities).toEqual(measures.activities)
        expect(stored.scores).toEqual(measures.scores.toSorted((a, b) => a.measure.localeCompare(b.measure)))
      }),
      { numRuns: 60 },
    )
    const last = get().measures
    practice.reopen()
    expect(get().measures).toEqual(last)
    expect(contract['session:get'].output.parse(get()).measures).toEqual(last)
  })

  it('take the place of those before, and touch the draft', () => {
    save({ ranges: [someRange()], activities: [someActivity()] })
    practice.surroundings.moveTime(1000)
    expect(save({})).toEqual({ savedAt: '2026-11-23T14:00:01.000Z' })
    expect(get()).toMatchObject({ measures: noMeasures, updatedAt: '2026-11-23T14:00:01.000Z' })
  })

  it('are within their limits: 40 ranges, three activities, sleep by halves, each id once', () => {
    const fits = (measures: unknown) => sessionMeasures.safeParse({ ...noMeasures, ...(measures as object) }).success
    expect(fits({ ranges: Array.from({ length: mostRanges }, () => someRange()) })).toBe(true)
    expect(fits({ ranges: Array.from({ length: mostRanges + 1 }, () => someRange()) })).toBe(false)
    expect(fits({ activities: Array.from({ length: 3 }, () => someActivity()) })).toBe(true)
    expect(fits({ activities: Array.from({ length: 4 }, () => someActivity()) })).toBe(false)
    const range = someRange()
    expect(fits({ ranges: [range, range] })).toBe(false)
    expect(fits({ ranges: [someRange({ degreesBefore: 361 })] })).toBe(false)
    expect(fits({ ranges: [someRange({ joint: ' ' })] })).toBe(false)
    expect(fits({ activities: [someActivity({ score: 11 })] })).toBe(false)
    expect(fits({ scores: [{ measure: 'sleep', before: 6.25, after: null }] })).toBe(false)
    expect(fits({ scores: [{ measure: 'sleep', before: 25, after: null }] })).toBe(false)
    expect(fits({ scores: [{ measure: 'tension', before: 11, after: null }] })).toBe(false)
    const tension = { measure: 'tension', before: 1, after: 1 }
    expect(fits({ scores: [tension, tension] })).toBe(false)
  })

  it('of another session are never taken or changed by their ids', () => {
    const range = someRange()
    const activity = someActivity()
    save({ ranges: [range], activities: [activity] })
    const other = practice.startSession(client)
    expect(refusalOf(() => save({ ranges: [range] }, other))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => save({ activities: [activity] }, other))).toEqual({ code: 'CONFLICT' })
    expect(get().measures).toMatchObject({ ranges: [range], activities: [activity] })
    expect(get(other).measures).toEqual(noMeasures)
    expect(refusalOf(() => save({}, nobody))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('what was measured before', () => {
  it('comes, for each kind, from the newest earlier visit that has it', () => {
    const [first, second] = ['2026-10-01', '2026-10-08'].map((day) => practice.startSession(client, `${day}T09:00`))
    const activity = someActivity()
    const range = someRange()
    save({ activities: [activity], ranges: [someRange({ joint: 'Hip' })] }, first)
    save({ ranges: [range] }, second)
    save({ activities: [someActivity({ activity: 'Later' })] }, practice.startSession(client, '2026-12-01T09:00'))
    save({ activities: [someActivity({ activity: 'Somebody else' })] }, practice.startSession(practice.addClient()))
    expect(practice.call('measures:earlier', { sessionId: session })).toEqual({
      activities: { serviceStart: '2026-10-01T09:00', what: [activity] },
      ranges: { serviceStart: '2026-10-08T09:00', what: [range] },
    })
    expect(practice.call('measures:earlier', { sessionId: first ?? '' })).toEqual({ activities: null, ranges: null })
    expect(refusalOf(() => practice.call('measures:earlier', { sessionId: nobody }))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('techniques and homework', () => {
  const items = (...texts: string[]) => texts.map((text) => ({ text, carriedFrom: null }))
  const list = (name: 'technique' | 'homework', texts: string[], id = session) =>
    practice.call('session:saveItems', { id, list: name, items: items(...texts) })

  it('are two separate lists, each in its order and with the visit it comes from', () => {
    list('technique', ['Friction', 'Cupping'])
    const carried = [{ text: 'Doorway stretch', carriedFrom: '2026-11-09' }]
    practice.call('session:saveItems', { id: session, list: 'homework', items: carried })
    list('technique', ['Cupping', 'Heat, 15 min'])
    practice.reopen()
    expect(get()).toMatchObject({ techniques: items('Cupping', 'Heat, 15 min'), homework: carried })
  })

  it('are suggested by how often the practice writes them, treated areas included', () => {
    list('technique', ['Friction', 'Cupping'])
    list('homework', ['Walk'], practice.startSession(client))
    list('homework', ['Walk', 'Rest'])
    const treated = { ...practice.someArea(session), technique: 'Shiatsu' }
    practice.call('treatedArea:put', { area: treated })
    practice.call('treatedArea:put', { area: { ...practice.someArea(session), technique: 'Cupping' } })
    expect(practice.call('lists:suggestions', {})).toEqual({
      techniques: ['Cupping', 'Friction', 'Shiatsu'],
      homework: ['Walk', 'Rest'],
    })
  })

  it('have no empty entry, none twice, and sixty at most', () => {
    const fits = (texts: string[]) =>
      contract['session:saveItems'].input.safeParse({ id: session, list: 'technique', items: items(...texts) }).success
    expect(fits(['Friction'])).toBe(true)
    expect(fits([' '])).toBe(false)
    expect(fits(['Friction', 'Friction'])).toBe(false)
    expect(fits(Array.from({ length: 61 }, (_, index) => `Technique ${index}`))).toBe(false)
  })
})

describe('the timer', () => {
  it('keeps its spans over a restart, in the order of starting, also the one that runs', () => {
    const running = someSpan({ startedAt: '2026-11-23T14:12:00.000Z', endedAt: null })
    const first = someSpan()
    put(running)
    put(first)
    practice.reopen()
    expect(get().timedSpans).toEqual([first, running])
    put({ ...running, endedAt: '2026-11-23T14:20:00.000Z' })
    expect(get().timedSpans[1]?.endedAt).toBe('2026-11-23T14:20:00.000Z')
    practice.call('timer:remove', { sessionId: session, id: first.id })
    expect(get().timedSpans).toHaveLength(1)
  })

  it('runs once in a session, and ends no earlier than it starts', () => {
    put(someSpan({ endedAt: null }))
    expect(refusalOf(() => put(someSpan({ endedAt: null })))).toEqual(fieldRefusal('span.endedAt', 'running'))
    expect(refusalOf(() => put(someSpan({ endedAt: '2026-11-23T13:59:59.999Z' })))).toEqual(
      fieldRefusal('span.endedAt', 'ends_before_start'),
    )
    put(someSpan({ endedAt: null }), practice.startSession(client))
    expect(get().timedSpans).toHaveLength(1)
  })

  it('takes no span and no area of another session, and removes none', () => {
    const span = someSpan()
    put(span)
    const other = practice.startSession(client)
    const area = practice.someArea(other)
    practice.call('treatedArea:put', { area })
    expect(refusalOf(() => put(span, other))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => put(someSpan({ treatedAreaId: area.id })))).toEqual({ code: 'CONFLICT' })
    const remove = (id: string) => () => practice.call('timer:remove', { sessionId: other, id })
    expect(refusalOf(remove(span.id))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(remove(nobody))).toEqual({ code: 'NOT_FOUND' })
    expect(get().timedSpans).toEqual([span])
  })
})

describe('a signed note', () => {
  it('takes no new measures, lists and spans, and keeps its own', () => {
    const range = someRange()
    const span = someSpan()
    save({ ranges: [range] })
    put(span)
    sign()
    const before = get()
    const homework = { id: session, list: 'homework' as const, items: [] }
    const refused = [
      () => save({}),
      () => practice.call('session:saveItems', homework),
      () => put({ ...span, endedAt: '2026-11-23T15:00:00.000Z' }),
      () => put(someSpan()),
      () => practice.call('timer:remove', { sessionId: session, id: span.id }),
    ]
    for (const change of refused) expect(refusalOf(change)).toEqual({ code: 'SIGNED' })
    expect(get()).toEqual(before)
    const database = practice.database.sqlite
    for (const table of ['range_of_motion', 'timed_span']) {
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow()
    }
  })
})

describe('the private remark', () => {
  const remark = (text: string, id = session) => practice.call('session:savePrivateRemark', { id, text })
  const compose = (includePrivateRemarks: boolean) =>
    practice.call('patientFile:compose', {
      clientId: client,
      options: { ...wholeFile, includePrivateRemarks },
    })

  it('can be written before and after signing, and leaves the signature as it is', () => {
    remark('Talks little.')
    sign()
    const { signature, updatedAt } = get()
    practice.surroundings.moveTime(1000)
    remark('Talks little; that is fine.')
    expect(get()).toMatchObject({ privateRemark: 'Talks little; that is fine.', signature, updatedAt })
    expect(refusalOf(() => remark('x', nobody))).toEqual({ code: 'NOT_FOUND' })
  })

  it('leaves with a patient file only when that was chosen', () => {
    remark('Talks little.')
    sign()
    expect(JSON.stringify(compose(false))).not.toContain('Talks little')
    expect(compose(true).sessions[0]?.privateRemark).toBe('Talks little.')
  })
})
