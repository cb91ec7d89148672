// The shape of a freehand stroke: simplifying it, rounding it for storage, and what an eraser touches.
import { strokePointLimit } from './marks.ts'

/**
 * How far a stroke may deviate after each of two passes, in figure units: together half a millimetre of the body, less
 * than a screen shows.
 */
const tolerance = 0.125
/** This distance in figure units counts as much as the whole range of pressure: about the width that pressure adds. */
const pressureWeight = 4
/** Points per chunk. Limits the work for the worst of shapes. */
const chunkPoints = 128

/**
 * Leaves out points that lie within a quarter of a figure unit of the line through their neighbours, in place and in
 * pressure (Douglas and Peucker, 1973); then, while there are still too many, those that change the shape least.
 * The first and the last point stay.
 * @param points x, y, pressure, point after point
 * @param limit the most points that are left, at least 2
 * @returns triples again; the same points in the same order, fewer of them
 */
export function simplifyStroke(points: readonly number[], limit: number = strokePointLimit): readonly number[] {
  const most = Math.max(2, limit)
  // The second pass finds the ends of the first one's chunks, which had to stay, among their neighbours.
  const simple = keepWeightiest(keepWeightiest(points, most), most)
  return simple.length / 3 > most ? simplifyStroke(simple, most) : simple
}

function keepWeightiest(points: readonly number[], limit: number): readonly number[] {
  const count = Math.floor(points.length / 3)
  if (count <= 2) return points
  // Large strokes are first brought to a fiftieth: their chunks' ends, which always stay, must leave room for others.
  const target = Math.max(limit, Math.ceil(count / 50))
  const weights = weightsOf(
    points,
    count,
    count <= 1024 ? count : Math.max(chunkPoints, Math.ceil((2 * count) / target)),
  )
  const bar = Math.max(tolerance, count > target ? lastOfLargest(weights, target) : 0)
  const kept: number[] = []
  let room = target
  for (let index = 0; index < count; index++) {
    const isEnd = index === 0 || index === count - 1
    // One place is held for the last point: where many weigh the same, the bar alone lets too many through.
    if (!isEnd && ((weights[index] as number) <= bar || room <= 1)) continue
    kept.push(points[index * 3] as number, points[index * 3 + 1] as number, points[index * 3 + 2] as number)
    room--
  }
  return kept
}

/** The weight above which at most `count` weights lie. */
function lastOfLargest(weights: Float64Array, count: number): number {
  return weights.toSorted()[weights.length - count] as number
}

/** For each point the tolerance up to which it is needed; infinite at the ends of chunks. */
function weightsOf(points: readonly number[], count: number, chunk: number): Float64Array {
  const weights = new Float64Array(count)
  for (let from = 0; from < count - 1; from += chunk) {
    const to = Math.min(from + chunk, count - 1)
    weights[from] = weights[to] = Infinity
    weighBetween(points, from, to, weights)
  }
  return weights
}

function weighBetween(points: readonly number[], first: number, last: number, weights: Float64Array): void {
  const waiting = [first, last]
  while (waiting.length > 0) {
    const to = waiting.pop() as number
    const from = waiting.pop() as number
    if (to - from < 2) continue
    let farthest = from + 1
    let square = -1
    for (let index = from + 1; index < to; index++) {
      const here = squareFrom(points, index, from, to)
      if (here > square) [farthest, square] = [index, here]
    }
    // Never more than what its neighbours on either side weigh, so that a lower bar only ever adds points.
    weights[farthest] = Math.min(Math.sqrt(square), weights[from] as number, weights[to] as number)
    waiting.push(from, farthest, farthest, to)
  }
}

/** The squared distance of a point from the straight line between two others, in x, y and weighted pressure. */
function squareFrom(points: readonly number[], index: number, from: number, to: number): number {
  const ax = points[from * 3] as number
  const ay = points[from * 3 + 1] as number
  const az = (points[from * 3 + 2] as number) * pressureWeight
  const bx = (points[to * 3] as number) - ax
  const by = (points[to * 3 + 1] as number) - ay
  const bz = (points[to * 3 + 2] as number) * pressureWeight - az
  const px = (points[index * 3] as number) - ax
  const py = (points[index * 3 + 1] as number) - ay
  const pz = (points[index * 3 + 2] as number) * pressureWeight - az
  const length = bx * bx + by * by + bz * bz
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * bx + py * by + pz * bz) / length))
  return (px - along * bx) ** 2 + (py - along * by) ** 2 + (pz - along * bz) ** 2
}

/**
 * Whether a round eraser touches a stroke.
 * @param points x, y, pressure, point after point
 * @param x centre of the eraser in figure units
 * @param y as x
 * @param radius of the eraser, and half the stroke's width with it, in figure units
 */
export function strokeHit(points: readonly number[], x: number, y: number, radius: number): boolean {
  for (let at = 0; at + 2 < points.length; at += 3) {
    const ax = points[at] as number
    const ay = points[at + 1] as number
    const bx = (points[at + 3] ?? ax) - ax
    const by = (points[at + 4] ?? ay) - ay
    const length = bx * bx + by * by
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * bx + (y - ay) * by) / length))
    if ((x - ax - along * bx) ** 2 + (y - ay - along * by) ** 2 <= radius * radius) return true
  }
  return false
}

/**
 * Rounds a stroke to a useful precision: 0.1 figure units (0.2 mm of the body) and 0.01 of pressure, which also restores
 * the decimal numbers that were stored as 32-bit floats.
 * @param points x, y, pressure, point after point
 */
export const roundStroke = (points: readonly number[]): readonly number[] =>
  // `+ 0` makes a negative zero an ordinary one: the two would sign differently.
  points.map((number, index) => Math.round(number * scales[index % 3]!) / scales[index % 3]! + 0)

const scales = [10, 10, 100] as const
