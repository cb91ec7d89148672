import { expect, it } from 'vitest'
import { binDaysLeft, binHorizon } from './bin.ts'

const now = '2026-11-23T14:00:00.000Z'

it.each([
  ['2026-11-23T14:00:00.000Z', 30],
  ['2026-11-23T13:59:59.999Z', 30],
  ['2026-11-22T14:00:00.000Z', 29],
  ['2026-10-24T15:00:00.000Z', 1],
  ['2026-10-24T14:00:00.000Z', 1],
  // The clock was set back after it was discarded.
  ['2027-01-01T00:00:00.000Z', 30],
])('a draft that was discarded at %s has %i days left', (discardedAt, days) => {
  expect(binDaysLeft(discardedAt, now)).toBe(days)
})

it('what was discarded 30 days ago is over the horizon', () => {
  expect(binHorizon(now)).toBe('2026-10-24T14:00:00.000Z')
})
