// Where the marks of differences sit on the views that are shown: each finding once, also when it was made elsewhere.
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import type { ShownFigure } from '#renderer/features/bodymap/index.ts'
import type { Difference } from './differences.ts'

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
const stepDown = 2.3
const perRow = 3

/**
 * Places each difference on the figure of the view in which its finding was made or, where that is not shown, on the
 * first one shown that has its region. Several in one region stand in rows of three around its anchor.
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
  const { box } = figure
  return differences.flatMap((difference): readonly PlacedDifference[] => {
    const spot = exactSpot(figure, difference)
    if (spot) return [{ difference, x: spot.x, y: spot.y }]
    const anchor = anchorOf(figure, difference)
    if (!anchor) return []
    const group = differences.filter(
      (other) => other.finding.regionId === difference.finding.regionId && !exactSpot(figure, other),
    )
    const { dx, dy } = offsetInGroup(group.indexOf(difference), group.length)
    const x = anchor.x + dx * radius * stepAcross
    return [
      {
        difference,
        x: clamp(x, box.x + radius, box.x + box.width - radius * 1.8),
        y: anchor.y + dy * radius * stepDown,
      },
    ]
  })
}

/** Steps from the middle of the group, each row centred by itself. */
function offsetInGroup(index: number, size: number): { readonly dx: number; readonly dy: number } {
  const rows = Math.ceil(size / perRow)
  const row = Math.floor(index / perRow)
  const inRow = Math.min(perRow, size - row * perRow)
  return { dx: (index % perRow) - (inRow - 1) / 2, dy: row - (rows - 1) / 2 }
}

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
