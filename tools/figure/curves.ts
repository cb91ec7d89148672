// Fits smooth cubic curves to dense points: least squares, split where the deviation is largest.
import type { Point } from './borders.ts'

/** A cubic Bézier segment. */
export interface Cubic {
  readonly p0: Point
  readonly p1: Point
  readonly p2: Point
  readonly p3: Point
}

/** Curves through points (at least two) that deviate no more than `tolerance` units; ends are kept exactly. */
export function fitCurves(points: readonly Point[], tolerance: number): readonly Cubic[] {
  const clean = points.filter((p, i) => i === 0 || distance(p, points[i - 1]!) > 1e-6)
  if (clean.length < 2) return []
  const last = clean.length - 1
  const closed = distance(clean[0]!, clean[last]!) < 1e-6
  const startTangent = closed ? direction(clean[2] ?? clean[1]!, clean[last - 2]!) : endTangent(clean, 0, 1)
  const endDirection = closed ? negate(startTangent) : endTangent(clean, last, -1)
  return fitSpan(clean, 0, last, startTangent, endDirection, tolerance)
}

function fitSpan(
  points: readonly Point[],
  from: number,
  to: number,
  t0: Point,
  t1: Point,
  tolerance: number,
): readonly Cubic[] {
  const a = points[from]!
  const b = points[to]!
  if (to - from === 1) {
    const third = distance(a, b) / 3
    return [{ p0: a, p1: plus(a, t0, third), p2: plus(b, t1, third), p3: b }]
  }
  let parameters = chordParameters(points, from, to)
  let curve = leastSquares(points, from, parameters, t0, t1)
  let worst = worstDeviation(points, from, parameters, curve)
  for (let round = 0; round < 4 && worst.size > tolerance && worst.size < tolerance * 8; round++) {
    parameters = parameters.map((u, i) => newton(curve, points[from + i]!, u))
    curve = leastSquares(points, from, parameters, t0, t1)
    worst = worstDeviation(points, from, parameters, curve)
  }
  if (worst.size <= tolerance) return [curve]
  const split = Math.max(from + 1, Math.min(to - 1, worst.index))
  const backward = direction(points[Math.max(from, split - 2)]!, points[Math.min(to, split + 2)]!)
  return [
    ...fitSpan(points, from, split, t0, backward, tolerance),
    ...fitSpan(points, split, to, negate(backward), t1, tolerance),
  ]
}

function chordParameters(points: readonly Point[], from: number, to: number): readonly number[] {
  const lengths = [0]
  for (let i = from + 1; i <= to; i++) lengths.push(lengths[lengths.length - 1]! + distance(points[i]!, points[i - 1]!))
  const total = lengths[lengths.length - 1]!
  return lengths.map((l) => l / total)
}

function leastSquares(
  points: readonly Point[],
  from: number,
  parameters: readonly number[],
  t0: Point,
  t1: Point,
): Cubic {
  const p0 = points[from]!
  const p3 = points[from + parameters.length - 1]!
  let c00 = 0
  let c01 = 0
  let c11 = 0
  let x0 = 0
  let x1 = 0
  parameters.forEach((u, i) => {
    const v = 1 - u
    const b0 = v * v * v
    const b1 = 3 * u * v * v
    const b2 = 3 * u * u * v
    const b3 = u * u * u
    const p = points[from + i]!
    const rx = p.x - p0.x * (b0 + b1) - p3.x * (b2 + b3)
    const ry = p.y - p0.y * (b0 + b1) - p3.y * (b2 + b3)
    c00 += b1 * b1
    c01 += b1 * b2 * (t0.x * t1.x + t0.y * t1.y)
    c11 += b2 * b2
    x0 += b1 * (t0.x * rx + t0.y * ry)
    x1 += b2 * (t1.x * rx + t1.y * ry)
  })
  const determinant = c00 * c11 - c01 * c01
  const chord = distance(p0, p3)
  let alpha = determinant === 0 ? 0 : (x0 * c11 - x1 * c01) / determinant
  let beta = determinant === 0 ? 0 : (c00 * x1 - c01 * x0) / determinant
  const floor = chord * 1e-3
  if (alpha < floor || beta < floor || alpha > chord * 3 || beta > chord * 3) {
    alpha = chord / 3
    beta = chord / 3
  }
  return { p0, p1: plus(p0, t0, alpha), p2: plus(p3, t1, beta), p3 }
}

function worstDeviation(
  points: readonly Point[],
  from: number,
  parameters: readonly number[],
  curve: Cubic,
): { readonly size: number; readonly index: number } {
  let size = 0
  let index = from + (parameters.length >> 1)
  parameters.forEach((u, i) => {
    const d = distance(at(curve, u), points[from + i]!)
    if (d > size) {
      size = d
      index = from + i
    }
  })
  return { size, index }
}

function newton(curve: Cubic, p: Point, u: number): number {
  const q = at(curve, u)
  const v = 1 - u
  const { p0, p1, p2, p3 } = curve
  const dx = 3 * (v * v * (p1.x - p0.x) + 2 * u * v * (p2.x - p1.x) + u * u * (p3.x - p2.x))
  const dy = 3 * (v * v * (p1.y - p0.y) + 2 * u * v * (p2.y - p1.y) + u * u * (p3.y - p2.y))
  const ddx = 6 * (v * (p2.x - 2 * p1.x + p0.x) + u * (p3.x - 2 * p2.x + p1.x))
  const ddy = 6 * (v * (p2.y - 2 * p1.y + p0.y) + u * (p3.y - 2 * p2.y + p1.y))
  const slope = dx * dx + dy * dy + (q.x - p.x) * ddx + (q.y - p.y) * ddy
  if (Math.abs(slope) < 1e-9) return u
  return Math.max(0, Math.min(1, u - ((q.x - p.x) * dx + (q.y - p.y) * dy) / slope))
}

/** The point of a curve at parameter `u` from 0 to 1. */
export function at({ p0, p1, p2, p3 }: Cubic, u: number): Point {
  const v = 1 - u
  const a = v * v * v
  const b = 3 * u * v * v
  const c = 3 * u * u * v
  const d = u * u * u
  return { x: a * p0.x + b * p1.x + c * p2.x + d * p3.x, y: a * p0.y + b * p1.y + c * p2.y + d * p3.y }
}

function endTangent(points: readonly Point[], index: number, step: 1 | -1): Point {
  const reach = Math.min(4, points.length - 1)
  return direction(points[index + step * reach]!, points[index]!)
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Unit vector towards `a` from `b`. */
function direction(a: Point, b: Point): Point {
  const length = distance(a, b) || 1
  return { x: (a.x - b.x) / length, y: (a.y - b.y) / length }
}

function negate(p: Point): Point {
  return { x: -p.x, y: -p.y }
}

function plus(p: Point, d: Point, length: number): Point {
  return { x: p.x + d.x * length, y: p.y + d.y * length }
}
