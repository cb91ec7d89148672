// Where the marks of differences sit on the views that are shown: each finding once, also when it was made elsewhere.
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import type { ShownFigure } from '#renderer/features/bodymap/index.ts'
import type { Difference } from './differences.ts'
import { pushApart, type Movable } from './pushApart.ts'

export interface PlacedDifference {
  readonly difference: Difference
  /** Centre in figure units. */
  readonly x: number
  readonly y: number
}

type Figure = Pick<ShownFigure, 'key' | 'view' | 'drawing' | 'box' | 'sharesPoints'>
type Spot = FigureView['regions'][number]['anchor']

/** How far apart two marks in one region lie, in radii: their numbers stand out at the right. */
const stepAcross = 2.6
const stepDown = 2.6
const perRow = 3
/** Room above and at the right of a mark for its number, in radii. */
const headroom = 1.8

/**
 * Places each difference on the figure of the view in which its finding was made or, where that is not shown, on the
 * first one shown that has its region. Several in one region stand in rows of three.
 * @param figures that are shown
 * @param radius of a mark, in figure units
 * @returns marks by the figure's key, in the order of the differences; what no shown figure has is left out
 */
export function placeDifferences(
  figures: readonly Figure[],
  differences: readonly Difference[],
  radius: number,
): ReadonlyMap<string, readonly PlacedDifference[]> {
  const home = new Map(differences.map((difference) => [difference, homeOf(figures, difference)]))
  return new Map(
    figures.map((figure) => {
      const here = differences.filter((difference) => home.get(difference) === figure)
      return [figure.key, placeOn(figure, here, radius)]
    }),
  )
}

/** How many differences the figures show. */
export const countPlaced = (figures: readonly Figure[], differences: readonly Difference[]): number =>
  differences.filter((difference) => homeOf(figures, difference)).length

function homeOf(figures: readonly Figure[], difference: Difference): Figure | undefined {
  const having = figures.filter((figure) => exactSpot(figure, difference) ?? anchorOf(figure, difference))
  return (
    having.find((figure) => exactSpot(figure, difference)) ??
    having.find(({ view }) => view === difference.finding.view) ??
    having[0]
  )
}

/** Where the finding was put, if this figure shows that spot. */
function exactSpot({ view, box, sharesPoints }: Figure, { finding }: Difference): Spot | null {
  const { point } = finding
  return point && sharesPoints && view === finding.view && isWithin(point, box) ? point : null
}

function anchorOf({ drawing, box }: Figure, { finding }: Difference): Spot | null {
  const anchor = drawing.regions.find(({ regionId }) => regionId === finding.regionId)?.anchor
  return anchor && isWithin(anchor, box) ? anchor : null
}

const isWithin = ({ x, y }: Spot, box: Figure['box']) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

function placeOn(figure: Figure, differences: readonly Difference[], radius: number): readonly PlacedDifference[] {
  const wished = differences.flatMap((difference): readonly (PlacedDifference & Movable)[] => {
    const spot = exactSpot(figure, difference)
    const anchor = spot ?? anchorOf(figure, difference)
    if (!anchor) return []
    const group = differences.filter(
      (other) => other.finding.regionId === difference.finding.regionId && !exactSpot(figure, other),
    )
    const place = spot ?? inGroup(figure, anchor, group.indexOf(difference), group.length, radius)
    const size = { width: radius * stepAcross, height: radius * stepDown }
    return [
      {
        difference,
        ...place,
        ...size,
        isFixed: spot !== null,
        reach: radius * stepAcross,
        ...boundsOf(figure, anchor, radius),
      },
    ]
  })
  const places = pushApart(wished)
  return wished.map(({ difference, x, y }, index) => ({ difference, ...(places[index] ?? { x, y }) }))
}

/**
 * The spot of one of several marks in a region. Rows begin at the anchor and grow away from the body's midline; on the
 * midline itself, and where only one side is seen, they are centred.
 */
function inGroup({ drawing, box }: Figure, anchor: Spot, index: number, size: number, radius: number): Spot {
  const rows = Math.ceil(size / perRow)
  const row = Math.floor(index / perRow)
  const inRow = Math.min(perRow, size - row * perRow)
  const step = radius * stepAcross
  const length = (inRow - 1) * step
  const side = sideOf(drawing, anchor)
  const from = side === 0 ? -length / 2 : side < 0 ? -length : 0
  const left = clamp(anchor.x + from, box.x + radius, box.x + box.width - length - radius * headroom)
  return { x: left + (index % perRow) * step, y: anchor.y + (row - (rows - 1) / 2) * radius * stepDown }
}

/** How far a mark may be pushed: never over the midline, where it would name the other side. */
function boundsOf({ drawing, box }: Figure, anchor: Spot, radius: number): Pick<Movable, 'left' | 'right' | 'top'> {
  const side = sideOf(drawing, anchor)
  const middle = drawing.width / 2
  const [left, right] = [box.x + radius, box.x + box.width - radius * headroom]
  return {
    left: side > 0 ? Math.min(Math.max(left, middle + radius / 2), anchor.x) : left,
    right: side < 0 ? Math.max(Math.min(right, middle - radius / 2), anchor.x) : right,
    top: box.y + radius * headroom,
  }
}

/** −1 at the left of a drawing that shows both sides, 1 at its right, 0 on the midline and in views from the side. */
function sideOf({ view, width }: FigureView, { x }: Spot): number {
  if (view !== 'anterior' && view !== 'posterior') return 0
  const away = x - width / 2
  return Math.abs(away) < width * 0.01 ? 0 : Math.sign(away)
}

const clamp = (value: number, from: number, to: number) => Math.max(Math.min(value, to), from)
