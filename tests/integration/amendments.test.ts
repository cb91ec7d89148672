// Amendments of signed notes: what they correct, the old words, and what is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import type { AmendedPart } from '#shared/domain/note/parts.ts'
import { practiceUnderTest, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, refusalOf } from '../fixtures/refusal.ts'
import { markEverything } from '../fixtures/signedNote.ts'

let practice: PracticeUnderTest
let session: string
beforeEach(() => {
  practice = practiceUnderTest()
  session = signedSession('Weekly.')
})
afterEach(() => practice.remove())

function signedSession(plan: string): string {
  const id = practice.startSession(practice.addClient(), '2026-11-23T14:00')
  practice.write(id, 'plan', plan)
  practice.sign(id)
  return id
}

const get = (id = session) => practice.call('session:get', { id })
const signAddition = (id: string) => practice.call('addendum:sign', { sessionId: session, id })
const stored = (id: string) => get().addenda.find((addendum) => addendum.id === id)
const ofPlan = (text: string, reason = 'Asked again.') => practice.amendment(session, { part: 'plan', reason }, text)

/** Adds an addendum to the session and signs it. */
function signedAddendum(text: string): string {
  const id = practice.addendum(session, text)
  signAddition(id)
  return id
}

describe('an amendment', () => {
  it('keeps what it corrects, why, and the old words beside the new ones; the note stays as it was signed', () => {
    const before = get()
    const id = ofPlan('Every fortnight.')
    expect(stored(id)).toMatchObject({
      kind: 'amendment',
      correction: { part: 'plan', addendumId: null, reason: 'Asked again.', oldText: 'Weekly.' },
      plainText: 'Every fortnight.',
      signature: null,
    })
    practice.surroundings.setTime('2026-12-01T08:00:00.000Z')
    const signature = signAddition(id)
    expect(signature).toMatchObject({ sequence: 2, signedAt: '2026-12-01T08:00:00.000Z' })
    const record = get()
    expect(contract['session:get'].output.parse(record)).toEqual(record)
    expect({ ...record, addenda: [] }).toEqual(before)
    expect(record.addenda).toMatchObject([{ id, signature, createdAt: '2026-11-23T14:00:00.000Z' }])
    expect(practice.verify()).toEqual({ intact: true, signatures: 2 })
  })

  it('of words that were corrected before / begins from the corrected words', () => {
    signAddition(ofPlan('Every fortnight.'))
    const id = ofPlan('Monthly.')
    expect(stored(id)?.correction?.oldText).toBe('Every fortnight.')
    signAddition(id)
    expect(stored(ofPlan('Never.'))?.correction?.oldText).toBe('Monthly.')
  })

  it('is compared at its signing with the words that hold then', () => {
    const draft = ofPlan('Monthly.')
    signAddition(ofPlan('Every fortnight.'))
    signAddition(draft)
    expect(stored(draft)?.correction?.oldText).toBe('Every fortnight.')
    const late = ofPlan('Weekly.')
    signAddition(ofPlan('Weekly.'))
    expect(refusalOf(() => signAddition(late))).toEqual(fieldRefusal('document', 'unchanged'))
  })

  it('can be of a signed addendum, and knows its words', () => {
    const addendum = signedAddendum('Telephoned on Monday.')
    const id = practice.amendment(session, { addendumId: addendum }, 'Telephoned on Tuesday.')
    expect(stored(id)?.correction).toEqual({
      part: null,
      addendumId: addendum,
      reason: 'A slip.',
      oldText: 'Telephoned on Monday.',
    })
    signAddition(id)
    expect(get().addenda.map(({ plainText }) => plainText)).toEqual(['Telephoned on Monday.', 'Telephoned on Tuesday.'])
  })

  it.each<[AmendedPart, string]>([
    ['subjective', ''],
    ['plan', 'Weekly.'],
    ['details', 'Date and time: 23 November 2026, 14:00\nLength: 60 min\nPlace: Practice'],
    ['measures', 'Pain: 7 → 3\nTension: 6 → 3\nNeck Rotation, right: 45° limited → 60°\nDriving: 4 of 10'],
    [
      'treatment',
      'Techniques: Swedish massage\nSwedish: left and right lumbar erectors, 12 min, pressure 2 of 5.\n' +
        'Homework: Doorway stretch (from 9 November 2026, not confirmed)',
    ],
    ['body map', 'Right upper trapezius: trigger point, deep, 7/10 before, 3/10 after, refers to the temple.'],
  ])('of the part %s has its words as they were signed', (part, words) => {
    const id = practice.startSession(practice.addClient(), '2026-11-23T14:00')
    practice.write(id, 'plan', 'Weekly.')
    practice.call('session:savePain', { id, painBefore: 7, painAfter: 3 })
    markEverything(practice, id)
    practice.sign(id)
    practice.amendment(id, { part }, 'Something else.')
    expect(get(id).addenda[0]?.correction?.oldText).toBe(words)
  })

  it('can take words out whole, when there were any', () => {
    const id = ofPlan('')
    signAddition(id)
    expect(stored(id)).toMatchObject({ plainText: '', correction: { oldText: 'Weekly.' } })
  })

  it('can become an addendum or correct something else until it is signed', () => {
    const id = ofPlan('Every fortnight.')
    const change = { sessionId: session, id, document: documentFromText('Left hip.') }
    const correction = { part: 'objective', addendumId: null, reason: '' } as const
    practice.call('addendum:saveDraft', { ...change, correction })
    expect(stored(id)?.correction).toEqual({ ...correction, oldText: '' })
    practice.call('addendum:saveDraft', { ...change, correction: null })
    expect(stored(id)).toMatchObject({ kind: 'addendum', correction: null })
    signAddition(id)
    expect(refusalOf(() => practice.call('addendum:saveDraft', { ...change, correction }))).toEqual({ code: 'SIGNED' })
  })

  it('stands in the patient file once it is signed', () => {
    const [signed, draft] = [ofPlan('Every fortnight.'), ofPlan('Monthly.')]
    signAddition(signed)
    const { client } = get()
    const { sessions } = practice.call('patientFile:compose', { clientId: client.id, options: wholeFile })
    expect(sessions[0]?.addenda.map(({ id, kind }) => [id, kind])).toEqual([[signed, 'amendment']])
    expect(stored(draft)?.signature).toBeNull()
  })
})

describe('an amendment is refused', () => {
  it('of an amendment, whether that is signed or not', () => {
    const draft = ofPlan('Every fortnight.')
    const refused = fieldRefusal('correction.addendumId', 'amends_amendment')
    expect(refusalOf(() => practice.amendment(session, { addendumId: draft }, 'x'))).toEqual(refused)
    signAddition(draft)
    expect(refusalOf(() => practice.amendment(session, { addendumId: draft }, 'x'))).toEqual(refused)
  })

  it('of an addendum that is a draft', () => {
    const draft = practice.addendum(session, 'Telephoned.')
    expect(refusalOf(() => practice.amendment(session, { addendumId: draft }, 'x'))).toEqual(
      fieldRefusal('correction.addendumId', 'amends_draft'),
    )
  })

  it('of another session’s addendum, and of one that nobody knows', () => {
    const addendum = signedAddendum('Telephoned.')
    const other = signedSession('Monthly.')
    for (const addendumId of [addendum, practice.surroundings.newId()]) {
      expect(refusalOf(() => practice.amendment(other, { addendumId }, 'x'))).toEqual(
        fieldRefusal('correction.addendumId', 'other_session'),
      )
    }
  })

  it('of a note that is not signed', () => {
    const draft = practice.startSession(practice.addClient())
    expect(refusalOf(() => practice.amendment(draft, { part: 'plan' }, 'x'))).toEqual(
      fieldRefusal('sessionId', 'not_signed'),
    )
  })

  it('at its signing without a reason', () => {
    const id = ofPlan('Every fortnight.', '  ')
    expect(refusalOf(() => signAddition(id))).toEqual(fieldRefusal('correction.reason', 'reason_missing'))
    expect(get().addenda[0]?.signature).toBeNull()
  })

  it.each(['Weekly.', ' Weekly.\n'])('at its signing when it changes nothing: %j', (text) => {
    const id = ofPlan(text)
    expect(refusalOf(() => signAddition(id))).toEqual(fieldRefusal('document', 'unchanged'))
  })

  it.each([
    ['of a part and an addendum at once', { part: 'plan', addendumId: '00000000-0000-4000-8000-000000000000' }],
    ['of neither', { part: null, addendumId: null }],
    ['of a part that there is not', { part: 'history', addendumId: null }],
    ['with old words of the caller’s own', { part: 'plan', addendumId: null, oldText: 'Never.' }],
  ])('by the contract %s', (_, target) => {
    const { input } = contract['addendum:saveDraft']
    const id = '00000000-0000-4000-8000-000000000001'
    const given = { sessionId: id, id, document: documentFromText('x'), correction: { reason: '', ...target } }
    expect(input.safeParse(given).success).toBe(false)
  })
})
