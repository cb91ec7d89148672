// Which region of a drawing is at a point: computed from the drawing alone, without a screen.
import { figure } from './figure.generated.ts'
import type { FigureView, View } from './figure.ts'
import type { RegionId } from './regions.ts'

/** Line segments per curve. At 8 they deviate from it by less than a tenth of a unit. */
const piecesPerCurve = 8

interface Area {
  readonly regionId: RegionId
  /** Closed outlines, each x, y after x, y. */
  readonly rings: readonly Float64Array[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const areasOf = new WeakMap<FigureView, readonly Area[]>()

/**
 * The region of a view at a point in figure units, or null beside the body.
 * For close-ups that share their view's points (see `Inset`), call it with that view.
 */
export function regionAt(view: View, x: number, y: number): RegionId | null {
  return regionIn(figure[view], x, y)
}

/** Like {@link regionAt} for any drawing, such as the enlarged feet. */
export function regionIn(drawing: FigureView, x: number, y: number): RegionId | null {
  for (const area of areas(drawing)) {
    if (x < area.left || x > area.right || y < area.top || y > area.bottom) continue
    if (covers(area.rings, x, y)) return area.regionId
  }
  return null
}

/** The middle of the smallest box around each region of a drawing, in figure units. It may lie in another region. */
export const boxMiddles = (drawing: FigureView): ReadonlyMap<RegionId, { readonly x: number; readonly y: number }> =>
  new Map(
    areas(drawing).map(({ regionId, left, right, top, bottom }) => [
      regionId,
      { x: (left + right) / 2, y: (top + bottom) / 2 },
    ]),
  )

function areas(drawing: FigureView): readonly Area[] {
  const known = areasOf.get(drawing)
  if (known) return known
  const fresh = drawing.regions.map(({ regionId, path }): Area => {
    const rings = ringsOf(path)
    const xs = rings.flatMap((ring) => [...ring].filter((_, index) => index % 2 === 0))
    const ys = rings.flatMap((ring) => [...ring].filter((_, index) => index % 2 === 1))
    return {
      regionId,
      rings,
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    }
  })
  areasOf.set(drawing, fresh)
  return fresh
}

/** The outlines of path data as the figure's generator writes it: `M`, relative `c` and `z` only. */
function ringsOf(path: string): readonly Float64Array[] {
  return path
    .split('z')
    .filter((part) => part !== '')
    .map((part) => {
      const [x = 0, y = 0, ...curves] = [...part.matchAll(/-?\d*\.?\d+/g)].map(Number)
      const ring = [x, y]
      for (let i = 0; i + 5 < curves.length; i += 6) addCurve(ring, curves.slice(i, i + 6))
      return Float64Array.from(ring)
    })
}

function addCurve(ring: number[], [ax = 0, ay = 0, bx = 0, by = 0, ex = 0, ey = 0]: readonly number[]): void {
  const x = ring.at(-2) ?? 0
  const y = ring.at(-1) ?? 0
  for (let k = 1; k <= piecesPerCurve; k++) {
    const t = k / piecesPerCurve
    const near = 3 * (1 - t) ** 2 * t
    const far = 3 * (1 - t) * t ** 2
    // Rounded back to the grid at the end of a curve, or errors would add up along the outline.
    const isEnd = k === piecesPerCurve
    ring.push(
      isEnd ? Math.round((x + ex) * 100) / 100 : x + near * ax + far * bx + t ** 3 * ex,
      isEnd ? Math.round((y + ey) * 100) / 100 : y + near * ay + far * by + t ** 3 * ey,
    )
  }
}

function covers(rings: readonly Float64Array[], x: number, y: number): boolean {
  let isInside = false
  for (const ring of rings) {
    let ax = ring.at(-2) ?? 0
    let ay = ring.at(-1) ?? 0
    for (let i = 0; i < ring.length; i += 2) {
      const bx = ring[i] ?? 0
      const by = ring[i + 1] ?? 0
      if (by > y !== ay > y && x < ((ax - bx) * (y - by)) / (ay - by) + bx) isInside = !isInside
      ax = bx
      ay = by
    }
  }
  return isInside
}
