import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeValue } from '#shared/domain/measureLines.ts'
import { readHours, readRange } from './rangeText.ts'

describe('a typed range of motion', () => {
  it('is degrees, or begins with the letters of limited and full', () => {
    expect(readRange('45')).toEqual({ degrees: 45, extent: null })
    expect(readRange(' -10° ')).toEqual({ degrees: -10, extent: null })
    expect(readRange('L')).toEqual({ degrees: null, extent: 'limited' })
    expect(readRange('full')).toEqual({ degrees: null, extent: 'full' })
    expect(readRange('')).toEqual({ degrees: null, extent: null })
  })

  it('is told to be wrong where it is neither', () => {
    for (const text of ['400', '-200', 'stiff', '4 5', '12.5', 'fulll']) expect(readRange(text)).toBeUndefined()
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
    expect(['6', '6.5', '6,5', '6½', '6.3', '.5', '7 h', ''].map(readHours)).toEqual([
      6,
      6.5,
      6.5,
      6.5,
      6.5,
      0.5,
      7,
      null,
    ])
  })

  it('are no more than a day has', () => {
    for (const text of ['25', '-1', 'six', '6.5.5']) expect(readHours(text)).toBeUndefined()
  })
})
