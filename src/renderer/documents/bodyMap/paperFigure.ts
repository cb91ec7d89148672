// The body as it is drawn on paper: the same figure with only as many points as a print seven centimetres high can show.
// A file repeats the figure hundreds of times, so every point that cannot be seen makes it slower to print and larger.
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** How far the drawing may lie off, in figure units: 0.03 mm on paper for lines, 0.08 mm for the faint tones. */
const lineTolerance = 0.4
const toneTolerance = 1.1
const stepsPerCurve = 6

const drawn = new Map<View, FigureView>()

/** The view of the figure for paper; computed once. Its paths are straight lines between whole-numbered points. */
export function paperFigure(view: View): FigureView {
  const known = drawn.get(view)
  if (known) return known
  const { outline, tones, regions, ...rest } = figure[view]
  const coarse: FigureView = {
    ...rest,
    outline: coarsePath(outline, lineTolerance),
    regions: regions.map((region) => ({ ...region, path: coarsePath(region.path, lineTolerance) })),
    tones: tones.map(({ tone, path }) => ({
      tone,
      path: coarsePath(path, tone === 'line' ? lineTolerance : toneTolerance),
    })),
  }
  drawn.set(view, coarse)
  return coarse
}

/**
 * A path of straight lines between whole-numbered points that stays within a tolerance of the given one.
 * @param path SVG path data of `M`, relative `c` and `z`, as the generated figure has them
 * @param tolerance in figure units; rounding to whole units adds up to 0.7
 */
export function coarsePath(path: string, tolerance: number): string {
  return path
    .split(/(?=M)/u)
    .map((ring) => {
      const points = simplified(flattened(ring), tolerance).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
      return written(points) + (/z\s*$/u.test(ring) ? 'z' : '')
    })
    .join('')
}

function flattened(ring: string): Point[] {
  const [start, ...curves] = ring
    .split(/[cz]/u)
    .map((part) => (part.match(/-?(?:\d+\.?\d*|\.\d+)/gu) ?? []).map(Number))
  const [x0 = 0, y0 = 0] = start ?? []
  const points: Point[] = [{ x: x0, y: y0 }]
  for (const numbers of curves) {
    for (let at = 0; at + 5 < numbers.length; at += 6) {
      const from = points[points.length - 1] as Point
      const [ax = 0, ay = 0, bx = 0, by = 0, dx = 0, dy = 0] = numbers.slice(at, at + 6)
      for (let step = 1; step <= stepsPerCurve; step++) {
        const t = step / stepsPerCurve
        const a = 3 * t * (1 - t) ** 2
        const b = 3 * t ** 2 * (1 - t)
        points.push({ x: from.x + a * ax + b * bx + t ** 3 * dx, y: from.y + a * ay + b * by + t ** 3 * dy })
      }
    }
  }
  return points
}

/** Leaves out points (Douglas and Peucker, 1973) that lie within the tolerance of the line through their neighbours. */
function simplified(points: readonly Point[], tolerance: number): Point[] {
  const first = points[0]
  const last = points[points.length - 1]
  if (!first || !last || points.length < 3) return [...points]
  let farthest = 0
  let distance = 0
  for (let index = 1; index < points.length - 1; index++) {
    const here = distanceFrom(points[index] as Point, first, last)
    if (here > distance) [farthest, distance] = [index, here]
  }
  if (distance <= tolerance) return [first, last]
  return [
    ...simplified(points.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplified(points.slice(farthest), tolerance),
  ]
}

function distanceFrom(point: Point, from: Point, to: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y)
  return Math.abs((to.x - from.x) * (from.y - point.y) - (from.x - point.x) * (to.y - from.y)) / length
}

function written(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1]
      if (!before) return `M${point.x} ${point.y}`
      const dx = point.x - before.x
      const dy = point.y - before.y
      return dx === 0 && dy === 0 ? '' : `l${dx} ${dy}`
    })
    .join('')
}
