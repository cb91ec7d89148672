// What is marked on the body map of a session.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { findingCourses } from '#shared/domain/bodymap/phases.ts'
import { strokePointLimit } from '#shared/domain/bodymap/marks.ts'
import { practiceUnderTest, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
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

  it('and the one it continues come back by undo, in whatever order they were removed', () => {
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

  it('may last longer together than the session: the screen says so, and they are kept', () => {
    const areas = [putArea({ minutes: 50 }), putArea({ minutes: 1440 })]
    expect(get().details.lengthMinutes).toBe(60)
    expect(get().treatedAreas).toEqual(areas)
    practice.call('session:sign', { id: session })
    expect(get().treatedAreas).toEqual(areas)
  })
})

describe('the patient file', () => {
  it('has every mark of every session, and the no-go areas as they are now', () => {
    const area = practice.someNoGo(client)
    practice.call('noGo:put', { area })
    markEverything(practice, session)
    practice.sign(session)
    markEverything(practice, practice.startSession(client))
    const file = practice.call('patientFile:compose', { clientId: client, options: wholeFile })
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
