// Looks at the model squarely from one side and notes, for every pixel, the surface point, its normal and its piece.
import type { Pose } from './armParts.ts'
import { bodyDistance, bodyParts, pieceAt } from './bodyModel.ts'
import type { Piece, Solid, Vec } from './primitives.ts'

/** Pixels per figure unit. */
export const density = 2

/** A side to look from: `u` runs to the right in the picture. */
export interface Camera {
  readonly uFrom: number
  readonly uTo: number
  /** Heights above the floor at the upper and lower edge of the picture. */
  readonly top: number
  readonly bottom: number
  /** Pieces that are left out of the picture. */
  readonly without: readonly Piece[]
  readonly pose: Pose
  readonly ray: (u: number, y: number) => Vec
  readonly direction: Vec
  /** Which body axis runs to the right in the picture. */
  readonly uAxis: 0 | 2
}

export interface Surface {
  readonly point: Vec
  readonly normal: Vec
  readonly piece: Piece
}

/** A picture of surface points, row by row from the top; undefined where there is no body. */
export interface Raster {
  readonly columns: number
  readonly rows: number
  readonly camera: Camera
  readonly surfaces: readonly (Surface | undefined)[]
  readonly solids: readonly Solid[]
}

const tile = 16

/** Renders a view of the model. */
export function renderRaster(camera: Camera): Raster {
  const columns = Math.round((camera.uTo - camera.uFrom) * density)
  const rows = (camera.top - camera.bottom) * density
  const surfaces = Array.from<Surface | undefined>({ length: columns * rows })
  const solids = bodyParts(camera.pose).filter((solid) => !camera.without.includes(solid.piece))
  for (let top = 0; top < rows; top += tile) {
    for (let left = 0; left < columns; left += tile) {
      const near = solidsInTile(solids, camera, left, top)
      if (near.length === 0) continue
      for (let row = top; row < Math.min(top + tile, rows); row++) {
        for (let column = left; column < Math.min(left + tile, columns); column++) {
          surfaces[row * columns + column] = look(near, camera, uOf(camera, column), yOf(camera, row))
        }
      }
    }
  }
  return { columns, rows, camera, surfaces, solids }
}

/** Horizontal body coordinate at the centre of a column. */
function uOf(camera: Camera, column: number): number {
  return camera.uFrom + (column + 0.5) / density
}

/** Height above the floor at the centre of a row. */
function yOf(camera: Camera, row: number): number {
  return camera.top - (row + 0.5) / density
}

/**
 * How far the silhouette lies from the middle of a pixel on the body towards the middle of one beside it that is off
 * the body: 0 to 1. Pixels of which this is not true count as half way.
 */
export function silhouetteBetween(raster: Raster, on: number, off: number): number {
  const { camera, columns, surfaces } = raster
  if (!surfaces[on] || surfaces[off]) return 0.5
  const u0 = uOf(camera, on % columns)
  const y0 = yOf(camera, Math.floor(on / columns))
  const u1 = uOf(camera, off % columns)
  const y1 = yOf(camera, Math.floor(off / columns))
  const near = solidsInTile(raster.solids, camera, (on % columns) - tile / 2, Math.floor(on / columns) - tile / 2)
  let inside = 0
  let outside = 1
  for (let step = 0; step < 4; step++) {
    const middle = (inside + outside) / 2
    if (look(near, camera, u0 + (u1 - u0) * middle, y0 + (y1 - y0) * middle)) inside = middle
    else outside = middle
  }
  return (inside + outside) / 2
}

function solidsInTile(solids: readonly Solid[], camera: Camera, left: number, top: number): readonly Solid[] {
  const u0 = uOf(camera, left)
  const u1 = uOf(camera, left + tile)
  const y1 = yOf(camera, top)
  const y0 = yOf(camera, top + tile)
  const axis = camera.uAxis
  return solids.filter((solid) => {
    const reach = solid.blend + 1
    const low = camera.uAxis === 0 && solid.min[0] <= 0 ? -1e6 : solid.min[axis]
    return (
      low - reach <= u1 && solid.max[axis] + reach >= u0 && solid.min[1] - reach <= y1 && solid.max[1] + reach >= y0
    )
  })
}

function look(solids: readonly Solid[], camera: Camera, u: number, y: number): Surface | undefined {
  const start = camera.ray(u, y)
  const [dx, dy, dz] = camera.direction
  let t = 0
  while (t < 420) {
    const x = start[0] + dx * t
    const py = start[1] + dy * t
    const z = start[2] + dz * t
    const d = bodyDistance(solids, x, py, z)
    if (d < 0.04) {
      return { point: [x, py, z], normal: normalAt(solids, x, py, z), piece: pieceAt(solids, x, py, z) }
    }
    t += Math.max(0.12, d * 0.75)
  }
  return undefined
}

function normalAt(solids: readonly Solid[], x: number, y: number, z: number): Vec {
  const e = 0.6
  const a = bodyDistance(solids, x + e, y - e, z - e)
  const b = bodyDistance(solids, x - e, y - e, z + e)
  const c = bodyDistance(solids, x - e, y + e, z - e)
  const d = bodyDistance(solids, x + e, y + e, z + e)
  const nx = a - b - c + d
  const ny = -a - b + c + d
  const nz = -a + b - c + d
  const length = Math.hypot(nx, ny, nz) || 1
  return [nx / length, ny / length, nz / length]
}
