// Where a mark or a label sits well in a region: the pixel deepest inside it.
import type { LabelPicture } from './labels.ts'
import { depths } from './depths.ts'
import { density } from './raster.ts'

/** A point in units from the top left corner of the picture. */
export interface Anchor {
  readonly x: number
  readonly y: number
}

/** For every label the deepest point; labels in `central` are measured on the axis at the left edge of the picture. */
export function anchorsOf(picture: LabelPicture, central: ReadonlySet<number>): ReadonlyMap<number, Anchor> {
  const { columns, rows, labels } = picture
  const depth = depths(picture, (label) => central.has(label))
  const best = new Map<number, { depth: number; x: number; y: number }>()
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column
      const label = labels[i]!
      if (label === 0 || (central.has(label) && column > 0)) continue
      const found = best.get(label)
      if (!found || depth[i]! > found.depth) {
        const x = central.has(label) ? 0 : (column + 0.5) / density
        best.set(label, { depth: depth[i]!, x, y: (row + 0.5) / density })
      }
    }
  }
  return new Map([...best].map(([label, { x, y }]) => [label, { x: round(x), y: round(y) }]))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
