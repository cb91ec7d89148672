// Which strokes an eraser touches on its way.
import { strokeHit } from '#shared/domain/bodymap/strokeShape.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'

interface Place {
  readonly x: number
  readonly y: number
}

interface Bounds {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const boundsOf = new WeakMap<readonly number[], Bounds>()

function bounds(points: readonly number[]): Bounds {
  const known = boundsOf.get(points)
  if (known) return known
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i] ?? 0
    const y = points[i + 1] ?? 0
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const fresh = { left, right, top, bottom }
  boundsOf.set(points, fresh)
  return fresh
}

/**
 * The ids of the strokes that a round eraser touches between two places.
 * @param radius of the eraser and half the line together, in figure units
 */
export function strokesUnder(
  strokes: readonly Pick<Stroke, 'id' | 'points'>[],
  from: Place,
  to: Place,
  radius: number,
): readonly string[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / radius))
  const places = Array.from({ length: steps }, (_, k) => ({
    x: from.x + ((to.x - from.x) * (k + 1)) / steps,
    y: from.y + ((to.y - from.y) * (k + 1)) / steps,
  }))
  return strokes
    .filter(({ points }) => {
      const { left, right, top, bottom } = bounds(points)
      return places.some(
        ({ x, y }) =>
          x > left - radius &&
          x < right + radius &&
          y > top - radius &&
          y < bottom + radius &&
          strokeHit(points, x, y, radius),
      )
    })
    .map(({ id }) => id)
}
