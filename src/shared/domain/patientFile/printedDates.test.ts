import { describe, expect, it } from 'vitest'
import { dateWords, instantWords, instantWordsToTheSecond, wallTimeWords } from './printedDates.ts'

describe('dates in words', () => {
  it('writes the month out, so that no country reads it the other way round', () => {
    expect(dateWords('2026-11-09')).toBe('9 November 2026')
    expect(wallTimeWords('2026-01-02T07:05')).toBe('2 January 2026, 07:05')
  })

  it('states instants with their distance from UTC', () => {
    expect(instantWords('2026-11-23T23:30:00.000Z', 60)).toBe('24 November 2026, 00:30 (UTC+01:00)')
    expect(instantWordsToTheSecond('2026-11-23T02:03:22.000Z', -210)).toBe('22 November 2026, 22:33:22 (UTC−03:30)')
  })

  it('refuses what is no date', () => {
    expect(() => dateWords('2026-13-01')).toThrow(RangeError)
  })
})
