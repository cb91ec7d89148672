import { describe, expect, it } from 'vitest'
import { readLateEntry, type LateEntryTexts } from './lateEntryTexts.ts'

const surroundings = { dateOfBirth: '1980-03-02', now: '2026-11-23T14:00' }
const texts: LateEntryTexts = {
  date: '2026-03-03',
  start: '09:30',
  length: '60',
  place: 'practice',
  visitAddress: '7 Mill Row',
  reason: ' Charted on paper ',
}
const problemsOf = (change: Partial<LateEntryTexts>) => {
  const reading = readLateEntry({ ...texts, ...change }, surroundings)
  return 'problems' in reading ? reading.problems : null
}

describe('what is typed for a late entry', () => {
  it('is its details and the reason', () => {
    expect(readLateEntry(texts, surroundings)).toEqual({
      value: {
        details: { serviceStart: '2026-03-03T09:30', lengthMinutes: 60, place: 'practice', visitAddress: '' },
        reason: 'Charted on paper',
      },
    })
    expect(readLateEntry({ ...texts, place: 'visit' }, surroundings)).toMatchObject({
      value: { details: { place: 'visit', visitAddress: '7 Mill Row' } },
    })
  })

  it('shows its error at the invalid field', () => {
    expect(problemsOf({ date: '' })).toEqual({ date: 'Enter the date of the visit.' })
    expect(problemsOf({ start: '' })).toEqual({ start: 'Enter the time it began.' })
    expect(problemsOf({ date: '2027-01-01' })?.date).toMatch(/^This is in the future/)
    expect(problemsOf({ date: '1979-01-01' })?.date).toBe(
      'This is before the client was born (2 March 1980). Check the year.',
    )
    expect(problemsOf({ reason: '  ' })).toEqual({ reason: 'Say why the note is written late.' })
    expect(problemsOf({ reason: 'x'.repeat(501) })?.reason).toMatch(/^At most 500/)
    for (const length of ['', '0', '1441', 'an hour'])
      expect(problemsOf({ length })?.length).toMatch(/^From 1 to 1440 minutes/)
    expect(Object.keys(problemsOf({ date: '', length: '', reason: '' }) ?? {})).toEqual(['date', 'length', 'reason'])
  })
})
