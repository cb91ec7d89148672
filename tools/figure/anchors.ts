// Where a mark or a label sits well in a region: the pixel deepest inside it.
import type { LabelPicture } from './labels.ts'
import { density } from './raster.ts'

/** A point in units from the top left corner of the picture. */
export interface Anchor {
  readonly x: number
  readonly y: number
}

/** For every label the deepest point; labels in `central` are measured on the axis at the left edge of the picture. */
export function anchorsOf(picture: LabelPicture, central: ReadonlySet<number>): ReadonlyMap<number, Anchor> {
  const { columns, rows, labels } = picture
  const depth = depths(picture, central)
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

/** Distance of every pixel to the nearest other label, by two sweeps. */
function depths({ columns, rows, labels }: LabelPicture, central: ReadonlySet<number>): Float32Array {
  const depth = new Float32Array(labels.length).fill(1e6)
  const reach = (i: number, row: number, column: number, dr: number, dc: number): void => {
    const r = row + dr
    const c = column + dc
    // Across the axis lies the other half of the same region.
    if (c < 0 && central.has(labels[i]!)) return
    const step = dr !== 0 && dc !== 0 ? Math.SQRT2 : 1
    const outside = r < 0 || c < 0 || r >= rows || c >= columns || labels[r * columns + c] !== labels[i]
    depth[i] = Math.min(depth[i]!, outside ? step / 2 : depth[r * columns + c]! + step)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column
      reach(i, row, column, 0, -1)
      reach(i, row, column, -1, -1)
      reach(i, row, column, -1, 0)
      reach(i, row, column, -1, 1)
    }
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const i = row * columns + column
      reach(i, row, column, 0, 1)
      reach(i, row, column, 1, 1)
      reach(i, row, column, 1, 0)
      reach(i, row, column, 1, -1)
    }
  }
  return depth
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
