import { describe, expect, it } from 'vitest'
import { visitsOf } from '../../../../tests/fixtures/visitsOf.ts'
import { tickLabels, spanWords, visitWords } from './VisitTicks.tsx'

const every = (days: number, count: number, start = Date.UTC(2020, 0, 15)) =>
  visitsOf(
    Array.from({ length: count }, () => []),
    Array.from({ length: count }, (_, at) => new Date(start + at * days * 86_400_000).toISOString().slice(0, 16)),
  )

describe('visits in words', () => {
  it('have number, count and date', () => {
    expect(visitWords(visitsOf([[], [], []]), 1)).toBe('Visit 2 of 3, 1 February 2026')
  })

  it('say a span with both its ends', () => {
    const three = visitsOf([[], [], []])
    expect(spanWords(three, 0, 2)).toBe('3 visits, 1 January 2026 to 1 March 2026')
    expect(spanWords(three, 1, 1)).toBe('1 visit, 1 February 2026')
  })
})

describe('dates on the slider', () => {
  it('are days while there are few visits', () => {
    expect(tickLabels(every(14, 3)).map(({ text }) => text)).toEqual(['15 Jan', '29 Jan', '12 Feb'])
  })

  it('are months or quarters, then years', () => {
    expect(tickLabels(every(7, 20))[1]?.text).toBe('Feb 2020')
    expect(tickLabels(every(7, 60)).map(({ text }) => text)).toContain('Apr 2020')
    expect(tickLabels(every(7, 200)).map(({ text }) => text)).toEqual(['2020', '2021', '2022', '2023'])
  })

  it('leave out a first visit that stands too near to the next year', () => {
    expect(tickLabels(every(7, 100, Date.UTC(2024, 11, 10))).map(({ text }) => text)).toEqual(['2025', '2026'])
  })

  it('never run into each other, and are never more than a few', () => {
    for (const count of [1, 2, 5, 12, 40, 130, 500]) {
      const labels = tickLabels(every(9, count))
      expect(labels.length).toBeGreaterThan(0)
      expect(labels.length).toBeLessThanOrEqual(8)
    }
  })
})
