import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeValue, sleepValue } from '#shared/domain/measureLines.ts'
import { rangeOfMotion, measureScore } from '#shared/domain/measures.ts'
import { readHours, readRange } from './rangeText.ts'

const range = {
  id: '01900000-0000-7000-8000-000000000001',
  joint: 'Neck',
  side: null,
  movement: 'rotation',
  degreesAfter: null,
  extentAfter: null,
}

describe('a typed range of motion', () => {
  it('is degrees, or begins with the letters of limited and full', () => {
    expect(readRange('45')).toEqual({ degrees: 45, extent: null })
    expect(readRange(' -10° ')).toEqual({ degrees: -10, extent: null })
    expect(readRange('L')).toEqual({ degrees: null, extent: 'limited' })
    expect(readRange('full')).toEqual({ degrees: null, extent: 'full' })
    expect(readRange('٤٥°')).toEqual({ degrees: 45, extent: null })
    expect(readRange('')).toEqual({ degrees: null, extent: null })
  })

  it('is kept as it was typed where it is neither', () => {
    for (const text of ['45-50', '45–50', '400', '-200', 'Stiff', '4 5', '12.5', 'fulll', '~45', '45?', '>90'])
      expect(readRange(text)).toEqual({ degrees: null, extent: null, text })
  })

  it('can be stored, whatever it is, and is shown with all that was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { degrees, extent, text } = readRange(typed)
        const stored = { ...range, degreesBefore: degrees, extentBefore: extent, textBefore: text }
        expect(rangeOfMotion.safeParse(stored).success).toBe(true)
        if (text !== undefined) expect(rangeValue(degrees, extent, text).startsWith(text)).toBe(true)
      }),
    )
  })

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 360 }), (degrees) => {
        expect(readRange(rangeValue(degrees, null))).toEqual({ degrees, extent: null })
      }),
    )
  })
})

describe('typed hours of sleep', () => {
  it('come by halves, however they are written', () => {
    expect(['6', '6.5', '6,5', '6½', '6½ h', '.5', '7 h', '7.', ''].map((text) => readHours(text).hours)).toEqual([
      6,
      6.5,
      6.5,
      6.5,
      6.5,
      0.5,
      7,
      7,
      null,
    ])
  })

  it('are kept as they were typed where they are no number of them, and never rounded', () => {
    for (const text of ['5-6 h', '6.3', '25', '-1', 'six', '6.5.5', 'woke at 3', '½ the night'])
      expect(readHours(text)).toEqual({ hours: null, text })
    expect(['5-6', '5-6 h', 'six', '6.3'].map((text) => sleepValue(null, text))).toEqual([
      '5-6 h',
      '5-6 h',
      'six',
      '6.3 h',
    ])
  })

  it('can be stored, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { hours, text } = readHours(typed)
        const score = { measure: 'sleep', before: hours, after: null, beforeText: text }
        expect(measureScore.safeParse(score).success).toBe(true)
      }),
    )
  })
})
