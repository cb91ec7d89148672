// What is marked on the body map of a session, and what earlier visits showed.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { findingCourses } from '#shared/domain/bodymap/phases.ts'
import { strokePointLimit } from '#shared/domain/bodymap/stroke.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'
import { markEverything } from '../fixtures/signedNote.ts'

let practice: PracticeUnderTest
let client: string
let session: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample' })
  session = practice.startSession(client, '2026-11-23T14:00')
})
afterEach(() => practice.remove())

const get = (id = session) => practice.call('session:get', { id })
const idsOf = (marks: readonly { readonly id: string }[]) => marks.map(({ id }) => id)

function putFinding(change: Partial<Finding> = {}, sessionId = session): Finding {
  const finding = practice.someFinding(sessionId, change)
  practice.call('finding:put', { finding })
  return finding
}

function marked<T>(put: (mark: T) => unknown, mark: T): T {
  put(mark)
  return mark
}
const putStroke = (change = {}, sessionId = session) =>
  marked((stroke) => practice.call('stroke:put', { stroke }), practice.someStroke(sessionId, change))
const putArea = (change = {}, sessionId = session) =>
  marked((area) => practice.call('treatedArea:put', { area }), practice.someArea(sessionId, change))
const putNoGo = (change = {}) =>
  marked((area) => practice.call('noGo:put', { area }), practice.someNoGo(client, change))

/** How each kind of mark is put, put again, and taken off. */
const kinds = [
  {
    kind: 'finding',
    put: (change: object = {}, sessionId = session) => putFinding(change, sessionId),
    putAgain: (mark: object) => practice.call('finding:put', { finding: mark as Finding }),
    remove: (id: string, sessionId = session) => practice.call('finding:remove', { sessionId, id }),
    marksOf: (id = session) => get(id).findings,
    change: { severity: 1, remark: 'softer', isConfirmed: false },
  },
  {
    kind: 'stroke',
    put: (change: object = {}, sessionId = session) => putStroke(change, sessionId),
    putAgain: (mark: object) => practice.call('stroke:put', { stroke: mark as ReturnType<typeof putStroke> }),
    remove: (id: string, sessionId = session) => practice.call('stroke:remove', { sessionId, id }),
    marksOf: (id = session) => get(id).strokes,
    change: { kind: 'scar', points: [0, 0, 1] },
  },
  {
    kind: 'treated area',
    put: (change: object = {}, sessionId = session) => putArea(change, sessionId),
    putAgain: (mark: object) => practice.call('treatedArea:put', { area: mark as ReturnType<typeof putArea> }),
    remove: (id: string, sessionId = session) => practice.call('treatedArea:remove', { sessionId, id }),
    marksOf: (id = session) => get(id).treatedAreas,
    change: { regionIds: ['head.crown'], minutes: null, pressure: null, technique: 'Friction' },
  },
] as const

describe.each(kinds)('a $kind', ({ put, putAgain, remove, marksOf, change }) => {
  it('is added, changed and taken off, each saved with the session’s time', () => {
    const mark = put()
    expect(marksOf()).toEqual([mark])
    practice.surroundings.moveTime(5000)
    expect(putAgain({ ...mark, ...change })).toEqual({ savedAt: '2026-11-23T14:00:05.000Z' })
    expect(marksOf()).toEqual([{ ...mark, ...change }])
    practice.surroundings.moveTime(5000)
    expect(remove(mark.id)).toEqual({ savedAt: '2026-11-23T14:00:10.000Z' })
    expect(marksOf()).toEqual([])
    expect(get().updatedAt).toBe('2026-11-23T14:00:10.000Z')
  })

  it('is there after a restart', () => {
    const mark = put()
    practice.reopen()
    expect(marksOf()).toEqual([mark])
  })

  it('stays in the order of making, even when the clock stands still or is set back', () => {
    const ids = ['c', 'a', 'b', 'd'].map((letter, step) => {
      if (step === 2) practice.surroundings.moveTime(-3_600_000)
      return put({ id: `${letter.repeat(8)}-0000-4000-8000-000000000000` }).id
    })
    putAgain({ ...marksOf()[0], ...change })
    expect(idsOf(marksOf())).toEqual(ids)
  })

  it('comes back to its place when taking it off is undone', () => {
    const marks = [put(), put(), put()]
    const [, middle] = marks
    if (!middle) throw new Error('no mark')
    remove(middle.id)
    put()
    putAgain(middle)
    expect(marksOf().slice(0, 3)).toEqual(marks)
  })

  it('belongs to one session', () => {
    const mark = put()
    const other = practice.startSession(client)
    expect(refusalOf(() => putAgain({ ...mark, sessionId: other }))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => remove(mark.id, other))).toEqual({ code: 'CONFLICT' })
    expect(marksOf()).toEqual([mark])
    remove(mark.id)
    expect(refusalOf(() => putAgain({ ...mark, sessionId: other }))).toEqual({ code: 'CONFLICT' })
  })

  it('needs a session, and to be there to be taken off', () => {
    expect(refusalOf(() => put({}, nobody))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => remove(nobody))).toEqual({ code: 'NOT_FOUND' })
  })

  it('is kept in a draft that is discarded and restored', () => {
    const mark = put()
    practice.call('session:discard', { id: session })
    const late = put()
    practice.call('session:restore', { id: session })
    expect(marksOf()).toEqual([mark, late])
  })
})

describe('a finding', () => {
  it('keeps where it refers to, what it continues, where it comes from and whether it is confirmed', () => {
    const before = putFinding({ refersToRegionId: 'head.temple.right' })
    const after = putFinding({ phase: 'after', continuesId: before.id, severity: 2 })
    const carried = putFinding({ carriedFromId: practice.surroundings.newId(), isConfirmed: false })
    expect(get().findings).toEqual([before, after, carried])
    const record = get()
    expect(contract['session:get'].output.parse(record)).toEqual(record)
  })

  it('continues a before-finding of its own session only, and only as an after-finding', () => {
    const before = putFinding()
    const after = putFinding({ phase: 'after', continuesId: before.id })
    const foreign = putFinding({}, practice.startSession(client))
    const refusal = fieldRefusal('finding.continuesId', 'not_a_before_finding')
    for (const change of [
      { phase: 'after', continuesId: nobody },
      { phase: 'after', continuesId: foreign.id },
      { phase: 'after', continuesId: after.id },
      { phase: 'before', continuesId: before.id },
      { phase: 'before', continuesId: nobody },
    ] as const) {
      expect(refusalOf(() => putFinding(change))).toEqual(refusal)
    }
    const own = practice.someFinding(session, { phase: 'after' })
    expect(refusalOf(() => practice.call('finding:put', { finding: { ...own, continuesId: own.id } }))).toEqual(refusal)
  })

  it('whose before-finding is taken off stays, is new from then on, and can still be changed', () => {
    const before = putFinding()
    const after = putFinding({ phase: 'after', continuesId: before.id, severity: 3 })
    practice.call('finding:remove', { sessionId: session, id: before.id })
    expect(get().findings).toEqual([after])
    expect(findingCourses(get().findings)).toEqual([{ before: null, after }])
    putFinding({ ...after, severity: 2 })
    expect(get().findings).toEqual([{ ...after, severity: 2 }])
  })

  it('and the one that it continues come back by undoing, in whatever order they were taken off', () => {
    const before = putFinding()
    const after = putFinding({ phase: 'after', continuesId: before.id })
    for (const { id } of [before, after]) practice.call('finding:remove', { sessionId: session, id })
    for (const finding of [after, before]) practice.call('finding:put', { finding })
    expect(get().findings).toEqual([before, after])
  })

  it('refers to a region that the catalogue has', () => {
    expect(refusalOf(() => putFinding({ refersToRegionId: 'tail.tip' }))).toEqual(
      fieldRefusal('finding.refersToRegionId', 'unknown_region'),
    )
  })
})

describe('a stroke', () => {
  it('keeps its points as 32-bit floats, every one of them', () => {
    const coordinate = fc.float({ min: -10_000, max: 10_000, noNaN: true })
    const point = fc.tuple(coordinate, coordinate, fc.float({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
        const stroke = putStroke({ points: points.flat() })
        const stored = get().strokes.at(-1)?.points ?? []
        expect(stored.map((value) => value + 0)).toEqual(stroke.points.map((value) => Math.fround(value) + 0))
      }),
      { numRuns: 50 },
    )
  })

  it('of as many points as one may have is kept whole', () => {
    const points = Array.from({ length: strokePointLimit }, (_, index) => [index / 4, index / 8, 0.5]).flat()
    putStroke({ points })
    practice.reopen()
    expect(get().strokes[0]?.points).toEqual(points)
  })

  it('lies in the file as little-endian 32-bit floats', () => {
    putStroke({ points: [1, -2, 0.5] })
    const stored = practice.database.sqlite.prepare('SELECT hex(points) FROM stroke').pluck().get()
    expect(stored).toBe('0000803F000000C00000003F')
  })
})

describe('treated areas', () => {
  it('keep their regions in the order of painting', () => {
    const regionIds = ['thigh.it-band.left', 'back.sacrum', 'hip.gluteus-medius.left', 'head.crown']
    const area = putArea({ regionIds })
    practice.reopen()
    expect(get().treatedAreas[0]?.regionIds).toEqual(regionIds)
    putArea({ ...area, regionIds: regionIds.toReversed().slice(1) })
    expect(get().treatedAreas[0]?.regionIds).toEqual(['hip.gluteus-medius.left', 'back.sacrum', 'thigh.it-band.left'])
    practice.call('treatedArea:remove', { sessionId: session, id: area.id })
    expect(practice.database.sqlite.prepare('SELECT COUNT(*) FROM treated_area_region').pluck().get()).toBe(0)
  })

  it('may last longer together than the session: that is told on the screen and kept', () => {
    const areas = [putArea({ minutes: 50 }), putArea({ minutes: 1440 })]
    expect(get().details.lengthMinutes).toBe(60)
    expect(get().treatedAreas).toEqual(areas)
    practice.call('session:sign', { id: session })
    expect(get().treatedAreas).toEqual(areas)
  })
})

describe('no-go areas', () => {
  it('hold for all of the client’s sessions, and for nobody else’s', () => {
    const areas = [putNoGo(), putNoGo({ regionId: 'knee.cap.right', level: 'limited', reason: 'Healing scar' })]
    const later = practice.startSession(client)
    const other = practice.startSession(practice.addClient({ lastName: 'Other' }))
    expect(get().noGoAreas).toEqual(areas)
    expect(get(later).noGoAreas).toEqual(areas)
    expect(get(other).noGoAreas).toEqual([])
  })

  it('can be changed', () => {
    const area = putNoGo()
    putNoGo()
    putNoGo({ ...area, level: 'limited', reason: 'Varicosities, light strokes only' })
    expect(get().noGoAreas[0]).toEqual({ ...area, level: 'limited', reason: 'Varicosities, light strokes only' })
  })

  it('end when they are removed; the record keeps that they held, and from when to when', () => {
    const area = putNoGo()
    practice.surroundings.moveTime(60_000)
    practice.call('noGo:remove', { clientId: client, id: area.id })
    expect(get().noGoAreas).toEqual([])
    expect(practice.database.sqlite.prepare('SELECT * FROM no_go_area').all()).toEqual([
      {
        id: area.id,
        client_id: client,
        region_id: area.regionId,
        level: 'forbidden',
        reason: 'Varicosities',
        created_at: '2026-11-23T14:00:00.000Z',
        updated_at: '2026-11-23T14:01:00.000Z',
        ended_at: '2026-11-23T14:01:00.000Z',
      },
    ])
    expect(refusalOf(() => practice.call('noGo:remove', { clientId: client, id: area.id }))).toEqual({
      code: 'NOT_FOUND',
    })
  })

  it('hold again when they are put again', () => {
    const area = putNoGo()
    const later = putNoGo()
    practice.call('noGo:remove', { clientId: client, id: area.id })
    putNoGo(area)
    expect(get().noGoAreas).toEqual([area, later])
  })

  it('belong to one client', () => {
    const area = putNoGo()
    const other = practice.addClient({ lastName: 'Other' })
    expect(refusalOf(() => putNoGo({ ...area, clientId: other }))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => practice.call('noGo:remove', { clientId: other, id: area.id }))).toEqual({
      code: 'CONFLICT',
    })
    expect(refusalOf(() => putNoGo({ clientId: nobody }))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => practice.call('noGo:remove', { clientId: client, id: nobody }))).toEqual({
      code: 'NOT_FOUND',
    })
  })

  it('do not keep a marked region from being stored: the therapist decides, and the answer is recorded', () => {
    const area = putNoGo()
    putFinding({ regionId: area.regionId })
    const answer = practice.someAnswer(session, { decision: 'marked', remark: 'Above the varicosities only.' })
    practice.call('noGo:answer', { answer })
    expect(get()).toMatchObject({ findings: [{ regionId: area.regionId }], noGoAnswers: [answer] })
  })
})

describe('an answer about a no-go area', () => {
  it('keeps the area’s words as they were when it was given', () => {
    const area = putNoGo()
    const answer = practice.someAnswer(session)
    practice.call('noGo:answer', { answer })
    putNoGo({ ...area, reason: 'Thrombosis' })
    practice.call('noGo:remove', { clientId: client, id: area.id })
    expect(get().noGoAnswers).toEqual([answer])
  })

  it('stands in the order of deciding, also when it is changed later', () => {
    const answers = [0, 1, 2].map(() => practice.someAnswer(session))
    for (const answer of answers.toReversed()) practice.call('noGo:answer', { answer })
    practice.call('noGo:answer', { answer: { ...practice.someAnswer(session), ...answers[2], decision: 'marked' } })
    expect(get().noGoAnswers).toEqual([{ ...answers[2], decision: 'marked' }, answers[1], answers[0]])
  })

  it('is locked with the note, which can be signed with nothing else in it', () => {
    const answer = practice.someAnswer(session)
    practice.call('noGo:answer', { answer })
    practice.call('session:sign', { id: session })
    for (const change of [{ decision: 'marked' }, { id: practice.surroundings.newId() }] as const) {
      expect(refusalOf(() => practice.call('noGo:answer', { answer: { ...answer, ...change } }))).toEqual({
        code: 'SIGNED',
      })
    }
    expect(get().noGoAnswers).toEqual([answer])
  })

  it('belongs to one session', () => {
    const answer = practice.someAnswer(session)
    practice.call('noGo:answer', { answer })
    const moved = { ...answer, sessionId: practice.startSession(client) }
    expect(refusalOf(() => practice.call('noGo:answer', { answer: moved }))).toEqual({ code: 'CONFLICT' })
    const lost = practice.someAnswer(nobody)
    expect(refusalOf(() => practice.call('noGo:answer', { answer: lost }))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('the patient file', () => {
  it('has every mark of every session, and the no-go areas as they are now', () => {
    const area = putNoGo()
    markEverything(practice, session)
    practice.call('session:sign', { id: session })
    markEverything(practice, practice.startSession(client))
    const options = { from: null, to: null, includeDrafts: true, includeBodyMaps: true, paperSize: 'A4' } as const
    const file = practice.call('patientFile:compose', { clientId: client, options })
    for (const one of file.sessions) {
      expect(one).toEqual(get(one.id))
      expect([one.findings, one.strokes, one.treatedAreas, one.noGoAnswers].map((marks) => marks.length)).toEqual([
        2, 1, 1, 1,
      ])
      expect(one.noGoAreas).toEqual([area])
    }
    expect(contract['patientFile:compose'].output.parse(file)).toEqual(file)
  })
})

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

  it('are told before treatment or after it', () => {
    const before = putFinding({ severity: 7 })
    const after = putFinding({ phase: 'after', continuesId: before.id, severity: 2 })
    expect(visits('before').map(({ findings }) => findings)).toEqual([[before]])
    expect(visits('after').map(({ findings }) => findings)).toEqual([[after]])
  })

  it('are none of a client without sessions, and not found of one who does not exist', () => {
    const fresh = practice.addClient({ lastName: 'New' })
    expect(practice.call('bodymap:visits', { clientId: fresh, phase: 'after' })).toEqual({ visits: [] })
    expect(refusalOf(() => practice.call('bodymap:visits', { clientId: nobody, phase: 'after' }))).toEqual({
      code: 'NOT_FOUND',
    })
  })
})
