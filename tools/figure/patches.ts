// Painting regions onto a flat chart of a body part: later patches lie on top of earlier ones.

/** A region painted over the inside of a polygon, in the chart's own two coordinates. */
export interface Patch {
  readonly key: string
  readonly corners: readonly (readonly [number, number])[]
}

/** A patch with the polygon's corners as a flat list: a0, b0, a1, b1, … */
export function patch(key: string, ...flat: readonly number[]): Patch {
  const corners: (readonly [number, number])[] = []
  for (let i = 0; i + 1 < flat.length; i += 2) corners.push([flat[i]!, flat[i + 1]!])
  return { key, corners }
}

/** The key of the topmost patch that covers the point, or undefined. */
export function painted(patches: readonly Patch[], a: number, b: number): string | undefined {
  for (let i = patches.length - 1; i >= 0; i--) {
    if (contains(patches[i]!.corners, a, b)) return patches[i]!.key
  }
  return undefined
}

/** Whether a polygon covers a point (even–odd rule). */
function contains(corners: readonly (readonly [number, number])[], a: number, b: number): boolean {
  let inside = false
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [ai, bi] = corners[i]!
    const [aj, bj] = corners[j]!
    if (bi > b !== bj > b && a < ((aj - ai) * (b - bi)) / (bj - bi) + ai) inside = !inside
  }
  return inside
}

/** Angle of a direction seen from above in degrees: 0 front, 90 outward, 180 back, −90 inward; from `from` to `from` + 360. */
export function turnAngle(outward: number, forward: number, from: number): number {
  const degrees = (Math.atan2(outward, forward) * 180) / Math.PI
  return degrees < from ? degrees + 360 : degrees
}

/** A value that changes linearly between stated points, for borders given as a broken line. */
export function along(points: readonly (readonly [number, number])[], at: number): number {
  const last = points[points.length - 1]!
  if (at <= points[0]![0]) return points[0]![1]
  for (let i = 1; i < points.length; i++) {
    const [a1, b1] = points[i]!
    const [a0, b0] = points[i - 1]!
    if (at <= a1) return b0 + ((b1 - b0) * (at - a0)) / (a1 - a0)
  }
  return last[1]
}
