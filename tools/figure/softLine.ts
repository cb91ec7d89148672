// A soft line through a few control points.
import type { Point } from './borders.ts'

const stepsPerSpan = 8

/** Dense points of a curve that passes through all control points (Catmull–Rom). */
export function smoothLine(controls: readonly Point[]): readonly Point[] {
  const spans = controls.slice(1).map((end, i) => {
    const start = controls[i]!
    const before = controls[i - 1] ?? mirror(start, end)
    const after = controls[i + 2] ?? mirror(end, start)
    return Array.from({ length: stepsPerSpan }, (_, k) => between(before, start, end, after, (k + 1) / stepsPerSpan))
  })
  return [controls[0]!, ...spans.flat()]
}

/** The point as far beyond `end` as `inner` lies before it. */
function mirror(end: Point, inner: Point): Point {
  return { x: 2 * end.x - inner.x, y: 2 * end.y - inner.y }
}

function between(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const blend = (p: number, q: number, r: number, s: number): number =>
    q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))
  return { x: blend(a.x, b.x, c.x, d.x), y: blend(a.y, b.y, c.y, d.y) }
}
