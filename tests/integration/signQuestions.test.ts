// What is asked before a note is signed: the questions, the answers that are signed with the note, and what they do.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { carried, carriedRuns } from '#shared/domain/note/carried.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { SignAnswer, SignDecision } from '#shared/domain/record/signQuestions.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

const text = 'Headaches start behind the right eye in the afternoon.'
const visits = ['2026-11-09T14:00', '2026-11-16T14:00', '2026-11-23T14:00'] as const

let practice: PracticeUnderTest
let client: string
/** The visit before, and today's draft. */
let last: string
let draft: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient()
  last = practice.startSession(client, visits[1])
  practice.write(last, 'plan', text)
  draft = practice.startSession(client, visits[2])
})
afterEach(() => practice.remove())

const ask = (id = draft) => practice.call('session:signQuestions', { id })
const get = (id = draft) => practice.call('session:get', { id })
const answer = (decision: SignDecision): SignAnswer[] => ask().questions.map((question) => ({ ...question, decision }))
const sign = (answers: SignAnswer[], id = draft) => practice.call('session:sign', { id, answers })
const isIntact = () => practice.verify().intact
const carry = (section: SectionId, words: string) =>
  practice.write(draft, section, carried(documentFromText(words), { sessionId: last, date: '2026-11-16' }))
const isOpen = (section: SectionId) => {
  const document = get().sections.find((stored) => stored.section === section)?.document
  return document ? carriedRuns(document).length > 0 : null
}

/** Takes everything over from the last visit that can be. */
function carryEverything() {
  carry('plan', text)
  carry('subjective', 'Sore.\nStiff.')
  practice.call('finding:put', { finding: practice.someFinding(draft, { isConfirmed: false }) })
  practice.call('session:saveItems', {
    id: draft,
    list: 'homework',
    items: [
      { text: 'Doorway stretch', carriedFrom: '2026-11-16' },
      { text: 'Short walks', carriedFrom: null },
    ],
  })
  practice.call('session:saveItems', {
    id: draft,
    list: 'technique',
    items: [{ text: 'Swedish', carriedFrom: '2026-11-16' }],
  })
}

describe('the questions', () => {
  it('name what is not confirmed and what is the same as last time', () => {
    carryEverything()
    const asked = ask()
    expect(asked).toEqual({
      questions: [
        { question: 'unconfirmed text', section: 'subjective', amount: 2 },
        { question: 'unconfirmed text', section: 'plan', amount: 1 },
        { question: 'same as last time', section: 'plan', amount: 100 },
        { question: 'unconfirmed findings', section: null, amount: 1 },
        { question: 'unconfirmed items', section: null, amount: 2 },
      ],
      lastVisitAt: visits[1],
      lastSignedAt: null,
      lastSignedOffset: null,
    })
    expect(contract['session:signQuestions'].output.parse(asked)).toEqual(asked)
  })

  it('compare with the visit before by date, not with a later or discarded one', () => {
    practice.write(draft, 'plan', text)
    const between = practice.startSession(client, '2026-11-20T14:00')
    practice.write(between, 'plan', 'In a fortnight, and review with the doctor then.')
    expect(ask().questions).toEqual([])
    practice.call('session:discard', { id: between })
    expect(ask()).toMatchObject({ questions: [{ question: 'same as last time', amount: 100 }], lastVisitAt: visits[1] })
    expect(ask(last)).toEqual({ questions: [], lastVisitAt: null, lastSignedAt: null, lastSignedOffset: null })
  })

  it('are asked of drafts alone', () => {
    expect(refusalOf(() => ask(nobody))).toEqual({ code: 'NOT_FOUND' })
    practice.sign(last)
    expect(refusalOf(() => ask(last))).toEqual({ code: 'SIGNED' })
    practice.call('session:discard', { id: draft })
    expect(refusalOf(() => ask())).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('signing', () => {
  it('is refused while a question has no answer, and changes nothing then', () => {
    carryEverything()
    const before = get()
    const all = answer('confirmed')
    for (const [at] of all.entries()) {
      expect(refusalOf(() => sign(all.filter((_, other) => other !== at)))).toEqual(
        fieldRefusal('answers', 'unanswered'),
      )
    }
    expect(refusalOf(() => practice.call('session:sign', { id: draft }))).toEqual(fieldRefusal('answers', 'unanswered'))
    expect(get()).toEqual(before)
  })

  it('is refused when the number that was answered has changed since', () => {
    carry('plan', text)
    const answers = answer('confirmed')
    practice.write(draft, 'plan', `${text} Twice.`)
    expect(refusalOf(() => sign(answers))).toEqual(fieldRefusal('answers', 'unanswered'))
  })

  it('keeps the answers with the note, and no answer to what is no longer asked', () => {
    carry('plan', text)
    const answers = answer('left')
    practice.write(draft, 'plan', 'In a fortnight, and review with the doctor then.')
    practice.call('finding:put', { finding: practice.someFinding(draft, { isConfirmed: false }) })
    const kept: SignAnswer = { question: 'unconfirmed findings', section: null, amount: 1, decision: 'left' }
    sign([...answers, kept])
    expect(get().signAnswers).toEqual([kept])
    const rows = practice.database.sqlite.prepare('SELECT position, answered_at FROM sign_answer').all()
    expect(rows).toEqual([{ position: 0, answered_at: practice.surroundings.clock.now() }])
    expect(isIntact()).toBe(true)
  })

  it('confirms what was answered so: the text, the findings, the lists', () => {
    carryEverything()
    const { sections } = get()
    const answers = answer('confirmed')
    sign(answers)
    const signed = get()
    expect(signed.sections.map(({ plainText }) => plainText)).toEqual(sections.map(({ plainText }) => plainText))
    expect([isOpen('plan'), isOpen('subjective')]).toEqual([false, false])
    expect(signed.findings.every(({ isConfirmed }) => isConfirmed)).toBe(true)
    expect(signed.homework).toEqual([
      { text: 'Doorway stretch', carriedFrom: null },
      { text: 'Short walks', carriedFrom: null },
    ])
    expect(signed.techniques).toEqual([{ text: 'Swedish', carriedFrom: null }])
    expect(signed.signAnswers).toEqual(answers)
    expect(isIntact()).toBe(true)
  })

  it('leaves what was left as it stands, section by section', () => {
    carryEverything()
    const [subjective, ...others] = answer('left')
    if (!subjective) throw new Error('nothing was asked')
    sign([{ ...subjective, decision: 'confirmed' }, ...others])
    expect([isOpen('subjective'), isOpen('plan')]).toEqual([false, true])
    expect(get().findings[0]?.isConfirmed).toBe(false)
    expect(get().homework[0]?.carriedFrom).toBe('2026-11-16')
    expect(get().techniques[0]?.carriedFrom).toBe('2026-11-16')
    expect(isIntact()).toBe(true)
  })

  it('stops a timer that runs, at the latest when it began', () => {
    practice.write(draft, 'plan', 'Weekly.')
    const id = practice.surroundings.newId()
    const span = { id, treatedAreaId: null, startedAt: practice.surroundings.clock.now(), endedAt: null }
    practice.call('timer:put', { sessionId: draft, span })
    practice.surroundings.moveTime(40 * 60_000)
    practice.sign(draft)
    expect(get().timedSpans).toEqual([{ ...span, endedAt: '2026-11-23T14:40:00.000Z' }])

    const other = { ...span, id: practice.surroundings.newId(), startedAt: '2026-11-23T15:00:00.000Z' }
    practice.write(last, 'objective', 'Measured.')
    practice.call('timer:put', { sessionId: last, span: other })
    practice.sign(last)
    expect(get(last).timedSpans).toEqual([{ ...other, endedAt: other.startedAt }])
  })

  it('with the clock set back / is warned about, recorded, and numbered next', () => {
    practice.sign(last)
    practice.surroundings.setTime('2020-01-01T00:00:00.000Z')
    practice.write(draft, 'plan', 'Weekly.')
    const clock = { question: 'clock set back', section: null, amount: null } as const
    expect(ask()).toMatchObject({ questions: [clock], lastSignedAt: '2026-11-23T14:00:00.000Z' })
    expect(refusalOf(() => sign([]))).toEqual(fieldRefusal('answers', 'unanswered'))
    const answers: SignAnswer[] = [{ ...clock, decision: 'confirmed' }]
    expect(sign(answers)).toMatchObject({ sequence: 2, signedAt: '2020-01-01T00:00:00.000Z' })
    expect(get().signAnswers).toEqual(answers)
    expect(isIntact()).toBe(true)
  })
})

describe('on a full disk', () => {
  it('a note that cannot be signed stays a draft with its open questions, and is signed once there is room', () => {
    const { sqlite } = practice.database
    // A database that may not grow fails as on a full disk. It has some room left here and there at first.
    const drafts = Array.from({ length: 60 }, () => {
      const id = practice.startSession(client, visits[0])
      practice.write(id, 'plan', carried(documentFromText('Weekly.'), { sessionId: last, date: '2026-11-02' }))
      return id
    })
    sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`)
    const signConfirmed = (id: string) =>
      sign(
        ask(id).questions.map((question) => ({ ...question, decision: 'confirmed' })),
        id,
      )
    const isRefused = (id: string) => {
      try {
        return signConfirmed(id).sequence === 0
      } catch {
        return true
      }
    }
    const refused = drafts.find(isRefused) ?? ''
    const signedCount = drafts.indexOf(refused)
    expect(refusalOf(() => signConfirmed(refused))).toEqual({ code: 'DISK_FULL' })
    expect(get(refused)).toMatchObject({ signature: null, signAnswers: [] })
    expect(ask(refused).questions).toEqual([{ question: 'unconfirmed text', section: 'plan', amount: 1 }])
    expect(isIntact()).toBe(true)

    sqlite.pragma('max_page_count = 1000000')
    practice.reopen()
    expect(signConfirmed(refused).sequence).toBe(signedCount + 1)
    expect(isIntact()).toBe(true)
  })
})

describe('a last visit that was amended', () => {
  it('is compared by the words that hold now', () => {
    practice.sign(last)
    const corrected = 'Nothing of this was so: her headaches begin on waking, on both sides.'
    const reason = 'Another client.'
    practice.call('addendum:sign', {
      sessionId: last,
      id: practice.amendment(last, { part: 'plan', reason }, corrected),
    })
    practice.write(draft, 'plan', text)
    expect(ask().questions).toEqual([])
    practice.write(draft, 'plan', corrected)
    expect(ask().questions).toEqual([{ question: 'same as last time', section: 'plan', amount: 100 }])
  })
})

describe('what was confirmed while the note was written', () => {
  const confirmInNote = (words: string) =>
    practice.call('session:saveSection', {
      id: draft,
      section: 'plan',
      document: documentFromText(words),
      isConfirmed: true,
    })
  const same = { question: 'same as last time', section: 'plan', amount: 100 } as const

  it('is not asked about again for being the same, and the note keeps that it was confirmed', () => {
    carry('plan', text)
    confirmInNote(text)
    expect(ask().questions).toEqual([])
    practice.reopen()
    expect(ask().questions).toEqual([])
    sign([])
    expect(get().signAnswers).toEqual([{ ...same, decision: 'confirmed' }])
    expect(isIntact()).toBe(true)
  })

  it('is recorded with the share that is the same at the signature, also where it was less before', () => {
    confirmInNote(`${text} And one more thing that is new today.`)
    practice.write(draft, 'plan', text)
    sign([])
    expect(get().signAnswers).toEqual([{ ...same, decision: 'confirmed' }])
  })

  it('counts for its own section, and for nothing that is open there', () => {
    practice.write(last, 'subjective', text)
    practice.write(draft, 'subjective', text)
    confirmInNote(text)
    expect(ask().questions).toEqual([{ ...same, section: 'subjective' }])
    carry('plan', text)
    const plan = ask().questions.filter(({ section }) => section === 'plan')
    expect(plan).toEqual([{ question: 'unconfirmed text', section: 'plan', amount: 1 }, same])
    sign(answer('left'))
    expect(get().signAnswers.map(({ decision }) => decision)).toEqual(['left', 'left', 'left'])
  })

  it('is not recorded where the text was changed since', () => {
    confirmInNote(text)
    practice.write(draft, 'plan', 'In a fortnight, and review with the doctor then.')
    sign([])
    expect(get().signAnswers).toEqual([])
  })
})
