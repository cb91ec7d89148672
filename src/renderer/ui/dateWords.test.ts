import { describe, expect, it } from 'vitest'
import { countWords, dateWords, dayWords, relativeDay, timeWords } from './dateWords.ts'

const today = '2026-11-23'

describe('dates in words', () => {
  it('name the month, so that day and month cannot be exchanged', () => {
    expect(dateWords('1980-03-02')).toBe('2 Mar 1980')
    expect(dateWords('2026-11-23T14:05')).toBe('23 Nov 2026')
  })

  it('leave out the year of today', () => {
    expect(dayWords('2026-11-23T14:05', today)).toBe('Mon 23 Nov')
    expect(dayWords('2025-11-23', today)).toBe('Sun 23 Nov 2025')
  })

  it('show the time as the clock does', () => expect(timeWords('2026-11-23T00:05')).toBe('00:05'))

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
  ])('%s is %s', (day, words) => expect(relativeDay(`${day}T09:00`, today)).toBe(words))

  it('count one without an s', () => {
    expect(countWords(1, 'finding')).toBe('1 finding')
    expect(countWords(0, 'finding')).toBe('0 findings')
  })
})
