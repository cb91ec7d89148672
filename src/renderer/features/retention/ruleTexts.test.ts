import { describe, expect, it } from 'vitest'
import { retentionPresets, type ChosenRetention } from '#shared/domain/retention/retentionRule.ts'
import { readRule, textsOf } from './ruleTexts.ts'

const own: ChosenRetention = {
  preset: 'own',
  rule: { yearsAfterLast: 8, minors: { ageOfMajority: 19, yearsAfter: 3 } },
}

describe('the form of a retention rule', () => {
  it('of no rule, a rule of the list, and an own one / reads back what it was made of', () => {
    const chosen: (ChosenRetention | null)[] = [
      null,
      { preset: 'uk-fht', rule: retentionPresets['uk-fht'].rule },
      own,
      { preset: 'own', rule: { yearsAfterLast: 4, minors: null } },
    ]
    for (const one of chosen) expect(readRule({ ...textsOf(one) })).toEqual({ value: one })
  })

  it('with digits of another script / reads them', () => {
    expect(readRule({ ...textsOf(own), yearsAfterLast: '١٠' })).toMatchObject({
      value: { rule: { yearsAfterLast: 10 } },
    })
  })

  it('with numbers that are none, or out of range / says at which field', () => {
    const wrong = { ...textsOf(own), yearsAfterLast: '0', ageOfMajority: 'x', yearsAfterMajority: '' }
    const reading = readRule(wrong)
    expect('problems' in reading && Object.keys(reading.problems)).toEqual([
      'yearsAfterLast',
      'ageOfMajority',
      'yearsAfterMajority',
    ])
  })

  it('without a rule for clients under age / does not read its fields', () => {
    expect(readRule({ ...textsOf(own), hasMinors: '', ageOfMajority: 'x' })).toMatchObject({
      value: { rule: { minors: null } },
    })
  })
})
