// Addenda to signed notes: drafts, signing, and what is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { documentSchemaVersion } from '#shared/domain/note/document.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-02-29' })
})
afterEach(() => practice.remove())

const get = (id: string) => practice.call('session:get', { id })
const sign = (id: string) => practice.sign(id)

function writtenSession(text = 'Weekly.'): string {
  const id = practice.startSession(client)
  practice.write(id, 'plan', text)
  return id
}

describe('an addendum', () => {
  it('is a draft of the signed note until it is signed itself', () => {
    const session = writtenSession()
    sign(session)
    practice.surroundings.setTime('2026-11-24T08:00:00.000Z')
    const id = practice.addendum(session, 'Telephoned')
    practice.surroundings.setTime('2026-11-24T08:05:00.000Z')
    const document = documentFromText('Telephoned: relief held.')
    expect(practice.call('addendum:saveDraft', { sessionId: session, id, document, correction: null })).toEqual({
      savedAt: '2026-11-24T08:05:00.000Z',
    })
    const draft = {
      id,
      kind: 'addendum',
      correction: null,
      document,
      plainText: 'Telephoned: relief held.',
      createdAt: '2026-11-24T08:00:00.000Z',
      createdOffset: 0,
    }
    expect(get(session).addenda).toEqual([{ ...draft, signature: null }])
    const signature = practice.call('addendum:sign', { sessionId: session, id })
    expect(get(session).addenda).toEqual([{ ...draft, signature }])
    const record = get(session)
    expect(contract['session:get'].output.parse(record)).toEqual(record)
  })

  it('belongs to a signed note only', () => {
    const session = writtenSession()
    expect(refusalOf(() => practice.addendum(session, 'x'))).toEqual(fieldRefusal('sessionId', 'not_signed'))
  })

  it('with the clock set back / is warned about, then signed with the clock’s time, numbered next', () => {
    const session = writtenSession()
    sign(session)
    practice.surroundings.setTime('2020-01-01T00:00:00.000Z')
    const id = practice.addendum(session, 'Telephoned.')
    const signing = { sessionId: session, id }
    expect(refusalOf(() => practice.call('addendum:sign', signing))).toEqual(
      fieldRefusal('acceptedClock', 'clock_set_back'),
    )
    expect(get(session).addenda).toMatchObject([{ id, signature: null }])
    expect(practice.call('addendum:sign', { ...signing, acceptedClock: 'set back' })).toMatchObject({
      sequence: 2,
      signedAt: '2020-01-01T00:00:00.000Z',
    })
    expect(practice.verify().intact).toBe(true)
  })

  it('is never empty when it is signed', () => {
    const session = writtenSession()
    sign(session)
    const id = practice.addendum(session, ' \n ')
    expect(refusalOf(() => practice.call('addendum:sign', { sessionId: session, id }))).toEqual(
      fieldRefusal('document', 'empty_addendum'),
    )
  })

  it('can be discarded as a draft and never after signing', () => {
    const session = writtenSession()
    sign(session)
    const [draft, signed] = [practice.addendum(session, 'One'), practice.addendum(session, 'Two')]
    practice.call('addendum:discardDraft', { sessionId: session, id: draft })
    practice.call('addendum:sign', { sessionId: session, id: signed })
    expect(get(session).addenda.map((addendum) => addendum.id)).toEqual([signed])
    expect(refusalOf(() => practice.call('addendum:discardDraft', { sessionId: session, id: signed }))).toEqual({
      code: 'SIGNED',
    })
    const elsewhere = { sessionId: crypto.randomUUID(), id: signed }
    expect(refusalOf(() => practice.call('addendum:discardDraft', elsewhere))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => practice.call('addendum:sign', elsewhere))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => practice.call('addendum:sign', { sessionId: session, id: signed }))).toEqual({
      code: 'SIGNED',
    })
    const change = { sessionId: session, id: signed, document: documentFromText('Three'), correction: null }
    expect(refusalOf(() => practice.call('addendum:saveDraft', change))).toEqual({ code: 'SIGNED' })
    expect(get(session).addenda[0]?.plainText).toBe('Two')
  })

  it('cannot move to another session', () => {
    const [one, two] = [writtenSession(), writtenSession()]
    sign(one)
    sign(two)
    const id = practice.addendum(one, 'One')
    const moved = { sessionId: two, id, document: documentFromText('Two'), correction: null }
    expect(refusalOf(() => practice.call('addendum:saveDraft', moved))).toEqual({ code: 'CONFLICT' })
  })

  it('that this version cannot read is neither written over nor signed', () => {
    const session = writtenSession()
    sign(session)
    const id = practice.addendum(session, 'One')
    practice.database.sqlite.exec(`UPDATE addendum SET schema_version = ${documentSchemaVersion + 1}`)
    const change = { sessionId: session, id, document: documentFromText('Two'), correction: null }
    expect(refusalOf(() => practice.call('addendum:saveDraft', change))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => practice.call('addendum:sign', { sessionId: session, id }))).toEqual(
      fieldRefusal('document', 'unreadable'),
    )
    expect(get(session).addenda).toMatchObject([{ document: null, plainText: 'One' }])
  })

  it('stands in the order of signing, drafts last', () => {
    const session = writtenSession()
    sign(session)
    const [first, second, third] = ['One', 'Two', 'Three'].map((text) => practice.addendum(session, text)) as [
      string,
      string,
      string,
    ]
    practice.call('addendum:sign', { sessionId: session, id: third })
    practice.call('addendum:sign', { sessionId: session, id: first })
    expect(get(session).addenda.map((addendum) => addendum.id)).toEqual([third, first, second])
  })
})
