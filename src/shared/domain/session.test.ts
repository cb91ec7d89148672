import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthFromEnd, minutesOfText, painChange, painScore, sessionDetails } from './session.ts'

describe('the length of a session', () => {
  it('follows from its end', () => {
    expect(lengthFromEnd('2026-11-23T14:00', '2026-11-23T15:15')).toBe(75)
    expect(lengthFromEnd('2026-11-23T23:30', '2026-11-24T00:30')).toBe(60)
    expect(lengthFromEnd('2026-11-23T14:00', '2026-11-24T14:00')).toBe(24 * 60)
  })

  it.each([
    ['1', 1],
    [' 60 ', 60],
    ['٦٠', 60],
    ['６０', 60],
    ['1440', 1440],
    ['1441', null],
    ['0', null],
    ['', null],
    ['1.5', null],
    ['-5', null],
    ['1e2', null],
    ['0x10', null],
  ])('typed as "%s" is %s', (text, minutes) => {
    expect(minutesOfText(text)).toBe(minutes)
  })

  it('is refused when the session would end before it starts, at once, or after more than a day', () => {
    expect(lengthFromEnd('2026-11-23T14:00', '2026-11-23T13:59')).toBe('ends_before_start')
    expect(lengthFromEnd('2026-11-23T14:00', '2026-11-23T14:00')).toBe('ends_before_start')
    expect(lengthFromEnd('2026-11-23T14:00', '2026-11-24T14:01')).toBe('too_long')
  })

  it('is a whole number of minutes, at least one', () => {
    const details = { serviceStart: '2026-11-23T14:00', place: 'practice', visitAddress: '' }
    for (const lengthMinutes of [0, -5, 1441, 30.5]) {
      expect(sessionDetails.safeParse({ ...details, lengthMinutes }).success, String(lengthMinutes)).toBe(false)
    }
    expect(sessionDetails.safeParse({ ...details, lengthMinutes: 1 }).success).toBe(true)
  })
})

describe('a change in pain', () => {
  it.each([
    [7, 3, 'much better'],
    [7, 6, 'slightly better'],
    [3, 2, 'much better'],
    [4, 4, 'same'],
    [0, 1, 'slightly worse'],
    [0, 2, 'much worse'],
    [4, 5, 'slightly worse'],
    [2, 3, 'much worse'],
  ])('from %i to %i reads as %s', (before, after, words) => {
    expect(painChange(before, after)).toBe(words)
  })

  it('says better, worse or same as the numbers do', () => {
    const score = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(score, score, (before, after) => {
        const words = painChange(before, after)
        expect(words.endsWith('better')).toBe(after < before)
        expect(words.endsWith('worse')).toBe(after > before)
      }),
    )
  })

  it('is scored from 0 to 10, or not asked', () => {
    for (const score of [0, 10, null]) expect(painScore.safeParse(score).success).toBe(true)
    for (const score of [-1, 11, 2.5, '3']) expect(painScore.safeParse(score).success).toBe(false)
  })
})
