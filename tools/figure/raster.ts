// Looks at the model squarely from one side and notes, for every pixel, the surface point, its normal and its piece.
import type { ArmPose } from './armParts.ts'
import { bodyDistance, bodyParts, pieceAt } from './bodyModel.ts'
import type { Piece, Solid, Vec } from './primitives.ts'

/** Pixels per figure unit. */
export const density = 2
/** Height of every view and the height at which the floor lies in it, in units. */
export const viewHeight = 920
export const floor = 910

/** A side to look from: `u` runs to the right in the picture. */
export interface Camera {
  readonly uFrom: number
  readonly uTo: number
  readonly pose: ArmPose
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
}

const tile = 16

/** Renders a view of the model. */
export function renderRaster(camera: Camera): Raster {
  const columns = Math.round((camera.uTo - camera.uFrom) * density)
  const rows = viewHeight * density
  const surfaces = Array.from<Surface | undefined>({ length: columns * rows })
  const solids = bodyParts(camera.pose)
  for (let top = 0; top < rows; top += tile) {
    for (let left = 0; left < columns; left += tile) {
      const near = solidsInTile(solids, camera, left, top)
      if (near.length === 0) continue
      for (let row = top; row < Math.min(top + tile, rows); row++) {
        for (let column = left; column < Math.min(left + tile, columns); column++) {
          surfaces[row * columns + column] = look(near, camera, uOf(camera, column), yOf(row))
        }
      }
    }
  }
  return { columns, rows, camera, surfaces }
}

/** Horizontal body coordinate at the centre of a column. */
export function uOf(camera: Camera, column: number): number {
  return camera.uFrom + (column + 0.5) / density
}

/** Height above the floor at the centre of a row. */
export function yOf(row: number): number {
  return floor - (row + 0.5) / density
}

function solidsInTile(solids: readonly Solid[], camera: Camera, left: number, top: number): readonly Solid[] {
  const u0 = uOf(camera, left)
  const u1 = uOf(camera, left + tile)
  const y1 = yOf(top)
  const y0 = yOf(top + tile)
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
  for (let step = 0; step < 160; step++) {
    const x = start[0] + dx * t
    const py = start[1] + dy * t
    const z = start[2] + dz * t
    const d = bodyDistance(solids, x, py, z)
    if (d < 0.04) {
      return { point: [x, py, z], normal: normalAt(solids, x, py, z), piece: pieceAt(solids, x, py, z) }
    }
    t += Math.max(0.12, d * 0.75)
    if (t > 420) return undefined
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
