// The outline of a freehand stroke as SVG path data.
import { getStroke } from 'perfect-freehand'

/** Figure units across at middle pressure. */
const thickness = 6
/** Thicker than a line, or a dot would hardly be visible. */
const dotDiameter = 9
/**
 * Points are put this close together around the corners of a line, so many before and so many after each: smoothing
 * goes only a part of the way from point to point, and would cut off corners that are far apart.
 */
const stride = 3
const strides = { after: 2, before: 5 } as const
/** The pressure of a device that reports none. */
const noPressure = 0.5

const known = new WeakMap<readonly number[], string>()

/**
 * The filled outline of a stroke. Where a pen reported its pressure the line follows it.
 * Computed once for each array of points: the array must never be changed.
 * @param points x, y, pressure, point after point; a single point is a dot
 */
export function strokePath(points: readonly number[]): string {
  const before = known.get(points)
  if (before !== undefined) return before
  const path = outlineOf(points)
  known.set(points, path)
  return path
}

/** Like {@link strokePath}, without the cache: for points that are still being added. */
export function outlineOf(points: readonly number[]): string {
  if (points.length === 3) return dot(points)
  const hasPressure = points.some((value, index) => index % 3 === 2 && value !== noPressure)
  return closedCurve(
    getStroke(withinReach(points), {
      size: thickness,
      // A stored line has no times, so pressure cannot be simulated from speed.
      thinning: hasPressure ? 0.6 : 0,
      simulatePressure: false,
      smoothing: 0.4,
      streamline: 0.25,
      last: true,
    }),
  )
}

/** The points as triples, with others between them where smoothing needs them. */
function withinReach(points: readonly number[]): number[][] {
  const close: number[][] = []
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i] ?? 0
    const y = points[i + 1] ?? 0
    const pressure = points[i + 2] ?? noPressure
    const [fromX = x, fromY = y, fromPressure = pressure] = close.at(-1) ?? []
    const length = Math.hypot(x - fromX, y - fromY)
    for (const way of waysAlong(length)) {
      const t = way / length
      close.push([fromX + (x - fromX) * t, fromY + (y - fromY) * t, fromPressure + (pressure - fromPressure) * t])
    }
    close.push([x, y, pressure])
  }
  return close
}

/** Where points are put on the way from one to the next: evenly on a short way, at both ends of a long one. */
function waysAlong(length: number): readonly number[] {
  const steps = Math.ceil(length / stride)
  const { after, before } = strides
  const all = Array.from({ length: Math.max(0, Math.min(steps - 1, after + before)) }, (_, k) => k + 1)
  if (steps - 1 <= after + before) return all.map((k) => (k * length) / steps)
  return all.map((k) => (k <= after ? k * stride : length - (after + before + 1 - k) * stride))
}

function dot([x = 0, y = 0]: readonly number[]): string {
  const radius = dotDiameter / 2
  const half = `a${radius} ${radius} 0 1 0`
  return `M${tenths(x - radius)} ${tenths(y)}${half} ${dotDiameter} 0${half} ${-dotDiameter} 0Z`
}

const tenths = (value: number) => String(Math.round(value * 10) / 10)

/** A smooth closed line that touches the middle between each two corners. */
function closedCurve(corners: readonly (readonly number[])[]): string {
  const parts = corners.map(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = corners[(index + 1) % corners.length] ?? []
    return `${tenths(x)} ${tenths(y)} ${tenths((x + nextX) / 2)} ${tenths((y + nextY) / 2)}`
  })
  const [x = 0, y = 0] = corners[0] ?? []
  const [lastX = x, lastY = y] = corners.at(-1) ?? []
  return parts.length === 0 ? '' : `M${tenths((x + lastX) / 2)} ${tenths((y + lastY) / 2)}Q${parts.join(' ')}Z`
}
