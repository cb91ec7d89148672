import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pushApart, type Movable } from './pushApart.ts'

const box = (x: number, y: number, fields: Partial<Movable> = {}): Movable => ({
  x,
  y,
  width: 10,
  height: 10,
  isFixed: false,
  left: 0,
  right: 100,
  top: 0,
  reach: 100,
  ...fields,
})

describe('pushing apart', () => {
  it('leaves alone what does not overlap', () => {
    expect(pushApart([box(10, 10), box(30, 10)])).toEqual([
      { x: 10, y: 10 },
      { x: 30, y: 10 },
    ])
  })

  it('moves two that overlap along the shorter way, half and half', () => {
    expect(pushApart([box(50, 10), box(54, 10)])).toEqual([
      { x: 47, y: 10 },
      { x: 57, y: 10 },
    ])
  })

  it('moves only the other where one is fixed', () => {
    expect(pushApart([box(50, 10, { isFixed: true }), box(52, 10)])[0]).toEqual({ x: 50, y: 10 })
  })

  it('goes up and down where there is no room sideways', () => {
    const narrow = { left: 48, right: 52 }
    const [first, second] = pushApart([box(50, 50, narrow), box(51, 50, narrow)])
    expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThanOrEqual(10)
  })

  it('moves nothing further than it may go, even where boxes still overlap', () => {
    const crowd = Array.from({ length: 8 }, () => box(50, 50, { reach: 4 }))
    for (const { x, y } of pushApart(crowd)) expect(Math.hypot(x - 50, y - 50)).toBeLessThanOrEqual(4.001)
  })

  it('keeps every box that is not fixed within its bounds', () => {
    const any = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (spots) => {
        for (const { x, y } of pushApart(spots.map((spot) => box(spot.x, spot.y)))) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(100)
          expect(y).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
