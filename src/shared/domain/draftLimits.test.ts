import { expect, it } from 'vitest'
import { binDaysLeft, binHorizon, overdueMinutes } from './draftLimits.ts'

const session = { serviceStart: '2026-11-22T13:00', lengthMinutes: 60 }

it('a draft is overdue once the limit after the end of its session is over', () => {
  expect(overdueMinutes(session, 24, '2026-11-23T14:00')).toBeNull()
  expect(overdueMinutes(session, 24, '2026-11-23T14:01')).toBe(1)
  expect(overdueMinutes(session, 24, '2026-11-25T14:00')).toBe(48 * 60)
})

it('the limit is the practice’s, and a longer session ends later', () => {
  expect(overdueMinutes(session, 1, '2026-11-22T15:30')).toBe(30)
  expect(overdueMinutes({ ...session, lengthMinutes: 120 }, 1, '2026-11-22T15:30')).toBeNull()
})

it('a session in the future is not overdue', () => {
  expect(overdueMinutes(session, 24, '2026-11-01T08:00')).toBeNull()
})

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
