import { describe, expect, it } from 'vitest'
import type { RetainedClient } from '#shared/contract/retention.ts'
import { becauseWords, decideWords, erasedWords, isFree, ruleWords, timeWords } from './retentionWords.ts'

const retained: RetainedClient = {
  clientId: '01900000-0000-7000-8000-000000000001',
  clientName: 'Mara Sample',
  isArchived: true,
  lastEntryOn: '2016-05-03',
  keptUntil: '2026-05-03',
  because: 'last entry',
  isBirthMissing: false,
  isOver: true,
}

describe('a retention rule in words', () => {
  it('with and without a rule for clients under age / names every number once', () => {
    expect(ruleWords({ yearsAfterLast: 1, minors: null })).toBe('1 year after the last entry')
    expect(ruleWords({ yearsAfterLast: 10, minors: { ageOfMajority: 18, yearsAfter: 10 } })).toBe(
      '10 years after the last entry; for clients under age 10 years after they turn 18, if that is later',
    )
    expect(ruleWords({ yearsAfterLast: 7, minors: { ageOfMajority: 25, yearsAfter: 0 } })).toContain(
      'until they turn 25',
    )
  })
})

describe('what is said before an erasure', () => {
  it('without a rule, before the day, after it, and without a date of birth / says which of them it is', () => {
    expect(timeWords(null)).toContain('No retention rule is chosen')
    expect(timeWords({ ...retained, isOver: false })).toMatch(/^This record has to be kept until .*2026\. Last entry/u)
    expect(timeWords(retained)).toMatch(/That day has passed\.$/u)
    expect(timeWords({ ...retained, isBirthMissing: true })).toContain('if the client was under age')
  })

  it('asks for no reason only when the time is certainly over', () => {
    expect(isFree(retained)).toBe(true)
    for (const other of [null, { ...retained, isOver: false }, { ...retained, isBirthMissing: true }]) {
      expect(isFree(other)).toBe(false)
    }
  })

  it('says why it is that day', () => {
    expect(becauseWords(retained)).toMatch(/^Last entry .*2016$/u)
    expect(becauseWords({ ...retained, because: 'under age' })).toContain('under age')
    expect(becauseWords({ ...retained, isBirthMissing: true })).toContain('no date of birth')
  })
})

describe('what was erased', () => {
  it.each([
    [0, 0, 'no signed notes'],
    [1, 0, '1 signed note'],
    [3, 1, '3 signed notes and 1 signed addition'],
    [0, 2, '2 signed additions'],
  ])('of %i notes and %i additions / is in words', (notes, others, words) => {
    expect(erasedWords({ notes, others })).toBe(words)
  })
})

describe('who came back with a backup', () => {
  it.each([
    [1, 0, 'Erase again'],
    [3, 0, 'Erase again'],
    [2, 1, 'Erase 2 again, keep 1'],
    [0, 1, 'Keep the record'],
    [0, 2, 'Keep both'],
    [0, 3, 'Keep all 3'],
  ])('%i to be erased again and %i to be kept / is what the button says', (erased, kept, words) => {
    expect(decideWords(erased, kept)).toBe(words)
  })
})
