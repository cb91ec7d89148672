// The solids from which the body is modelled, each as a signed distance with a bounding box.
import { profiles, type Row } from './profile.ts'

/** A point or direction: x to the client's right, y up from the floor, z forward; in figure units of 2 mm. */
export type Vec = readonly [number, number, number]

/** Which piece of the body a solid belongs to; the region of a surface point depends on it. */
export type Piece =
  | 'head'
  | 'ear'
  | 'nose'
  | 'neck'
  | 'trunk'
  | 'arm'
  | 'hand'
  | 'thumb'
  | 'index'
  | 'middle'
  | 'ring'
  | 'little'
  | 'leg'
  | 'foot'
  | 'great-toe'
  | 'toes'

export interface Solid {
  readonly piece: Piece
  /** How widely it melts into what came before it, in units. */
  readonly blend: number
  /** Taken away from the body instead of added. */
  readonly carve: boolean
  readonly min: Vec
  readonly max: Vec
  /** Signed distance, negative inside; near the surface close to true, far away a fair estimate. */
  readonly distance: (x: number, y: number, z: number) => number
}

/** An ellipsoid with the given centre and half axes. */
export function ellipsoid(piece: Piece, blend: number, centre: Vec, radii: Vec): Solid {
  const [cx, cy, cz] = centre
  const [rx, ry, rz] = radii
  const smallest = Math.min(rx, ry, rz)
  return {
    piece,
    blend,
    carve: false,
    min: [cx - rx, cy - ry, cz - rz],
    max: [cx + rx, cy + ry, cz + rz],
    distance: (x, y, z) => {
      const qx = (x - cx) / rx
      const qy = (y - cy) / ry
      const qz = (z - cz) / rz
      const scaled = Math.sqrt(qx * qx + qy * qy + qz * qz)
      const slope = Math.sqrt((qx * qx) / (rx * rx) + (qy * qy) / (ry * ry) + (qz * qz) / (rz * rz))
      return slope < 1e-9 ? -smallest : (scaled * (scaled - 1)) / slope
    },
  }
}

/** A cone with rounded ends from `a` (radius `ra`) to `b` (radius `rb`). */
export function cone(piece: Piece, blend: number, a: Vec, b: Vec, ra: number, rb: number): Solid {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const dz = b[2] - a[2]
  const squared = dx * dx + dy * dy + dz * dz
  return {
    piece,
    blend,
    carve: false,
    min: [0, 1, 2].map((i) => Math.min(a[i]! - ra, b[i]! - rb)) as unknown as Vec,
    max: [0, 1, 2].map((i) => Math.max(a[i]! + ra, b[i]! + rb)) as unknown as Vec,
    distance: (x, y, z) => {
      const px = x - a[0]
      const py = y - a[1]
      const pz = z - a[2]
      const h = Math.max(0, Math.min(1, (px * dx + py * dy + pz * dz) / squared))
      const ex = px - dx * h
      const ey = py - dy * h
      const ez = pz - dz * h
      return Math.sqrt(ex * ex + ey * ey + ez * ez) - (ra + (rb - ra) * h)
    },
  }
}

/**
 * A stack of horizontal sections, stated by their outlines as seen from in front and from the side.
 * @param rows height, inner x, outer x, back z, front z, fullness (2 is an ellipse, more is squarer).
 */
export function loft(piece: Piece, blend: number, rows: readonly Row[]): Solid {
  const columns = profiles(rows)
  const heights = rows.map((row) => row[0]!)
  const low = Math.min(...heights)
  const high = Math.max(...heights)
  const count = Math.ceil(high - low) + 1
  // Sampled once per unit of height: the curves are looked up millions of times.
  const tables = columns.map((column) => Float64Array.from({ length: count + 1 }, (_, i) => column(low + i)))
  const [inner, outer, back, front, full] = tables as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  return {
    piece,
    blend,
    carve: false,
    min: [Math.min(...inner), low, Math.min(...back)],
    max: [Math.max(...outer), high, Math.max(...front)],
    distance: (x, y, z) => {
      const level = Math.max(low, Math.min(high, y))
      const at = level - low
      const i = at | 0
      const f = at - i
      const x0 = inner[i]! + (inner[i + 1]! - inner[i]!) * f
      const x1 = outer[i]! + (outer[i + 1]! - outer[i]!) * f
      const z0 = back[i]! + (back[i + 1]! - back[i]!) * f
      const z1 = front[i]! + (front[i + 1]! - front[i]!) * f
      const n = full[i]! + (full[i + 1]! - full[i]!) * f
      const across = section(x - (x0 + x1) / 2, z - (z0 + z1) / 2, (x1 - x0) / 2, (z1 - z0) / 2, n)
      const beyond = Math.abs(y - level)
      if (beyond === 0) return across
      return across > 0 ? Math.sqrt(across * across + beyond * beyond) : beyond
    },
  }
}

/** Distance along the radius to a superellipse with half axes `rx`, `rz`. */
function section(dx: number, dz: number, rx: number, rz: number, fullness: number): number {
  const radius = Math.sqrt(dx * dx + dz * dz)
  if (radius < 1e-6) return -Math.min(rx, rz)
  const qx = Math.abs(dx) / rx
  const qz = Math.abs(dz) / rz
  const q = fullness === 2 ? Math.sqrt(qx * qx + qz * qz) : (qx ** fullness + qz ** fullness) ** (1 / fullness)
  return radius - radius / q
}

/** The same solid, taken away from the body instead of added to it. */
export function carved(solid: Solid): Solid {
  return { ...solid, carve: true }
}

/** A rigid motion: `place` maps the part's own coordinates into the body, `undo` the other way. */
export interface Placement {
  readonly place: (p: Vec) => Vec
  readonly undo: (x: number, y: number, z: number) => Vec
}

/** A solid stated in its own coordinates, moved to its place in the body. */
export function placed(solid: Solid, placement: Placement): Solid {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
    placement.place([
      (bits & 1 ? solid.max : solid.min)[0],
      (bits & 2 ? solid.max : solid.min)[1],
      (bits & 4 ? solid.max : solid.min)[2],
    ]),
  )
  return {
    ...solid,
    min: [0, 1, 2].map((i) => Math.min(...corners.map((c) => c[i]!))) as unknown as Vec,
    max: [0, 1, 2].map((i) => Math.max(...corners.map((c) => c[i]!))) as unknown as Vec,
    distance: (x, y, z) => {
      const p = placement.undo(x, y, z)
      return solid.distance(p[0], p[1], p[2])
    },
  }
}

/** A placement that turns about a pivot: first `forward` (lifts what hangs down towards +z), then `outward` (towards +x). Degrees. */
export function hinge(pivot: Vec, outward: number, forward: number): Placement {
  const co = Math.cos((outward * Math.PI) / 180)
  const so = Math.sin((outward * Math.PI) / 180)
  const cf = Math.cos((forward * Math.PI) / 180)
  const sf = Math.sin((forward * Math.PI) / 180)
  return {
    place: ([x, y, z]) => {
      const y1 = y * cf + z * sf
      const z1 = z * cf - y * sf
      return [pivot[0] + x * co - y1 * so, pivot[1] + x * so + y1 * co, pivot[2] + z1]
    },
    undo: (gx, gy, gz) => {
      const x = gx - pivot[0]
      const y = gy - pivot[1]
      const z = gz - pivot[2]
      const x1 = x * co + y * so
      const y1 = y * co - x * so
      return [x1, y1 * cf - z * sf, y1 * sf + z * cf]
    },
  }
}
