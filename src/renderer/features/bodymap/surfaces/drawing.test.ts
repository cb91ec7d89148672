// A drawn line is kept as it was drawn; only one that is far too long loses detail, and that is reported.
import { describe, expect, it } from 'vitest'
import { stroke, strokePointLimit } from '#shared/domain/bodymap/marks.ts'
import { finishedStroke } from './drawing.ts'

/** A scribble: a spiral that goes around a few hundred times, never straight. */
const scribble = (count: number) =>
  Array.from({ length: count }, (_, i) => [
    250 + (20 + (i % 5000) / 40) * Math.cos(i * 0.31),
    450 + (20 + (i % 4000) / 30) * Math.sin(i * 0.37),
    0.5,
  ]).flat()

describe('a finished stroke', () => {
  it('is a dot where the pointer did not move', () => {
    expect(finishedStroke([100.04, 200.06, 0.5])).toEqual({ points: [100, 200.1, 0.5], simplified: false })
  })

  it('keeps two points for a straight line and does not call that a loss', () => {
    const line = Array.from({ length: 500 }, (_, i) => [100 + i / 2, 100, 0.5]).flat()
    expect(finishedStroke(line)).toEqual({ points: [100, 100, 0.5, 349.5, 100, 0.5], simplified: false })
  })

  it('stays within what is stored when 100,000 points were drawn, and says that it lost detail', () => {
    const { points, simplified } = finishedStroke(scribble(100_000))
    expect(simplified).toBe(true)
    expect(points.length / 3).toBeLessThanOrEqual(strokePointLimit)
    expect(points.length / 3).toBeGreaterThan(strokePointLimit * 0.5)
    expect(stroke.shape.points.safeParse(points).success).toBe(true)
  })
})
