// The history of a draft on a real encrypted database: what is kept, what is shown, what comes back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '#shared/contract/contract.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'

const second = 1000
const minute = 60 * second

let practice: PracticeUnderTest
let id: string

beforeEach(() => {
  practice = practiceUnderTest()
  id = practice.startSession(practice.addClient())
  practice.surroundings.moveTime(minute)
})
afterEach(() => practice.remove())

const moments = () => practice.call('history:list', { sessionId: id }).moments
const stateAt = (at: string) => practice.call('history:get', { sessionId: id, at })
const textOf = (state: Output<'history:get'>, section = 'subjective') =>
  state.sections.find((one) => one.section === section)?.plainText
const newestFirst = (section = 'subjective') => moments().map(({ at }) => textOf(stateAt(at), section))
const restore = (at: string, part: Input<'history:restore'>['part'] = null) =>
  practice.call('history:restore', { sessionId: id, at, part })
const stored = () => practice.call('session:get', { id })
const write = (text: string, section: 'subjective' | 'plan' = 'subjective') => practice.write(id, section, text)
const wait = (milliseconds: number) => practice.surroundings.moveTime(milliseconds)

describe('the history of a draft', () => {
  it('is empty before anything is saved', () => {
    expect(moments()).toEqual([])
  })

  it('has every saving that came a minute after the one before', () => {
    for (const text of ['Neck.', 'Neck pain.', 'Neck pain, less.']) {
      write(text)
      wait(minute)
    }
    expect(newestFirst()).toEqual(['Neck pain, less.', 'Neck pain.', 'Neck.'])
  })

  it('joins what is only added within a minute into one moment', () => {
    for (const text of ['N', 'Ne', 'Nek', 'Neck', 'Neck pain']) {
      write(text)
      wait(5 * second)
    }
    expect(newestFirst()).toEqual(['Neck pain'])
  })

  it('keeps every word that was saved, even one that was deleted a second later', () => {
    write('Neck pain since Monday.')
    wait(second)
    write('')
    wait(second)
    write('Headache.')
    expect(newestFirst()).toEqual(['Headache.', 'Neck pain since Monday.'])
  })

  it('says which parts changed, together where it was within a minute', () => {
    write('Neck.')
    wait(10 * second)
    practice.call('finding:put', { finding: practice.someFinding(id) })
    wait(2 * minute)
    practice.call('session:savePain', { id, painBefore: 7, painAfter: null })
    const [latest, before] = moments()
    expect(latest?.parts).toEqual(['measures'])
    expect(before?.parts).toEqual(['subjective', 'map'])
  })

  it('shows every part as it was before something was deleted, also a part that grew afterwards', () => {
    write('Neck.')
    write('Weekly.', 'plan')
    wait(second)
    write('')
    wait(second)
    write('Weekly. Then monthly.', 'plan')
    const [, before] = moments()
    expect(textOf(stateAt(before?.at ?? ''))).toBe('Neck.')
    expect(textOf(stateAt(before?.at ?? ''), 'plan')).toBe('Weekly.')
  })

  it('holds the whole draft as it was: text, map, measures, lists and details', () => {
    const finding = practice.someFinding(id, { remark: 'after the fair' })
    const stroke = practice.someStroke(id)
    const area = practice.someArea(id)
    const measures = {
      scores: [{ measure: 'sleep' as const, before: 5.5, after: null }],
      ranges: [],
      activities: [{ id: practice.surroundings.newId(), activity: 'Lifting', score: 4 }],
    }
    write('Neck.')
    practice.call('finding:put', { finding })
    practice.call('stroke:put', { stroke })
    practice.call('treatedArea:put', { area })
    practice.call('session:savePain', { id, painBefore: 7, painAfter: 3 })
    practice.call('session:saveMeasures', { id, measures })
    practice.call('session:saveItems', { id, list: 'homework', items: [{ text: 'Chin tucks', carriedFrom: null }] })
    const details = { ...stored().details, lengthMinutes: 90 }
    practice.call('session:saveDetails', { id, details })
    const at = moments()[0]?.at ?? ''

    wait(2 * minute)
    write('')
    practice.call('finding:remove', { sessionId: id, id: finding.id })
    practice.call('stroke:remove', { sessionId: id, id: stroke.id })
    practice.call('treatedArea:remove', { sessionId: id, id: area.id })
    practice.call('session:savePain', { id, painBefore: null, painAfter: null })
    practice.call('session:saveMeasures', { id, measures: { scores: [], ranges: [], activities: [] } })
    practice.call('session:saveItems', { id, list: 'homework', items: [] })
    practice.call('session:saveDetails', { id, details: { ...details, lengthMinutes: 30 } })

    const was = {
      findings: [finding],
      strokes: [stroke],
      treatedAreas: [area],
      painBefore: 7,
      painAfter: 3,
      measures,
      homework: [{ text: 'Chin tucks', carriedFrom: null }],
      details,
    }
    expect(stateAt(at)).toMatchObject(was)
    expect(textOf(stateAt(at))).toBe('Neck.')
    restore(at)
    practice.reopen()
    expect(stored()).toMatchObject(was)
    expect(stored().sections[0]?.plainText).toBe('Neck.')
  })

  it('never has the private remark in it', () => {
    practice.call('session:savePrivateRemark', { id, text: 'Owes me a book.' })
    expect(moments()).toEqual([])
  })

  it('refuses a session that is not there', () => {
    const sessionId = practice.surroundings.newId()
    expect(refusalOf(() => practice.call('history:list', { sessionId }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(refusalOf(() => practice.call('history:get', { sessionId, at: '2026-11-23T14:00:00.000Z' }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('bringing a moment back', () => {
  const first = () => moments().at(-1)?.at ?? ''

  it('brings back one part and leaves the others', () => {
    write('Neck.')
    write('Weekly.', 'plan')
    const at = first()
    wait(2 * minute)
    write('Shoulder.')
    write('Monthly.', 'plan')
    restore(at, 'subjective')
    expect(stored().sections.map(({ plainText }) => plainText)).toEqual(['Neck.', '', '', 'Monthly.'])
  })

  it('is a moment of its own that names the earlier one, and can be undone', () => {
    write('Neck.')
    const at = first()
    wait(2 * minute)
    write('Shoulder.')
    wait(second)
    const { undoneBy } = restore(at)
    expect(moments()[0]).toMatchObject({ parts: ['subjective'], restoredFrom: at })
    expect(newestFirst()).toEqual(['Neck.', 'Shoulder.', 'Neck.'])
    restore(undoneBy)
    expect(newestFirst()).toEqual(['Shoulder.', 'Neck.', 'Shoulder.', 'Neck.'])
  })

  it('is not written over by what is typed next', () => {
    write('Neck.')
    const at = first()
    wait(2 * minute)
    write('Shoulder.')
    restore(at)
    wait(second)
    write('Neck. Since Monday.')
    expect(newestFirst()).toEqual(['Neck. Since Monday.', 'Neck.', 'Shoulder.', 'Neck.'])
  })

  it('changes nothing where nothing differs', () => {
    write('Neck.')
    restore(first())
    expect(moments()).toHaveLength(1)
  })

  it('is refused for a signed note, whose history stays to be read', () => {
    write('Neck.')
    const at = first()
    practice.call('session:sign', { id, answers: [] })
    expect(refusalOf(() => restore(at))).toMatchObject({ code: 'SIGNED' })
    expect(newestFirst()).toEqual(['Neck.'])
  })
})

describe('what is older than the history, or was written past it', () => {
  const past = (text: string) =>
    practice.database.sqlite
      .prepare("UPDATE note_section SET document = ?, plain_text = ? WHERE session_id = ? AND section = 'subjective'")
      .run(JSON.stringify(documentFromText(text)), text, id)

  it('is kept before it is written over', () => {
    write('Neck.')
    practice.database.sqlite.prepare('DELETE FROM draft_version').run()
    practice.reopen()
    wait(2 * minute)
    write('Shoulder.')
    expect(newestFirst()).toEqual(['Shoulder.', 'Neck.'])
  })

  it('is kept when something else wrote it', () => {
    write('Neck.')
    wait(2 * minute)
    past('Written by a conversion.')
    wait(2 * minute)
    write('Shoulder.')
    expect(newestFirst()).toEqual(['Shoulder.', 'Written by a conversion.', 'Neck.'])
  })
})

describe('a history in trouble', () => {
  it('continues with the whole text when its last version is damaged, and the note is saved', () => {
    for (const text of ['Neck.', 'Neck pain.', 'Neck pain, less.']) {
      write(text)
      wait(2 * minute)
    }
    practice.database.sqlite.prepare("UPDATE draft_version SET data = x'09ff' WHERE version = 2").run()
    write('Neck pain, much less.')
    expect(stored().sections[0]?.plainText).toBe('Neck pain, much less.')
    expect(newestFirst()[0]).toBe('Neck pain, much less.')
    expect(newestFirst().at(-1)).toBe('Neck.')
  })

  it('keeps its order when the clock is set back', () => {
    write('Neck.')
    wait(2 * minute)
    write('Neck pain.')
    wait(-60 * minute)
    write('Shoulder.')
    wait(second)
    write('Arm.')
    expect(newestFirst()).toEqual(['Arm.', 'Shoulder.', 'Neck pain.', 'Neck.'])
  })

  it('keeps nothing of a saving that is refused', () => {
    write('Neck.')
    const finding = practice.someFinding(id, { regionId: 'nowhere' })
    expect(refusalOf(() => practice.call('finding:put', { finding }))).toMatchObject({ code: 'VALIDATION' })
    expect(moments()).toHaveLength(1)
  })
})
