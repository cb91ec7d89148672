// Where the marks of a view's findings sit: at their exact spot, or spread around their region's anchor without overlap.
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'

export interface PlacedMark {
  readonly finding: Finding
  /** Centre in figure units. */
  readonly x: number
  readonly y: number
}

type Spot = Pick<PlacedMark, 'x' | 'y'>
type Box = Spot & { readonly width: number; readonly height: number }

/** How far a mark's number reaches to the right and up, in radii. */
const numberReach = 1.65

/** How far apart the centres of two marks in one region lie, in radii. */
const stepInRadii = 2.1

/**
 * Places the findings that were made in a view.
 * Several in one region stand in a row centred on its anchor; a fourth begins the next row.
 * @param figure the view's drawing
 * @param findings of the session, of any view
 * @param radius of a mark, in figure units
 * @param box the part of the drawing that is shown, in figure units; a mark of a region within it is kept within it
 * @returns marks in the order of the findings; findings whose region or spot is not shown are left out
 */
export function placeMarks(
  figure: FigureView,
  findings: readonly Finding[],
  radius: number,
  box: Box = { x: 0, y: 0, width: figure.width, height: figure.height },
): readonly PlacedMark[] {
  const isShown = ({ x, y }: Spot) => x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height
  const here = findings.filter((finding) => finding.view === figure.view)
  return here.flatMap((finding): readonly PlacedMark[] => {
    if (finding.point) return isShown(finding.point) ? [{ finding, ...finding.point }] : []
    const shape = figure.regions.find((region) => region.regionId === finding.regionId)
    if (!shape || !isShown(shape.anchor)) return []
    const group = here.filter((other) => other.regionId === finding.regionId && !other.point)
    const { dx, dy } = offsetInGroup(group.indexOf(finding), group.length)
    const step = radius * stepInRadii
    const x = clamp(shape.anchor.x + dx * step, box.x + radius, box.x + box.width - radius * numberReach)
    const y = clamp(shape.anchor.y + dy * step, box.y + radius * numberReach, box.y + box.height - radius)
    return [{ finding, x, y }]
  })
}

/**
 * The finding with an exact spot whose mark covers a place of the view, the topmost if several do.
 * @param radius of a mark, in figure units
 */
export const spotMarkAt = (findings: readonly Finding[], view: View, at: Spot, radius: number): Finding | undefined =>
  findings.findLast(
    (one) => one.view === view && one.point && Math.hypot(one.point.x - at.x, one.point.y - at.y) <= radius,
  )

/** For a drawing with coordinates of its own, where exact spots of the view mean nothing: marks sit in their regions. */
export const withoutSpots = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => (finding.point ? { ...finding, point: null } : finding))

const perRow = 3

function offsetInGroup(index: number, size: number): { dx: number; dy: number } {
  const rows = Math.ceil(size / perRow)
  const row = Math.floor(index / perRow)
  const inRow = Math.min(perRow, size - row * perRow)
  return { dx: (index % perRow) - (inRow - 1) / 2, dy: row - (rows - 1) / 2 }
}

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
