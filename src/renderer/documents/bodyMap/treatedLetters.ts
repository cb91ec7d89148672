// How treated areas are distinguished on paper: a letter and a direction of hatching each, and the letters' places.
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import { regionById } from '#shared/domain/bodymap/regions.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import type { Hatching } from './hatch.ts'
import type { Spot } from './severityPlaces.ts'

/** Slantwise only one way: both ways is the sign of a no-go region, also where two areas overlap. */
const directions: readonly Hatching[] = ['rising', 'level', 'upright']

/** The hatching of the nth treated area of a session, from 0. */
export const hatchingOf = (index: number): Hatching => directions[index % directions.length] as Hatching

/** A to Z, then A2, B2 and so on. */
export const letterOf = (index: number): string =>
  String.fromCharCode(65 + (index % 26)) + (index < 26 ? '' : `${Math.floor(index / 26) + 1}`)

/**
 * Where the letters of treated areas stand in a view: one for each side of the body that an area is seen on, in the
 * region nearest to the middle of it that has room beside the marks.
 * @param figure the view's drawing
 * @param areas of the session, in order
 * @param taken centres of the marks, in figure units
 * @param radius of the marks
 */
export function letterPlaces(
  figure: FigureView,
  areas: readonly TreatedArea[],
  taken: readonly Spot[],
  radius: number,
): readonly (Spot & { readonly index: number })[] {
  const occupied = [...taken]
  return areas.flatMap(({ regionIds }, index) => {
    const seen = figure.regions.filter(({ regionId }) => regionIds.includes(regionId))
    const sides = new Set(seen.map(({ regionId }) => regionById(regionId)?.side))
    return [...sides].map((side) => {
      const anchors = seen.filter(({ regionId }) => regionById(regionId)?.side === side).map(({ anchor }) => anchor)
      const spot = freeSpot(anchors, occupied, radius)
      occupied.push(spot)
      return { index, ...spot }
    })
  })
}

function freeSpot(anchors: readonly Spot[], occupied: readonly Spot[], radius: number): Spot {
  const middle = {
    x: anchors.reduce((sum, { x }) => sum + x, 0) / anchors.length,
    y: anchors.reduce((sum, { y }) => sum + y, 0) / anchors.length,
  }
  const nearest = anchors.toSorted((one, other) => distance(one, middle) - distance(other, middle))
  const beside = nearest.flatMap(({ x, y }) => [
    { x, y },
    { x, y: y + radius * 2.2 },
    { x, y: y - radius * 2.2 },
  ])
  const isFree = (spot: Spot) => occupied.every((other) => distance(spot, other) >= radius * 2)
  return beside.find(isFree) ?? (nearest[0] as Spot)
}

const distance = (one: Spot, other: Spot) => Math.hypot(one.x - other.x, one.y - other.y)
