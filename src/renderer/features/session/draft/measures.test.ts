import { describe, expect, it } from 'vitest'
import { mostActivities, mostRanges, type FunctionActivity, type RangeOfMotion } from '#shared/domain/measures.ts'
import { noRoomWords } from './measures.ts'

const range = (index: number): RangeOfMotion => ({
  id: String(index),
  joint: 'Neck',
  side: null,
  movement: `movement ${index}`,
  degreesBefore: null,
  degreesAfter: null,
  extentBefore: null,
  extentAfter: null,
})
const activity = (index: number): FunctionActivity => ({ id: String(index), activity: `${index}`, score: null })
const some = <R>(count: number, make: (index: number) => R) => Array.from({ length: count }, (_, index) => make(index))

describe('one more measure', () => {
  it('while there is room / shows no notification', () => {
    const measures = { ranges: some(mostRanges - 1, range), activities: some(mostActivities - 1, activity) }
    expect([noRoomWords(measures, 'range'), noRoomWords(measures, 'activity')]).toEqual([null, null])
  })

  it('where there is no room / is refused with how many there may be', () => {
    const full = { ranges: some(mostRanges, range), activities: some(mostActivities, activity) }
    expect(noRoomWords(full, 'range')).toBe('A session can have at most 40 ranges.')
    expect(noRoomWords(full, 'activity')).toBe('The scale takes at most three activities.')
    expect(noRoomWords({ ...full, ranges: [] }, 'range')).toBeNull()
  })
})
