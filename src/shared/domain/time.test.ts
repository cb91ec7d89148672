import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMinutes,
  ageOn,
  calendarDate,
  dayAt,
  dayOf,
  daysBetween,
  instant,
  minutesBetween,
  partsOfDay,
  utcOffset,
  wallTime,
  wallTimeAt,
  zoneWords,
} from './time.ts'

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

describe('the clock on a wall', () => {
  it.each([
    ['New York', -300, '2026-11-28T22:30'],
    ['Newfoundland', -210, '2026-11-29T00:00'],
    ['London', 0, '2026-11-29T03:30'],
    ['Kathmandu', 345, '2026-11-29T09:15'],
    ['Tokyo', 540, '2026-11-29T12:30'],
    ['Kiritimati', 840, '2026-11-29T17:30'],
  ])('of %s shows the time there, whatever this computer’s own shows', (_, offset, wall) => {
    expect(wallTimeAt('2026-11-29T03:30:00.000Z', offset)).toBe(wall)
    expect(dayAt('2026-11-29T03:30:00.000Z', offset)).toBe(wall.slice(0, 10))
  })

  it('is as far from UTC as it was said to be', () => {
    fc.assert(
      fc.property(anyWallTime, fc.integer({ min: -1080, max: 1080 }), (wall, offset) => {
        expect(utcOffset.safeParse(offset).success).toBe(true)
        expect(minutesBetween(wall, wallTimeAt(`${wall}:59.999Z`, offset))).toBe(offset)
      }),
    )
  })

  it.each([
    [-300, 'UTC−5'],
    [-210, 'UTC−3:30'],
    [0, 'UTC'],
    [345, 'UTC+5:45'],
    [840, 'UTC+14'],
  ])('that is %i minutes east of UTC is called %s', (offset, words) => {
    expect(zoneWords(offset)).toBe(words)
  })
})

describe('a day', () => {
  it('has numbers and a day of the week', () => {
    expect(partsOfDay('2026-11-29')).toEqual({ year: 2026, month: 11, day: 29, weekday: 0 })
    expect(partsOfDay('2024-02-29T23:59')).toEqual({ year: 2024, month: 2, day: 29, weekday: 4 })
  })

  it('is there, or not', () => {
    expect([dayOf(2024, 2, 29), dayOf(2026, 2, 29), dayOf(2026, 13, 1), dayOf(80, 1, 1)]).toEqual([
      '2024-02-29',
      null,
      null,
      '0080-01-01',
    ])
  })

  it('is a whole number of days from another one', () => {
    expect(daysBetween('2026-03-28T23:00', '2026-03-30T01:00')).toBe(2)
    expect(daysBetween('2026-11-29', '2026-11-28')).toBe(-1)
  })
})
