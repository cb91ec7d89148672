import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionById, regions } from '../bodymap/regions.ts'
import { isEachOnce } from '../text.ts'
import {
  answers,
  emptyHealth,
  meaningOf,
  medicationEffects,
  noPreferences,
  regionsTouched,
  type Health,
  type HealthAnswer,
  type HealthEntry,
} from './health.ts'
import { meanings, questionGroups, questionSources } from './question.ts'
import { questionId, questionnaireOf, questions, type QuestionChange } from './questionnaire.ts'
import { changesBetween, reviewDueOn } from './reviews.ts'
import { decisionsFor, noGoOf, noGoWithAnswers, preferencesInWords, safetyOf, undecidedLines } from './safety.ts'

const regionIds = fc.uniqueArray(fc.constantFrom(...regions.map(({ id }) => id)), { maxLength: 4 })

const answerTo = (question: (typeof questions)[number]): fc.Arbitrary<HealthAnswer> =>
  fc
    .record({
      answer: fc.constantFrom(...answers),
      since: fc.string({ maxLength: 5 }),
      remark: fc.string({ maxLength: 5 }),
      regionIds,
    })
    .map((given) => {
      const answer = { ...given, questionId: question.id }
      const { text, wording } = question
      return {
        ...answer,
        regionIds: [...regionsTouched(question, answer)],
        text,
        wording,
        meaning: meaningOf(question, answer.answer),
      }
    })

const entry: fc.Arbitrary<HealthEntry> = fc.record({
  id: fc.uuid(),
  list: fc.constantFrom('medication', 'allergy', 'operation', 'implant', 'other care'),
  name: fc.string({ minLength: 1, maxLength: 8 }),
  detail: fc.string({ maxLength: 8 }),
  since: fc.string({ maxLength: 8 }),
  effect: fc.constantFrom(...medicationEffects),
  regionIds,
})

const someHealth: fc.Arbitrary<Health> = fc
  .tuple(
    fc.subarray([...questions], { maxLength: 20 }),
    fc.uniqueArray(entry, { maxLength: 6, selector: ({ id }) => id }),
  )
  .chain(([asked, entries]) =>
    fc
      .tuple(...asked.map(answerTo))
      .map((given) => ({ ...emptyHealth, answers: given, entries, preferences: noPreferences })),
  )

describe('the questionnaire', () => {
  it('asks about 90 questions in 12 groups, 15 of them in the short form', () => {
    expect(questionGroups).toHaveLength(12)
    expect(questions.length).toBeGreaterThanOrEqual(90)
    expect(questions.filter(({ isShort }) => isShort)).toHaveLength(15)
    for (const { id } of questionGroups) expect(questions.some(({ group }) => group === id)).toBe(true)
  })

  it('has ids that are one of a kind, and regions that the body has', () => {
    expect(isEachOnce(questions.map(({ id }) => id))).toBe(true)
    for (const { id, regionIds: own } of questions) {
      expect(questionId.parse(id)).toBe(id)
      for (const region of own) expect(regionById(region)?.id).toBe(region)
    }
  })

  it('names for each grade a source and the day on which it was read', () => {
    for (const { sources } of questions)
      for (const source of sources) expect(questionSources[source].readOn).toMatch(/^\d{4}-\d\d-\d\d$/u)
  })

  it('makes a caution of what sources disagree about', () => {
    const disputed = questions.filter(({ isDisputed }) => isDisputed)
    expect(disputed.map(({ id }) => id)).toEqual(['today.cold', 'pregnancy.first', 'pregnancy.feet'])
    for (const { meaning } of disputed) expect(meaning).toBe('caution')
  })

  it('says what to think of wherever an answer means something', () => {
    for (const { meaning, wording } of questions) expect(wording === '').toBe(meaning === 'nothing')
  })

  it('that a practice has changed / is as ours but for what was changed, and outlives questions that are gone', () => {
    const change = (id: string, rest: Partial<QuestionChange>): QuestionChange => ({
      questionId: id,
      text: null,
      meaning: null,
      wording: null,
      isLeftOut: false,
      ...rest,
    })
    const own = questionnaireOf([
      change('today.cold', { meaning: 'postpone', wording: 'We wait.' }),
      change('life.work', { isLeftOut: true }),
      change('later.question', { text: 'Of a later version' }),
    ])
    expect(own.find(({ id }) => id === 'today.cold')).toMatchObject({
      meaning: 'postpone',
      wording: 'We wait.',
      text: 'Do you have a cold?',
    })
    expect(own.map(({ id }) => id)).toEqual(questions.map(({ id }) => id).filter((id) => id !== 'life.work'))
  })
})

describe('safety', () => {
  it('has exactly one line for each answer and entry that means something, and none of a no', () => {
    fc.assert(
      fc.property(someHealth, (health) => {
        const from = safetyOf(health).map((line) => line.from)
        expect(isEachOnce(from)).toBe(true)
        const due = health.answers
          .filter(({ answer, meaning }) => answer !== 'no' && meaning !== 'nothing')
          .map((one) => one.questionId)
        expect(from.filter((id) => id.includes('.')).toSorted()).toEqual(due.toSorted())
      }),
    )
  })

  it('of an answer or an entry that is taken away / has no line that was not there before', () => {
    fc.assert(
      fc.property(someHealth, fc.nat(), (health, nth) => {
        const before = safetyOf(health)
        const at = nth % Math.max(1, health.answers.length)
        const fewer = safetyOf({ ...health, answers: health.answers.toSpliced(at, 1) })
        for (const line of fewer) expect(before).toContainEqual(line)
        for (const line of safetyOf({ ...health, entries: [] })) expect(before).toContainEqual(line)
      }),
    )
  })

  it('puts the weightiest first', () => {
    fc.assert(
      fc.property(someHealth, (health) => {
        const weights = safetyOf(health).map(({ meaning }) => meanings.indexOf(meaning))
        expect(weights).toEqual(weights.toSorted((a, b) => a - b))
      }),
    )
  })

  it('counts not being sure as a yes, and says so', () => {
    const question = questions.find(({ id }) => id === 'heart.clot')
    expect(question && meaningOf(question, 'unsure')).toBe('postpone')
    expect(question && meaningOf(question, 'past')).toBe('ask the doctor')
    expect(question && meaningOf(question, 'no')).toBe('nothing')
  })

  it('derives as no-go regions exactly those of the answers that say so, with every reason', () => {
    fc.assert(
      fc.property(someHealth, (health) => {
        const lines = safetyOf(health)
        const avoiding = lines.filter(({ meaning }) => meaning === 'avoid the area')
        const derived = noGoOf(lines)
        expect(derived.map(({ regionId }) => regionId).toSorted()).toEqual(
          [...new Set(avoiding.flatMap((line) => line.regionIds))].toSorted(),
        )
        for (const { regionId, reasons } of derived) {
          expect(reasons).toEqual(
            avoiding.filter((line) => line.regionIds.includes(regionId)).map(({ wording }) => wording),
          )
        }
      }),
    )
  })

  it('paints what was made by hand as it was, told apart from what the answers add, and says both reasons where both are', () => {
    fc.assert(
      fc.property(someHealth, regionIds, (health, hand) => {
        const byHand = hand.map((regionId, at) => ({
          id: `hand ${at}`,
          clientId: 'c',
          regionId,
          level: 'limited' as const,
          reason: 'scar',
        }))
        const shown = noGoWithAnswers(byHand, health, 'c')
        const derived = noGoOf(safetyOf(health)).map(({ regionId }) => regionId)
        expect(shown.filter(({ isDerived }) => !isDerived).map(({ id }) => id)).toEqual(byHand.map(({ id }) => id))
        expect(shown.filter(({ isDerived }) => isDerived).map(({ regionId }) => regionId)).toEqual(
          derived.filter((id) => !hand.includes(id)),
        )
        for (const { regionId, reason, isDerived } of shown) {
          if (!isDerived) expect(reason === 'scar').toBe(!derived.includes(regionId))
        }
      }),
    )
  })

  it('says of a medication only the effect that matters, and of 300 of them all', () => {
    const medication = Array.from({ length: 300 }, (_, at): HealthEntry => ({
      id: `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      list: 'medication',
      name: `Tablet ${at}`,
      detail: '',
      since: '',
      effect: at % 2 === 0 ? 'bruises easily' : 'none',
      regionIds: [],
    }))
    const lines = safetyOf({ answers: [], entries: medication, pregnancyWeeks: null })
    expect(lines).toHaveLength(150)
    expect(lines[0]).toMatchObject({ meaning: 'caution', wording: 'Tablet 0 bruises easily: lighter pressure.' })
  })

  it('asks for a decision where a line can have one, until it was made', () => {
    fc.assert(
      fc.property(someHealth, (health) => {
        const lines = safetyOf(health)
        expect(undecidedLines(lines, () => true)).toEqual([])
        expect(undecidedLines(lines, () => false)).toEqual(
          lines.filter(({ meaning }) => decisionsFor[meaning].length > 0),
        )
      }),
    )
  })
})

describe('what changed between two versions', () => {
  it('of the same / is nothing', () => {
    fc.assert(
      fc.property(
        someHealth,
        (health) => void expect(changesBetween(health, health)).toEqual({ new: [], gone: [], changed: [] }),
      ),
    )
  })

  it('the other way round / has new for gone', () => {
    fc.assert(
      fc.property(someHealth, someHealth, (one, other) => {
        const there = changesBetween(one, other)
        const back = changesBetween(other, one)
        expect(there.new.map(({ what }) => what).toSorted()).toEqual(back.gone.map(({ what }) => what).toSorted())
        expect(there.changed).toHaveLength(back.changed.length)
      }),
    )
  })

  it('is what is new, what is gone and what is said otherwise', () => {
    const answer = {
      questionId: 'skin.rash',
      text: 'Do you have a rash?',
      answer: 'yes',
      since: '',
      remark: 'hands',
      regionIds: [],
      meaning: 'caution',
      wording: '',
    } as const
    const before = { ...emptyHealth, answers: [{ ...answer, regionIds: [] }], preferences: noPreferences }
    const after = {
      ...before,
      answers: [{ ...answer, remark: 'feet', regionIds: [] }],
      preferences: { ...noPreferences, pressure: 3 },
    }
    expect(changesBetween(before, after)).toEqual({
      new: [{ what: 'Pressure', before: '', after: '3' }],
      gone: [],
      changed: [{ what: 'Do you have a rash?', before: 'yes, hands', after: 'yes, feet' }],
    })
    expect(preferencesInWords(after.preferences)).toEqual(['pressure 3 of 5'])
  })
})

describe('the day from which a review is due', () => {
  it.each([
    ['2026-01-31', 12, '2027-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-01', 6, '2027-06-01'],
  ])('after %s with a rule of %d months is %s', (day, months, due) => {
    expect(reviewDueOn(day, months)).toBe(due)
  })

  it('is none where the practice asks for none', () => {
    expect(reviewDueOn('2026-01-31', null)).toBeNull()
  })
})
