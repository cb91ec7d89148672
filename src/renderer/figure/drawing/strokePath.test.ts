// The outline of a stroke: closed, near its points, and computed once.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf, strokePath } from './strokePath.ts'

const corners = (path: string) => {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number)
  return Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[2 * i] ?? 0, y: numbers[2 * i + 1] ?? 0 }))
}

const extent = (path: string) => {
  const all = corners(path)
  const xs = all.map(({ x }) => x)
  const ys = all.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** A line from left to right whose points all carry one pressure. */
const line = (pressure: number) => Array.from({ length: 60 }, (_, i) => [100 + 2 * i, 100, pressure]).flat()

describe('the outline of a stroke', () => {
  it('is closed path data without anything but numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.float({ min: 0, max: 500, noNaN: true }), fc.float({ min: 0, max: 950, noNaN: true })), {
          minLength: 2,
          maxLength: 40,
        }),
        (points) => {
          expect(strokePath(points.flatMap(([x, y]) => [x, y, 0.5]))).toMatch(/^M[\d. -]+Q[\d. -]+Z$/)
        },
      ),
    )
  })

  it('is 6 units thick for a device without pressure', () => {
    const { top, bottom } = extent(strokePath(line(0.5)))
    expect(bottom - top).toBeCloseTo(6, 0)
  })

  it('is thicker where a pen presses harder', () => {
    const height = (pressure: number) => {
      const { top, bottom } = extent(strokePath(line(pressure)))
      return bottom - top
    }
    expect(height(0.9)).toBeGreaterThan(height(0.2) * 1.8)
  })

  it('makes a round dot around a single point', () => {
    expect(strokePath([50, 60, 0.5])).toBe('M45.5 60a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z')
  })

  it('does not cut corners off, however far apart its points are', () => {
    const path = strokePath([0, 0, 0.5, 400, 0, 0.5, 400, 400, 0.5])
    const { right, bottom } = extent(path)
    expect(right).toBeCloseTo(403, 0)
    expect(bottom).toBeCloseTo(403, 0)
    expect(Math.min(...corners(path).map(({ x, y }) => Math.hypot(x - 400, y)))).toBeLessThan(4)
  })

  it('stays short for long straight lines', () => {
    expect(strokePath([0, 0, 0.5, 5000, 0, 0.5]).length).toBeLessThan(2500)
  })

  it('is computed once for an array, and equally for a growing one', () => {
    const points = line(0.5)
    expect(strokePath(points)).toBe(strokePath(points))
    expect(strokePath(points)).toBe(outlineOf(points))
  })

  it('gives nothing for no points', () => {
    expect(strokePath([])).toBe('')
  })
})
