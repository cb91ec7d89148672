// Strokes of the demo practice, drawn as by hand: a ring around a place, a line along a muscle.
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { regionAt } from '#shared/domain/bodymap/regionAtPoint.ts'
import type { Random } from './random.ts'

interface Spot {
  readonly x: number
  readonly y: number
}

/** A point well inside a region of a view, in figure units. */
function anchorOf(view: View, regionId: string): Spot {
  const shape = figure[view].regions.find((region) => region.regionId === regionId)
  if (!shape) throw new RangeError(`${regionId} is not seen in the ${view} view`)
  return shape.anchor
}

/** The exact spot that is marked in a region: beside its middle, and the same at every visit. */
export function spotIn(view: View, regionId: string): Spot {
  const { x, y } = anchorOf(view, regionId)
  const outwards = x < figure[view].width / 2 ? -1 : 1
  const beside = { x: x + 3.5 * outwards, y: y - 4 }
  return regionAt(view, beside.x, beside.y) === regionId ? beside : { x, y }
}

/** The pressure of a pen from setting down to lifting, 0–1, for a share of the way. */
const pressureAt = (random: Random, share: number) =>
  Math.min(1, Math.max(0.1, 0.25 + 0.45 * Math.sin(Math.PI * share) + random.next() * 0.06))

const rounded = (value: number) => Math.round(value * 100) / 100

const points = (random: Random, way: readonly Spot[]): number[] =>
  way.flatMap(({ x, y }, index) => [
    rounded(x),
    rounded(y),
    rounded(pressureAt(random, way.length > 1 ? index / (way.length - 1) : 0.5)),
  ])

/** A ring around the middle of a region, drawn a little beyond its beginning. x, y, pressure, point after point. */
export function ringAround(random: Random, view: View, regionId: string): number[] {
  const { x, y } = anchorOf(view, regionId)
  const [wide, high] = [13 + random.next() * 5, 11 + random.next() * 5]
  const [start, lean, slip] = [random.next() * 6.28, random.next() * 0.4 - 0.2, random.next() * 1.6]
  const steps = 44
  const way = Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps
    const angle = start + share * 2 * Math.PI * 1.08
    // A hand never closes a ring quite where it began.
    const reach = 1 + 0.05 * Math.sin(3 * angle + lean * 9) + 0.03 * slip * share
    return {
      x: x + reach * (wide * Math.cos(angle) + lean * high * Math.sin(angle)),
      y: y + reach * high * Math.sin(angle),
    }
  })
  return points(random, way)
}

/** A line from region to region through their middles, as smooth as a hand. x, y, pressure, point after point. */
export function lineThrough(random: Random, view: View, regionIds: readonly string[]): number[] {
  const stations = regionIds.map((regionId) => anchorOf(view, regionId))
  const at = (index: number): Spot => {
    const spot = stations[Math.min(stations.length - 1, Math.max(0, index))]
    if (!spot) throw new RangeError('a line through nothing')
    return spot
  }
  const perPart = 14
  const sway = random.next() * 6.28
  const way = stations.slice(1).flatMap((_, part) =>
    Array.from({ length: perPart }, (__, step) => {
      const share = step / perPart
      const between = (axis: 'x' | 'y') =>
        catmullRom(at(part - 1)[axis], at(part)[axis], at(part + 1)[axis], at(part + 2)[axis], share)
      return { x: between('x') + 0.7 * Math.sin(sway + (part * perPart + step) / 4), y: between('y') }
    }),
  )
  return points(random, [...way, at(stations.length - 1)])
}

/** The curve through four values between the second and the third (Catmull and Rom, 1974). */
const catmullRom = (a: number, b: number, c: number, d: number, share: number) =>
  b + 0.5 * share * (c - a + share * (2 * a - 5 * b + 4 * c - d + share * (3 * (b - c) + d - a)))
