import { describe, expect, it } from 'vitest'
import { entryDay, lateEntryProblem } from './lateEntry.ts'

const now = '2026-11-23T14:00'

it('a late entry is for a visit that has been', () => {
  expect(lateEntryProblem('2026-11-23T13:59', null, now)).toBeNull()
  expect(lateEntryProblem(now, null, now)).toBe('in_future')
  expect(lateEntryProblem('2027-03-03T09:00', null, now)).toBe('in_future')
})

it('and for somebody who was born', () => {
  expect(lateEntryProblem('1980-03-01T23:59', '1980-03-02', now)).toBe('before_birth')
  expect(lateEntryProblem('1980-03-02T00:00', '1980-03-02', now)).toBeNull()
})

describe('the day of an entry', () => {
  it.each([
    ['at once, in New York in the afternoon', '2026-11-28T14:00', '2026-11-28T19:00:00.000Z', -300, 'same'],
    ['at once, in New York late in the evening', '2026-11-28T22:30', '2026-11-29T03:30:00.000Z', -300, 'same'],
    ['at once, in Tokyo early in the morning', '2026-11-29T07:00', '2026-11-28T22:00:00.000Z', 540, 'same'],
    ['at once, on Kiritimati', '2026-11-29T09:00', '2026-11-28T19:00:00.000Z', 840, 'same'],
    ['just after midnight in New York', '2026-11-28T23:00', '2026-11-29T05:00:00.000Z', -300, 'later'],
    ['on the day before, in Tokyo', '2026-11-29T09:00', '2026-11-28T14:59:00.000Z', 540, 'earlier'],
  ] as const)('that was made %s is by the clock that it was made by', (_, served, enteredAt, enteredOffset, day) => {
    expect(entryDay(served, { enteredAt, enteredOffset })).toBe(day)
  })

  it.each([
    ['at once in Honolulu', '2026-11-28T14:00', '2026-11-29T00:00:00.000Z', 'same'],
    ['on the same long day in Honolulu', '2026-11-28T07:00', '2026-11-29T07:30:00.000Z', 'same'],
    ['at once on Kiritimati', '2026-11-29T09:00', '2026-11-28T19:00:00.000Z', 'same'],
    ['23 hours later in New York', '2026-11-28T14:00', '2026-11-29T18:00:00.000Z', 'same'],
    ['24 hours later at the western end of the world', '2026-11-28T14:00', '2026-11-30T02:00:00.000Z', 'later'],
    ['two days later', '2026-11-28T14:00', '2026-11-30T14:00:00.000Z', 'later'],
    ['two days before', '2026-11-28T14:00', '2026-11-26T14:00:00.000Z', 'earlier'],
  ] as const)(
    'made %s by a clock that nobody knows is another one only when a day lies between',
    (_, served, enteredAt, day) => {
      expect(entryDay(served, { enteredAt, enteredOffset: null })).toBe(day)
    },
  )
})
