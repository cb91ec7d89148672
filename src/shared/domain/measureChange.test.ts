import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromToWords, functionInWords, loadInWords, meanScore, painInWords, rangeInWords } from './measureChange.ts'

const score = fc.integer({ min: 0, max: 10 })
const unmeasured = { degreesBefore: null, degreesAfter: null, extentBefore: null, extentAfter: null }

describe('the change of a measure', () => {
  it('is not stated before both numbers are there', () => {
    expect(painInWords(7, null).words).toBe('')
    expect(loadInWords(null, 3).words).toBe('')
    expect(rangeInWords(unmeasured).words).toBe('')
    expect(functionInWords(null, 3, 'single').words).toBe('')
  })

  it('of pain is said in the words of its rating scale', () => {
    expect(painInWords(7, 3)).toEqual({ words: 'much better', direction: 'better' })
    expect(painInWords(4, 5)).toEqual({ words: 'slightly worse', direction: 'worse' })
    expect(painInWords(5, 5)).toEqual({ words: 'same', direction: null })
  })

  it('of tension and stress is only more, less or the same', () => {
    expect(loadInWords(6, 3)).toEqual({ words: 'less', direction: 'better' })
    expect(loadInWords(3, 6)).toEqual({ words: 'more', direction: 'worse' })
    expect(loadInWords(6, 6)).toEqual({ words: 'same', direction: null })
  })

  it('of a range is stated in degrees, or as freer and stiffer', () => {
    expect(rangeInWords({ ...unmeasured, degreesBefore: 45, degreesAfter: 60 })).toEqual({
      words: '+15°',
      direction: 'better',
    })
    expect(rangeInWords({ ...unmeasured, degreesBefore: 45, degreesAfter: 40 }).words).toBe('−5°')
    expect(rangeInWords({ ...unmeasured, degreesBefore: 45, extentBefore: 'limited', extentAfter: 'full' }).words).toBe(
      'freer',
    )
    expect(rangeInWords({ ...unmeasured, extentBefore: 'full', extentAfter: 'limited' }).direction).toBe('worse')
  })

  it('of an activity counts from 3 points on, of a mean from 2', () => {
    expect(functionInWords(4, 6, 'single')).toEqual({ words: '+2, may be chance', direction: null })
    expect(functionInWords(4, 7, 'single')).toEqual({ words: '+3 better', direction: 'better' })
    expect(functionInWords(4.3, 6.3, 'mean')).toEqual({ words: '+2 better', direction: 'better' })
    expect(functionInWords(6.3, 4.7, 'mean')).toEqual({ words: '−1.6, may be chance', direction: null })
    expect(functionInWords(7, 4, 'single')).toEqual({ words: '−3 worse', direction: 'worse' })
  })

  it('has a direction that turns round with the numbers', () => {
    const turned = { better: 'worse', worse: 'better' } as const
    fc.assert(
      fc.property(score, score, (one, other) => {
        for (const inWords of [loadInWords, painInWords]) {
          const there = inWords(one, other).direction
          // Pain counts shares of the score before: its amount may differ both ways, its direction may not.
          expect(inWords(other, one).direction).toBe(there && turned[there])
        }
        const there = functionInWords(one, other, 'single').direction
        expect(functionInWords(other, one, 'single').direction).toBe(there && turned[there])
      }),
    )
  })
})

describe('the mean of activities', () => {
  it('leaves out what was not asked', () => {
    expect(meanScore([4, null, 5])).toBe(4.5)
    expect(meanScore([4, 5, 5])).toBe(4.7)
    expect(meanScore([null])).toBeNull()
  })
})

it.each([
  [4, 2, '4 to 2'],
  [0, 0, '0 to 0'],
  [4, null, '4 before'],
  [null, 2, '2 after'],
  [null, null, ''],
])('from %s to %s reads "%s"', (before, after, words) => {
  expect(fromToWords(before, after)).toBe(words)
})
