// The picture of regions: one small number per pixel, tidied so that it can be traced.
import { depths } from './depths.ts'
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
const smallest = 400
/** Narrowest part of a region that is kept, in pixels. */
const thinnest = 8

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
  const mirrored = raster.camera.uAxis === 0
  removeSlivers(labels, raster.columns, raster.rows, mirrored)
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
      // A patch of the body stays body.
      if (label !== own && label !== 0) votes.set(label, (votes.get(label) ?? 0) + 1)
    }
  }
  const winner = [...votes].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
  if (winner !== undefined) for (const pixel of patch) labels[pixel] = winner
}

/** Where a label meets itself only across a corner, gives it one more pixel. Returns whether anything changed. */
function separateCorners(labels: Uint16Array, columns: number, rows: number): boolean {
  let changed = false
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const i = row * columns + column
      const [a, b, c, d] = [labels[i]!, labels[i + 1]!, labels[i + columns]!, labels[i + columns + 1]!]
      // A pixel of the body changes rather than one outside it, so that the outline stays true.
      if (a === d && a !== b && a !== c) {
        labels[b === 0 && c !== 0 ? i + columns : i + 1] = a
        changed = true
      } else if (b === c && b !== a && b !== d) {
        labels[a === 0 && d !== 0 ? i + columns + 1 : i] = b
        changed = true
      }
    }
  }
  return changed
}

/** Gives parts of a region that are narrower than `thinnest` to whatever lies beside them. */
function removeSlivers(labels: Uint16Array, columns: number, rows: number, mirrored: boolean): void {
  const depth = depths({ columns, rows, labels }, () => mirrored)
  const original = labels.slice()
  const reached = new Float32Array(labels.length).fill(Infinity)
  const queue: number[] = []
  for (let i = 0; i < labels.length; i++) {
    if (original[i] !== 0 && depth[i]! >= thinnest / 2) {
      reached[i] = 0
      queue.push(i)
    }
  }
  // First every core grows back to the width it had, then the cores share what is left.
  for (const ownOnly of [true, false]) {
    const wave = ownOnly ? queue : pixelsWhere(reached, (r) => r < Infinity)
    for (let k = 0; k < wave.length; k++) {
      const pixel = wave[k]!
      if (ownOnly && reached[pixel]! >= thinnest / 2 + 1) continue
      for (const next of pixelNeighbours(pixel, columns, rows)) {
        if (original[next] === 0 || reached[next]! < Infinity) continue
        if (ownOnly && original[next] !== labels[pixel]) continue
        labels[next] = labels[pixel]!
        reached[next] = reached[pixel]! + 1
        wave.push(next)
      }
    }
  }
}

function pixelsWhere(values: Float32Array, holds: (value: number) => boolean): number[] {
  const pixels: number[] = []
  values.forEach((value, i) => {
    if (holds(value)) pixels.push(i)
  })
  return pixels
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
