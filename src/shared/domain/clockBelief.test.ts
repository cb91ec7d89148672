import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterSight, timeToRemoveBy, type ClockBelief } from './clockBelief.ts'

const seen = (...times: readonly string[]): ClockBelief => {
  let belief: ClockBelief | null = null
  for (const time of times) belief = afterSight(belief, time, 0)
  return belief ?? { believedAt: null, seenAt: '' }
}
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour)).toISOString()

describe('a clock', () => {
  it('is not believed at the first look, nor by many looks on one day', () => {
    expect(seen(at(1)).believedAt).toBeNull()
    expect(seen(at(1), at(1, 10), at(1, 23)).believedAt).toBeNull()
  })

  it('is believed up to where it was seen first, when it is past it on another day', () => {
    expect(seen(at(1), at(2))).toEqual({ believedAt: at(1), seenAt: at(2) })
    expect(seen(at(1), at(2), at(3))).toEqual({ believedAt: at(2), seenAt: at(3) })
  })

  it('is not believed for having passed midnight a moment ago', () => {
    expect(seen(at(1, 23), at(2, 1)).believedAt).toBeNull()
    expect(seen(at(1, 23), at(2, 1), at(2, 12)).believedAt).toBe(at(1, 23))
  })

  it('is not believed where it jumped ahead, however far, nor after it came back', () => {
    for (const jump of [31, 59, 400, 20_000]) {
      const ahead = seen(at(1), at(2), at(2 + jump))
      expect(ahead.believedAt === null || ahead.believedAt <= at(2)).toBe(true)
      const back = afterSight(afterSight(ahead, at(3), 0), at(4), 0)
      expect(back).toEqual({ believedAt: at(3), seenAt: at(4) })
    }
  })

  it('is not believed where it jumped twice', () => {
    expect(seen(at(1), at(2), at(400), at(500)).believedAt).toBe(at(1))
  })

  it('is believed a day after a long absence', () => {
    expect(seen(at(1), at(2), at(102), at(103)).believedAt).toBe(at(102))
  })

  it('never moves what is believed back, and never past what it showed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 30 }), (hours) => {
        let belief: ClockBelief | null = null
        for (const hour of hours) {
          const before: string | null = belief?.believedAt ?? null
          belief = afterSight(belief, at(1, hour), 0)
          expect((belief.believedAt ?? '') >= (before ?? '')).toBe(true)
        }
        const highest = at(1, Math.max(...hours))
        expect((belief?.believedAt ?? '') <= highest).toBe(true)
      }),
    )
  })

  it('removes nothing while it stands before what is believed or stored', () => {
    const belief = seen(at(1), at(2))
    expect(timeToRemoveBy(belief, at(2), at(2))).toBe(at(1))
    expect(timeToRemoveBy(belief, at(2), null)).toBe(at(1))
    expect(timeToRemoveBy(belief, at(2), at(3))).toBeNull()
    expect(timeToRemoveBy(belief, at(1, 8), null)).toBeNull()
    expect(timeToRemoveBy(seen(at(1)), at(1), null)).toBeNull()
  })
})
