import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loupePlace, loupeSize } from './Loupe.tsx'

const ground = { width: 520, height: 480 }

describe('the loupe', () => {
  it('stands above the finger', () => {
    const { left, top } = loupePlace({ x: 260, y: 400 }, ground)
    expect(left + loupeSize / 2).toBe(260)
    expect(top + loupeSize).toBeLessThan(400)
  })

  it('stands beside the finger near the upper edge', () => {
    expect(loupePlace({ x: 260, y: 40 }, ground).left + loupeSize).toBeLessThan(260)
    expect(loupePlace({ x: 40, y: 40 }, ground).left).toBeGreaterThan(40)
  })

  it('never lies under the finger, and stays on the ground', () => {
    const finger = fc.record({ x: fc.integer({ min: 0, max: 520 }), y: fc.integer({ min: 0, max: 480 }) })
    fc.assert(
      fc.property(finger, ({ x, y }) => {
        const { left, top } = loupePlace({ x, y }, ground)
        const isOver = x > left && x < left + loupeSize && y > top && y < top + loupeSize
        expect(isOver).toBe(false)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left + loupeSize).toBeLessThanOrEqual(520)
        expect(top).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
