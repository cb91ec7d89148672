import { describe, expect, it } from 'vitest'
import { answerWords, placeWords, questionWords } from './questionWords.ts'
import { signQuestionKinds, type SignQuestion } from './signQuestions.ts'

const same: SignQuestion = { question: 'same as last time', section: 'plan', amount: 96 }
const text: SignQuestion = { question: 'unconfirmed text', section: 'subjective', amount: 2 }
const clock: SignQuestion = { question: 'clock set back', section: null, amount: null }

describe('a question in words', () => {
  it('has dates where they are known', () => {
    expect(questionWords(same, { lastVisit: '9 Nov' })).toBe('96% the same as on 9 Nov')
    expect(questionWords(text, { carriedFrom: '9 Nov' })).toBe('2 passages from 9 Nov, not confirmed')
    expect(questionWords(clock, { lastSigned: '23 Nov 2026, 14:03' })).toBe(
      'set before the newest signature, of 23 Nov 2026, 14:03',
    )
  })

  it('says whether it is one or many', () => {
    expect(questionWords({ question: 'unconfirmed findings', section: null, amount: 1 })).toBe(
      '1 finding from last visit, not confirmed',
    )
    expect(questionWords({ question: 'open blanks', section: 'plan', amount: 3 })).toBe('3 blanks not filled in')
    expect(questionWords({ question: 'unconfirmed items', section: null, amount: 2 })).toBe(
      '2 entries from an earlier visit, not confirmed',
    )
  })

  it('has a place for every kind', () => {
    expect(placeWords(same)).toBe('Plan')
    for (const question of signQuestionKinds) expect(placeWords({ question, section: null })).not.toBe('')
  })
})

describe('an answer in words', () => {
  it('stands by itself, without dates that the record does not keep', () => {
    expect(answerWords({ ...same, decision: 'confirmed' })).toBe('Plan: 96% the same as last time, confirmed')
    expect(answerWords({ ...same, decision: 'left' })).toBe('Plan: 96% the same as last time, left as it is')
    expect(answerWords({ ...text, decision: 'left' })).toBe(
      'Subjective: 2 passages from an earlier visit, left unconfirmed',
    )
    expect(answerWords({ ...clock, decision: 'confirmed' })).toBe('Clock: set before the newest signature, confirmed')
  })
})
