import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destroyAfter, isRetentionOver, type DestroyAfter } from './destroyAfter.ts'
import { presetsInOrder, retentionPresets, retentionRule, type RetentionRule } from './retentionRule.ts'

const tenYears: RetentionRule = { yearsAfterLast: 10, minors: { ageOfMajority: 18, yearsAfter: 10 } }
const days = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2150, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
const rules: fc.Arbitrary<RetentionRule> = fc.record({
  yearsAfterLast: fc.integer({ min: 1, max: 100 }),
  minors: fc.option(
    fc.record({ ageOfMajority: fc.integer({ min: 14, max: 25 }), yearsAfter: fc.integer({ min: 0, max: 100 }) }),
  ),
})
const inYears = (day: string, years: number) => `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`

describe('the day up to which a record has to be kept', () => {
  it.each<[what: string, rule: RetentionRule, lastEntryOn: string, dateOfBirth: string | null, day: string]>([
    ['of an adult / follows from the last entry', tenYears, '2016-05-03', '1970-01-01', '2026-05-03'],
    ['of a minor / follows from the 18th birthday', tenYears, '2016-05-03', '2006-08-14', '2034-08-14'],
    [
      'of somebody who has been an adult for a day / follows from the last entry',
      tenYears,
      '2016-05-03',
      '1998-05-02',
      '2026-05-03',
    ],
    [
      'after an entry on 29 February / is 1 March of a year without one',
      tenYears,
      '2016-02-29',
      '1970-01-01',
      '2026-03-01',
    ],
    [
      'after an entry on 29 February / is 29 February of a leap year',
      { ...tenYears, yearsAfterLast: 4 },
      '2016-02-29',
      '1970-01-01',
      '2020-02-29',
    ],
    [
      'of a minor born on 29 February / is 1 March of a year without one',
      { yearsAfterLast: 1, minors: { ageOfMajority: 18, yearsAfter: 1 } },
      '2016-05-03',
      '2008-02-29',
      '2027-03-01',
    ],
    [
      'without a rule for minors / follows from the last entry',
      { yearsAfterLast: 4, minors: null },
      '2016-05-03',
      '2015-01-01',
      '2020-05-03',
    ],
  ])('%s', (_, rule, lastEntryOn, dateOfBirth, day) => {
    expect(destroyAfter(rule, { lastEntryOn, dateOfBirth }).day).toBe(day)
  })

  it('without a date of birth / is that of an adult, and says what is missing', () => {
    const record = { lastEntryOn: '2016-05-03', dateOfBirth: null }
    expect(destroyAfter(tenYears, record)).toEqual({ day: '2026-05-03', because: 'last entry', isBirthMissing: true })
    expect(destroyAfter({ ...tenYears, minors: null }, record).isBirthMissing).toBe(false)
  })

  it('under any rule / is never before the years after the last entry, whatever is known of the birth', () => {
    fc.assert(
      fc.property(rules, days, fc.option(days), (rule, lastEntryOn, dateOfBirth) => {
        const { day } = destroyAfter(rule, { lastEntryOn, dateOfBirth })
        expect(day >= inYears(lastEntryOn, rule.yearsAfterLast)).toBe(true)
      }),
    )
  })

  it('under a rule for minors / is never before their years after coming of age', () => {
    fc.assert(
      fc.property(rules, days, days, (rule, lastEntryOn, dateOfBirth) => {
        if (rule.minors === null) return
        const { day } = destroyAfter(rule, { lastEntryOn, dateOfBirth })
        expect(day >= inYears(dateOfBirth, rule.minors.ageOfMajority + rule.minors.yearsAfter)).toBe(true)
      }),
    )
  })

  it('with a later entry / is never earlier', () => {
    fc.assert(
      fc.property(rules, days, days, fc.option(days), (rule, one, other, dateOfBirth) => {
        const [earlier = one, later = other] = [one, other].toSorted()
        const of = (lastEntryOn: string) => destroyAfter(rule, { lastEntryOn, dateOfBirth }).day
        expect(of(earlier) <= of(later)).toBe(true)
      }),
    )
  })
})

describe('whether a record’s time is over', () => {
  const until: DestroyAfter = { day: '2026-05-03', because: 'last entry', isBirthMissing: false }

  it.each([
    ['2026-05-02', false],
    ['2026-05-03', false],
    ['2026-05-04', true],
    [null, false],
  ])('when %s has certainly come / is %s', (day, isOver) => {
    expect(isRetentionOver(until, day)).toBe(isOver)
  })
})

describe('the rules to begin with', () => {
  it('all / are rules that can be stored, and name their source', () => {
    for (const id of presetsInOrder) {
      const { rule, source, name } = retentionPresets[id]
      expect(retentionRule.parse(rule)).toEqual(rule)
      expect(source.length).toBeGreaterThan(name.length)
    }
  })

  it('where the source says nothing of minors / have no rule for them, and say so', () => {
    for (const id of presetsInOrder) {
      const { rule, source } = retentionPresets[id]
      expect(rule.minors === null).toBe(source.includes('Nothing is known here about minors'))
    }
  })
})
