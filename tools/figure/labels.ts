// The picture of regions: one small number per pixel, tidied so that it can be traced.
import type { Raster } from './raster.ts'
import { regionOfSurface } from './regionOfSurface.ts'

/** Region numbers row by row from the top; 0 is outside the body, n is `keys[n - 1]`. */
export interface LabelPicture {
  readonly columns: number
  readonly rows: number
  readonly labels: Uint16Array
  readonly keys: readonly string[]
}

/** Smallest patch of a region that is kept, in pixels; smaller ones go to their surroundings. */
const smallest = 90

/** Labels every pixel of a view and removes specks and pixels that touch only at a corner. */
export function labelRaster(raster: Raster): LabelPicture {
  const numbers = new Map<string, number>()
  const labels = new Uint16Array(raster.columns * raster.rows)
  raster.surfaces.forEach((surface, i) => {
    if (!surface) return
    const key = regionOfSurface(surface, raster.camera.pose)
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
    labels[i] = numbers.get(key)!
  })
  for (let round = 0; round < 4; round++) {
    removeSpecks(labels, raster.columns, raster.rows)
    while (separateCorners(labels, raster.columns, raster.rows));
  }
  return { columns: raster.columns, rows: raster.rows, labels, keys: [...numbers.keys()] }
}

function removeSpecks(labels: Uint16Array, columns: number, rows: number): void {
  const seen = new Uint8Array(labels.length)
  for (let start = 0; start < labels.length; start++) {
    if (seen[start]) continue
    const patch = connectedPatch(labels, columns, rows, start, seen)
    if (patch.length < smallest) fillFromSurroundings(labels, columns, rows, patch)
  }
}

function connectedPatch(labels: Uint16Array, columns: number, rows: number, start: number, seen: Uint8Array): number[] {
  const label = labels[start]
  const patch = [start]
  seen[start] = 1
  for (let k = 0; k < patch.length; k++) {
    for (const next of pixelNeighbours(patch[k]!, columns, rows)) {
      if (!seen[next] && labels[next] === label) {
        seen[next] = 1
        patch.push(next)
      }
    }
  }
  return patch
}

function fillFromSurroundings(labels: Uint16Array, columns: number, rows: number, patch: readonly number[]): void {
  const own = labels[patch[0]!]
  const votes = new Map<number, number>()
  for (const pixel of patch) {
    for (const next of pixelNeighbours(pixel, columns, rows)) {
      const label = labels[next]!
      if (label !== own) votes.set(label, (votes.get(label) ?? 0) + 1)
    }
  }
  const winner = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
  if (winner !== undefined) for (const pixel of patch) labels[pixel] = winner
}

/** Where a label meets itself only across a corner, gives it one more pixel. Returns whether anything changed. */
function separateCorners(labels: Uint16Array, columns: number, rows: number): boolean {
  let changed = false
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const i = row * columns + column
      const [a, b, c, d] = [labels[i]!, labels[i + 1]!, labels[i + columns]!, labels[i + columns + 1]!]
      if (a === d && a !== b && a !== c) {
        labels[i + 1] = a
        changed = true
      } else if (b === c && b !== a && b !== d) {
        labels[i] = b
        changed = true
      }
    }
  }
  return changed
}

function pixelNeighbours(pixel: number, columns: number, rows: number): readonly number[] {
  const column = pixel % columns
  const result: number[] = []
  if (column > 0) result.push(pixel - 1)
  if (column + 1 < columns) result.push(pixel + 1)
  if (pixel >= columns) result.push(pixel - columns)
  if (pixel < columns * (rows - 1)) result.push(pixel + columns)
  return result
}
