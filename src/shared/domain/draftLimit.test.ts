import { expect, it } from 'vitest'
import { overdueMinutes } from './draftLimit.ts'

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
