// A client's no-go areas, and what sessions decided about them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoGoArea } from '#shared/domain/bodymap/noGo.ts'
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

const get = (id = session) => practice.call('session:get', { id })

function putNoGo(change: Partial<NoGoArea> = {}): NoGoArea {
  const area = practice.someNoGo(client, change)
  practice.call('noGo:put', { area })
  return area
}

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

  it('end when they are removed; the record keeps from when to when they held', () => {
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

  it('do not prevent a mark: the therapist decides, and the answer is recorded', () => {
    const area = putNoGo()
    practice.call('finding:put', { finding: practice.someFinding(session, { regionId: area.regionId }) })
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
