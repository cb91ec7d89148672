// Where the marks of a view stand: at their exact spots or on their regions, fanned out where they would hide each other.
import { fanOut, type FannedMark, type FanSpot, type Footprint } from '#shared/domain/bodymap/fan.ts'
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'

type Box = FanSpot & { readonly width: number; readonly height: number }

/** One thing to be marked on a drawing. */
export interface ToPlace<Item> {
  readonly item: Item
  readonly regionId: RegionId
  readonly spot: FanSpot
  /** Whether the spot was set as such; otherwise it stands for the region. */
  readonly isExact: boolean
}

/** One mark, or a pile of several where there is no room for each. */
export interface Placed<Item> extends FanSpot {
  /** At least one, in the order given. */
  readonly items: readonly [Item, ...Item[]]
  /** Where lines lead from the mark: to what it marks and does not cover. */
  readonly ends: FannedMark['ends']
  /** Whether it does not stand on what it marks, so that a press on it is not a press on that region. */
  readonly isAway: boolean
}

/** A drawing, and the part of it that is shown. */
export interface PlacedOn {
  readonly drawing: FigureView
  readonly box: Box
  /** Where R and L stand, in figure units: no mark is moved onto them. */
  readonly lettersAt?: readonly Box[]
}

/** How far a mark reaches with its number at its upper right, in radii. */
export const usualFootprint: Footprint = { left: 1.2, right: 1.68, up: 1.58, down: 1.2 }

/**
 * Places anything on a drawing so that nothing hides anything else.
 * @param radius of a mark, in figure units
 * @param footprintOf how far the mark reaches on a side of the body (−1 at the left, 1 at the right), in radii
 */
export function placeOn<Item>(
  { drawing, box, lettersAt = [] }: PlacedOn,
  things: readonly ToPlace<Item>[],
  radius: number,
  footprintOf: (item: Item, side: number) => Footprint = () => usualFootprint,
): readonly Placed<Item>[] {
  const middle = drawing.width / 2
  const marks = things.map(({ item, regionId, spot, isExact }) => {
    const side = sideOf(drawing, spot)
    return {
      spot,
      isExact,
      region: regionId,
      footprint: scaled(footprintOf(item, side), radius),
      // Beyond the midline it would suggest the other side.
      least: side > 0 ? Math.min(middle + radius / 2, spot.x) : box.x,
      most: side < 0 ? Math.max(middle - radius / 2, spot.x) : box.x + box.width,
    }
  })
  return fanOut(marks, { frame: box, lettersAt, radius, middle }).map(({ x, y, members, ends }) => {
    const own = members.map((index) => things[index] as ToPlace<Item>)
    const isHome = ({ regionId, spot, isExact }: ToPlace<Item>) =>
      isExact ? Math.hypot(spot.x - x, spot.y - y) <= radius : isOn(drawing, regionId, spot, { x, y })
    const isAway = !own.every(isHome)
    return {
      x,
      y,
      items: own.map(({ item }) => item) as [Item, ...Item[]],
      // Within its own region a mark needs no line.
      ends: isAway ? ends : ends.filter((end) => end.isExact),
      isAway,
    }
  })
}

/** Whether a place is the middle of a region or lies in it. */
const isOn = (drawing: FigureView, regionId: RegionId, middle: FanSpot, { x, y }: FanSpot) =>
  (x === middle.x && y === middle.y) || regionIn(drawing, x, y) === regionId

/** Findings as marks on a drawing: those of its view whose spot, or the middle of whose region, is shown. */
export type PlacedMark = Placed<Finding>

/**
 * Places the findings that were made in a view.
 * @param findings of the session, of any view
 * @param radius of a mark, in figure units
 */
export function placeMarks(on: PlacedOn, findings: readonly Finding[], radius: number): readonly PlacedMark[] {
  return placeOn(on, marksToPlace(on, findings), radius)
}

/** Those of the findings that the drawing shows, each with its spot. */
export function marksToPlace({ drawing, box }: PlacedOn, findings: readonly Finding[]): readonly ToPlace<Finding>[] {
  const anchors = anchorsOf(drawing)
  return findings.flatMap((finding) => {
    if (finding.view !== drawing.view) return []
    const spot = finding.point ?? anchors.get(finding.regionId)
    if (!spot || !isWithin(spot, box)) return []
    return [{ item: finding, regionId: finding.regionId, spot, isExact: finding.point !== null }]
  })
}

const known = new WeakMap<FigureView, ReadonlyMap<RegionId, FanSpot>>()

/** The middle of each region of a drawing. */
export function anchorsOf(drawing: FigureView): ReadonlyMap<RegionId, FanSpot> {
  const anchors = known.get(drawing) ?? new Map(drawing.regions.map(({ regionId, anchor }) => [regionId, anchor]))
  known.set(drawing, anchors)
  return anchors
}

export const isWithin = ({ x, y }: FanSpot, box: Box): boolean =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height

/** −1 at the left of a drawing that shows both sides, 1 at its right, 0 on the midline and in views from the side. */
function sideOf({ view, width }: FigureView, { x }: FanSpot): number {
  if (view !== 'anterior' && view !== 'posterior') return 0
  const away = x - width / 2
  return Math.abs(away) < width * 0.01 ? 0 : Math.sign(away)
}

const scaled = ({ left, right, up, down }: Footprint, radius: number): Footprint => ({
  left: left * radius,
  right: right * radius,
  up: up * radius,
  down: down * radius,
})

/** Any mark that covers a place, the topmost if several do. */
export const markAt = (marks: readonly PlacedMark[], at: FanSpot, radius: number): PlacedMark | undefined =>
  marks.findLast(({ x, y }) => Math.hypot(x - at.x, y - at.y) <= radius)

/**
 * The mark that covers a place and can be pressed itself: it stands at an exact spot, away from what it marks, or is a
 * pile. A mark on its region is pressed with the region.
 */
export const ownMarkAt = (marks: readonly PlacedMark[], at: FanSpot, radius: number): PlacedMark | undefined => {
  const own = marks.filter(({ isAway, items }) => isAway || items.length > 1 || items[0].point !== null)
  return markAt(own, at, radius)
}

/** For a drawing with coordinates of its own, where exact spots of the view mean nothing: marks stand on their regions. */
export const withoutSpots = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => (finding.point ? { ...finding, point: null } : finding))
