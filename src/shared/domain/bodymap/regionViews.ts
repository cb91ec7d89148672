// Which views show regions, and which of them shows most.
import { figure } from './figure.generated.ts'
import { views, type View } from './figure.ts'
import type { RegionId } from './regions.ts'

/** The views in which any of the regions is seen; the one that shows the most of their area first. */
export function bestViews(regionIds: readonly RegionId[]): readonly View[] {
  const shown = views.map((view) => ({
    view,
    area: regionIds.reduce((sum, regionId) => sum + areaIn(view, regionId), 0),
  }))
  return shown
    .filter(({ area }) => area > 0)
    .toSorted((one, other) => other.area - one.area)
    .map(({ view }) => view)
}

const known = new Map<string, number>()

function areaIn(view: View, regionId: RegionId): number {
  const key = `${view} ${regionId}`
  const stored = known.get(key)
  if (stored !== undefined) return stored
  const area = areaOf(figure[view].regions.find((shape) => shape.regionId === regionId)?.path ?? '')
  known.set(key, area)
  return area
}

/** Roughly: by the polygon of the curves' ends, which is precise enough to distinguish a front from a rim. */
function areaOf(path: string): number {
  return path
    .split('z')
    .reduce((sum, ring) => sum + Math.abs(ringArea((ring.match(/-?(?:\d+\.?\d*|\.\d+)/gu) ?? []).map(Number))), 0)
}

/** The signed area of `M x y`, which shifts it only, and relative cubic curves, as the generated figure has them. */
function ringArea([, , ...curves]: readonly number[]): number {
  let [x, y, twice] = [0, 0, 0]
  for (let at = 0; at + 5 < curves.length; at += 6) {
    const [nextX, nextY] = [x + (curves[at + 4] as number), y + (curves[at + 5] as number)]
    twice += x * nextY - nextX * y
    ;[x, y] = [nextX, nextY]
  }
  return twice / 2
}
