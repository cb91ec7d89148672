import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateWordsIn, monthWords, recordFormat, recordWords, relativeDay, type DateFormat } from './dateWords.ts'
import { readTime } from './timeInput.ts'
import { offsetHere } from './time.ts'

const today = '2026-11-23'
const formats: readonly DateFormat[] = [
  { order: 'dmy', clock: '24' },
  { order: 'mdy', clock: '12' },
  { order: 'ymd', clock: '24' },
]
const [britain, america, sweden] = formats.map(dateWordsIn) as [
  typeof recordWords,
  typeof recordWords,
  typeof recordWords,
]
const inEach = (words: (of: typeof recordWords) => string) => [britain, america, sweden].map(words)

describe('dates in words', () => {
  it('name the month or begin with the year, so that day and month cannot be exchanged', () => {
    expect(inEach(({ date }) => date('1980-03-02T09:00'))).toEqual(['2 Mar 1980', 'Mar 2, 1980', '1980-03-02'])
    expect(inEach(({ longDate }) => longDate('1980-03-02'))).toEqual(['2 March 1980', 'March 2, 1980', '1980-03-02'])
    expect(inEach(({ dayAndMonth }) => dayAndMonth('1980-03-02'))).toEqual(['2 Mar', 'Mar 2', 'Mar 2'])
    expect(monthWords('1980-03-02')).toBe('Mar 1980')
  })

  it('leave out the year of the day that they stand beside', () => {
    const { weekdayAndDate, shortDate, longDateBeside } = britain
    expect(weekdayAndDate('2026-11-23T14:05', today)).toBe('Mon 23 Nov')
    expect(weekdayAndDate('2025-11-23', today)).toBe('Sun 23 Nov 2025')
    expect(shortDate('2026-11-09', today)).toBe('9 Nov')
    expect(longDateBeside('2026-03-03T10:00', today)).toBe('3 March')
    expect(longDateBeside('2025-03-03T10:00', today)).toBe('3 March 2025')
    expect(america.weekdayAndDate('2026-11-23', today)).toBe('Mon, Nov 23')
    expect(america.weekdayAndDate('2025-11-23', today)).toBe('Sun, Nov 23, 2025')
    expect(sweden.weekdayAndDate('2025-11-23', today)).toBe('Sun, 2025-11-23')
    expect(sweden.longDateBeside('2026-03-03', today)).toBe('March 3')
  })

  it.each([
    ['00:01', '12:01\u00a0AM'],
    ['09:05', '9:05\u00a0AM'],
    ['12:01', '12:01\u00a0PM'],
    ['23:59', '11:59\u00a0PM'],
  ])('show %s as the clock does: %s', (time, words) => {
    expect(america.time(`2026-11-23T${time}`)).toBe(words)
    expect(britain.time(`2026-11-23T${time}`)).toBe(time)
  })

  it('show times that are read back as the same, whatever the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom('12', '24'), (minute, clock) => {
        const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
        const words = dateWordsIn({ order: 'dmy', clock }).time(`2026-11-23T${time}`)
        expect(readTime(words, clock)).toEqual({ kind: 'time', time })
      }),
    )
  })

  it('refuse what is no date', () => {
    expect(() => recordWords.longDate('2026-13-01')).toThrow(RangeError)
  })
})

describe('an instant in words', () => {
  it('has its distance from UTC where it is printed', () => {
    expect(inEach(({ instant }) => instant('2026-11-23T23:30:00.000Z', 60))).toEqual([
      '24 November 2026, 00:30 (UTC+01:00)',
      'November 24, 2026, 12:30\u00a0AM (UTC+01:00)',
      '2026-11-24, 00:30 (UTC+01:00)',
    ])
    expect(inEach(({ instantToTheSecond }) => instantToTheSecond('2026-11-23T02:03:22.000Z', -210))).toEqual([
      '22 November 2026, 22:33:22 (UTC−03:30)',
      'November 22, 2026, 10:33:22\u00a0PM (UTC−03:30)',
      '2026-11-22, 22:33:22 (UTC−03:30)',
    ])
  })

  const at = '2026-11-29T03:30:00.000Z'
  const here = offsetHere(at)
  const elsewhere = here === 540 ? -300 : 540

  it('is written by the clock that it was stored by, which is named where it is another than this computer’s', () => {
    expect(britain.instantShort(at, elsewhere)).toBe(
      elsewhere === 540 ? '29 Nov 2026, 12:30, UTC+9' : '28 Nov 2026, 22:30, UTC−5',
    )
    expect(britain.instantDayShort(at, elsewhere)).toBe(elsewhere === 540 ? '29 Nov 2026, UTC+9' : '28 Nov 2026, UTC−5')
  })

  it('is written without a zone where the clock is this computer’s, or was not stored', () => {
    expect(britain.instantShort(at, here)).toMatch(/^\d+ Nov 2026, \d\d:\d\d$/)
    expect(britain.instantShort(at, null)).toBe(britain.instantShort(at, here))
    expect(britain.instantDayShort(at, null)).toMatch(/^\d+ Nov 2026$/)
  })

  it('of today is an hour, of another day a day and an hour', () => {
    const [day, time] = britain.instantShort(at, null).split(', ')
    expect(britain.moment(at, `2026-11-${day?.slice(0, 2)}`)).toBe(time)
    expect(britain.moment(at, '2026-11-01')).toMatch(/^(Sat|Sun) \d+ Nov, \d\d:\d\d$/)
  })
})

describe('the words of the record', () => {
  it('are the same for ever: signed amendments hold them, and templates are compared with them', () => {
    expect(recordFormat).toEqual({ order: 'dmy', clock: '24' })
    expect(recordWords.wallTime('2026-01-02T07:05')).toBe('2 January 2026, 07:05')
    expect(recordWords.longDate('2026-11-09')).toBe('9 November 2026')
  })
})

describe('the distance of a day', () => {
  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-10', '13 days ago'],
    ['2026-11-09', '2 weeks ago'],
    ['2026-09-20', '2 months ago'],
    ['2025-11-24', '11 months ago'],
    ['2025-11-23', '12 months ago'],
    ['2024-11-23', '2 years ago'],
    ['2016-11-23', '10 years ago'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-26', 'in 3 days'],
  ])('of %s is %s', (day, words) => expect(relativeDay(`${day}T09:00`, today)).toBe(words))
})
