// Where the marks of a view's findings sit: at their exact spot, or spread around their region's anchor without overlap.
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'

export interface PlacedMark {
  readonly finding: Finding
  /** Centre in figure units. */
  readonly x: number
  readonly y: number
}

/** How far apart the centres of two marks in one region lie, in radii. */
const stepInRadii = 2.1

/**
 * Places the findings that were made in a view.
 * Several in one region stand in a row centred on its anchor; a fourth begins the next row.
 * @param figure the view's drawing
 * @param findings of the session, of any view
 * @param radius of a mark, in figure units
 * @returns marks in the order of the findings; findings whose region the view does not show are left out
 */
export function placeMarks(figure: FigureView, findings: readonly Finding[], radius: number): readonly PlacedMark[] {
  const here = findings.filter((finding) => finding.view === figure.view)
  return here.flatMap((finding): readonly PlacedMark[] => {
    if (finding.point) return [{ finding, ...finding.point }]
    const shape = figure.regions.find((region) => region.regionId === finding.regionId)
    if (!shape) return []
    const group = here.filter((other) => other.regionId === finding.regionId && !other.point)
    const { dx, dy } = offsetInGroup(group.indexOf(finding), group.length)
    const step = radius * stepInRadii
    return [
      { finding, x: clamp(shape.anchor.x + dx * step, radius, figure.width - radius), y: shape.anchor.y + dy * step },
    ]
  })
}

const perRow = 3

function offsetInGroup(index: number, size: number): { dx: number; dy: number } {
  const rows = Math.ceil(size / perRow)
  const row = Math.floor(index / perRow)
  const inRow = Math.min(perRow, size - row * perRow)
  return { dx: (index % perRow) - (inRow - 1) / 2, dy: row - (rows - 1) / 2 }
}

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
