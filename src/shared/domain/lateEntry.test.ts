import { expect, it } from 'vitest'
import { lateEntryProblem } from './lateEntry.ts'

const now = '2026-11-23T14:00'

it('a late entry is for a visit that has been', () => {
  expect(lateEntryProblem('2026-11-23T13:59', null, now)).toBeNull()
  expect(lateEntryProblem(now, null, now)).toBe('in_future')
  expect(lateEntryProblem('2027-03-03T09:00', null, now)).toBe('in_future')
})

it('and for somebody who was born', () => {
  expect(lateEntryProblem('1980-03-01T23:59', '1980-03-02', now)).toBe('before_birth')
  expect(lateEntryProblem('1980-03-02T00:00', '1980-03-02', now)).toBeNull()
})
