import { describe, expect, it } from 'vitest'
import { byUrgency, draftAge } from './draftAge.ts'

const now = '2026-11-23T18:00'
const at = (serviceStart: string) => ({ serviceStart, lengthMinutes: 60 })

describe('the age of a draft', () => {
  it.each([
    ['2026-11-23T18:00', 'Draft from today', false],
    ['2026-11-22T17:00', 'Draft since yesterday', false],
    ['2026-11-22T16:59', 'Just became overdue', true],
    ['2026-11-22T16:00', 'Overdue for 1 hour', true],
    ['2026-11-20T18:00', 'Overdue for 47 hours', true],
    ['2026-11-20T08:00', 'Overdue for 2 days', true],
    ['2026-11-01T08:00', 'Overdue for 3 weeks', true],
    ['2026-12-01T08:00', 'Draft from today', false],
  ])('of %s is “%s”', (serviceStart, words, isLate) => {
    expect(draftAge(at(serviceStart), 24, now)).toEqual({ words, isLate })
  })

  it('follows the practice’s limit', () => {
    expect(draftAge(at('2026-11-20T18:00'), 720, now)).toEqual({ words: 'Draft for 3 days', isLate: false })
    expect(draftAge(at('2026-11-05T18:00'), 720, now)).toEqual({ words: 'Draft for 2 weeks', isLate: false })
    expect(draftAge(at('2026-11-23T15:00'), 1, now)).toEqual({ words: 'Overdue for 1 hour', isLate: true })
  })
})

it('drafts that are overdue stand apart, each group in its order', () => {
  const drafts = [at('2026-11-01T08:00'), at('2026-11-20T08:00'), at('2026-11-23T08:00')]
  expect(byUrgency(drafts, 24, () => now)).toEqual({ overdue: drafts.slice(0, 2), waiting: drafts.slice(2) })
})
