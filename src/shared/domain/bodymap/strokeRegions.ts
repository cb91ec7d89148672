// Which regions a freehand stroke runs over.
import { regionAt } from './regionAtPoint.ts'
import type { RegionId } from './regions.ts'
import type { Stroke } from './marks.ts'

/** Figure units between two samples: finer than the narrowest region, a finger. */
const stride = 3

const known = new WeakMap<readonly number[], readonly RegionId[]>()

/**
 * The regions under the line of a stroke, each once, in the order of the line.
 * Empty for a stroke beside the body.
 */
export function strokeRegionIds({ view, points }: Pick<Stroke, 'view' | 'points'>): readonly RegionId[] {
  const before = known.get(points)
  if (before) return before
  const ids = new Set<RegionId>()
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i] ?? 0
    const y = points[i + 1] ?? 0
    // The first point has no segment before it: it is checked alone.
    const fromX = points[i - 3] ?? x
    const fromY = points[i - 2] ?? y
    const looks = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / stride))
    for (let k = 1; k <= looks; k++) {
      const id = regionAt(view, fromX + ((x - fromX) * k) / looks, fromY + ((y - fromY) * k) / looks)
      if (id !== null) ids.add(id)
    }
  }
  const fresh = [...ids]
  known.set(points, fresh)
  return fresh
}
