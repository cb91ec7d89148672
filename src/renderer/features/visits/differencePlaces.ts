// Where the marks of differences stand on the views that are shown: each finding once, also when it was made elsewhere.
import { anchorsOf, isWithin, type Placed, placeOn, type ShownFigure } from '#renderer/figure/index.ts'
import type { Difference } from './differences.ts'

type Figure = Pick<ShownFigure, 'key' | 'view' | 'drawing' | 'box' | 'sharesPoints'>
type Spot = { readonly x: number; readonly y: number }

/** One mark, or a pile of several where there is no room for each. */
export type PlacedDifferences = Placed<Difference>

/**
 * Places each difference on the figure of the view in which its finding was made or, where that is not shown, on the
 * first one shown that has its region.
 * @param figures that are shown
 * @param radius of a mark, in figure units
 * @returns marks by the figure's key, in the order of the differences; what no shown figure has is left out
 */
export function placeDifferences(
  figures: readonly Figure[],
  differences: readonly Difference[],
  radius: number,
): ReadonlyMap<string, readonly PlacedDifferences[]> {
  const home = new Map(differences.map((difference) => [difference, homeOf(figures, difference)]))
  return new Map(
    figures.map((figure) => {
      const here = differences.flatMap((difference) => {
        if (home.get(difference) !== figure) return []
        const exact = exactSpot(figure, difference)
        const spot = exact ?? anchorOf(figure, difference)
        const { regionId } = difference.finding
        return spot ? [{ item: difference, regionId, spot, isExact: exact !== null }] : []
      })
      return [figure.key, placeOn({ drawing: figure.drawing, box: figure.box }, here, radius)]
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
  const anchor = anchorsOf(drawing).get(finding.regionId)
  return anchor && isWithin(anchor, box) ? anchor : null
}
