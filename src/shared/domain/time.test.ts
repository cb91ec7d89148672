import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMinutes, ageOn, calendarDate, instant, minutesBetween, wallTime } from './time.ts'

const anyWallTime = fc
  .date({ min: new Date('1900-01-01T00:00Z'), max: new Date('2199-12-31T23:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16))

describe('a wall-clock time', () => {
  it('has no zone and no seconds', () => {
    expect(wallTime.safeParse('2026-11-23T14:00').success).toBe(true)
    for (const other of ['2026-11-23T14:00Z', '2026-11-23T14:00:00', '2026-11-23T14:00+01:00', '2026-11-23', '14:00']) {
      expect(wallTime.safeParse(other).success, other).toBe(false)
    }
  })

  it('exists', () => {
    expect(wallTime.safeParse('2026-02-29T10:00').success).toBe(false)
    expect(wallTime.safeParse('2026-01-01T24:00').success).toBe(false)
    expect(calendarDate.safeParse('2026-04-31').success).toBe(false)
    expect(calendarDate.safeParse('2024-02-29').success).toBe(true)
  })

  it('moves by minutes across midnight and leap days', () => {
    expect(addMinutes('2026-11-23T23:30', 60)).toBe('2026-11-24T00:30')
    expect(addMinutes('2024-02-28T23:59', 1)).toBe('2024-02-29T00:00')
    expect(addMinutes('2026-01-01T00:00', -1)).toBe('2025-12-31T23:59')
  })

  it('is as far away as it was moved', () => {
    fc.assert(
      fc.property(anyWallTime, fc.integer({ min: -500_000, max: 500_000 }), (time, minutes) => {
        expect(minutesBetween(time, addMinutes(time, minutes))).toBe(minutes)
      }),
    )
  })
})

describe('an instant', () => {
  it('is UTC with milliseconds', () => {
    expect(instant.safeParse('2026-11-23T14:00:00.000Z').success).toBe(true)
    expect(instant.safeParse('2026-11-23T14:00:00Z').success).toBe(false)
    expect(instant.safeParse('2026-11-23T14:00:00.000+01:00').success).toBe(false)
  })
})

describe('the age', () => {
  it.each([
    ['1979-11-23', '2026-11-23', 47],
    ['1979-11-24', '2026-11-23', 46],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2026-11-23', '2026-11-23', 0],
  ])('of somebody born on %s is, on %s, %i', (dateOfBirth, day, age) => {
    expect(ageOn(dateOfBirth, day)).toBe(age)
  })

  it('is unknown without a date of birth', () => {
    expect(ageOn(null, '2026-11-23')).toBeNull()
  })
})
