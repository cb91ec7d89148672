// The shapes in which regions can be hit: their own, and a speck in the middle of their box. There voice control and
// other tools click that only know a control's box; a crescent such as the gluteus maximus has a neighbour there.
import type { FigureView, RegionShape } from '#shared/domain/bodymap/figure.ts'
import { boxMiddles, regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'

/** Where a region has its speck; those whose middle is their own need none. */
export type Specks = ReadonlyMap<RegionId, { readonly x: number; readonly y: number }>

const known = new WeakMap<FigureView, Specks>()

export function specksOf(drawing: FigureView): Specks {
  const specks =
    known.get(drawing) ?? new Map([...boxMiddles(drawing)].filter(([id, { x, y }]) => regionIn(drawing, x, y) !== id))
  known.set(drawing, specks)
  return specks
}

/** In the order in which they must lie above each other: the specks of some are in the middle of others. */
export const hitOrder = (shapes: readonly RegionShape[], specks: Specks): readonly RegionShape[] => [
  ...shapes.filter(({ regionId }) => !specks.has(regionId)),
  ...shapes.filter(({ regionId }) => specks.has(regionId)),
]

/** @param size half of the speck's side, in figure units */
export function hitPath({ regionId, path }: RegionShape, specks: Specks, size: number): string {
  const speck = specks.get(regionId)
  if (!speck) return path
  return `${path}M${(speck.x - size).toFixed(1)} ${(speck.y - size).toFixed(1)}h${2 * size}v${2 * size}h${-2 * size}z`
}
