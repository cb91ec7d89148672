import { describe, expect, it } from 'vitest'
import { draftAge } from './draftAge.ts'

describe('the age of a draft', () => {
  it.each([
    ['2026-11-23T18:00', 'Draft from today', false],
    ['2026-11-22T08:00', 'Draft since yesterday', false],
    ['2026-11-20T08:00', 'Draft for 3 days', true],
    ['2026-11-01T08:00', 'Draft for 3 weeks', true],
    ['2026-12-01T08:00', 'Draft from today', false],
  ])('of %s is “%s”', (serviceStart, words, isLate) => {
    expect(draftAge(serviceStart, '2026-11-23')).toEqual({ words, isLate })
  })
})
