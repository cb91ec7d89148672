// Contour lines where one part of the body stands in front of another: chin over neck, arm over flank, fingers, toes.
import type { Point } from './borders.ts'
import { density, type Raster, type Surface } from './raster.ts'

/** Difference of depth between adjoining pixels that makes a contour, in units. */
const leastJump = 2.4
/** Contours that are shorter are left out, in units. */
const leastLength = 9
const smoothingRounds = 24

/** Smooth lines in units from the top left corner (the axis, in a symmetrical view). */
export function occlusionContours(raster: Raster): readonly (readonly Point[])[] {
  const width = raster.columns + 1
  const links = new Map<number, number[]>()
  const link = (a: number, b: number): void => {
    links.set(a, [...(links.get(a) ?? []), b])
    links.set(b, [...(links.get(b) ?? []), a])
  }
  for (let row = 0; row < raster.rows; row++) {
    for (let column = 0; column < raster.columns; column++) {
      const here = raster.surfaces[row * raster.columns + column]
      const right = column + 1 < raster.columns ? raster.surfaces[row * raster.columns + column + 1] : undefined
      const below = raster.surfaces[(row + 1) * raster.columns + column]
      const corner = row * width + column
      if (jumps(raster, here, right)) link(corner + 1, corner + 1 + width)
      if (jumps(raster, here, below)) link(corner + width, corner + width + 1)
    }
  }
  return chains(links)
    .map((chain) => relaxed(chain.map((v) => ({ x: (v % width) / density, y: Math.floor(v / width) / density }))))
    .filter((points) => length(points) > leastLength)
}

function jumps(raster: Raster, a: Surface | undefined, b: Surface | undefined): boolean {
  if (!a || !b) return false
  const [dx, , dz] = raster.camera.direction
  const depth = (s: Surface): number => s.point[0] * dx + s.point[2] * dz
  const gap = Math.abs(depth(a) - depth(b))
  if (gap < leastJump || (a.piece === 'nose') !== (b.piece === 'nose')) return false
  // From the side the ear has lines drawn by hand.
  if (raster.camera.uAxis === 2 && (a.piece === 'ear') !== (b.piece === 'ear')) return false
  // A surface seen edge-on also falls away steeply; what lies behind a true contour faces the eye.
  const behind = depth(a) > depth(b) ? a : b
  const facing = -(behind.normal[0] * dx + behind.normal[2] * dz)
  return facing > 0.35 || gap > 12
}

/** Longest walks along links; branches become lines of their own. */
function chains(links: ReadonlyMap<number, readonly number[]>): readonly (readonly number[])[] {
  const used = new Set<string>()
  const name = (a: number, b: number): string => (a < b ? `${a},${b}` : `${b},${a}`)
  const result: number[][] = []
  const walk = (start: number): void => {
    for (const first of links.get(start)!) {
      if (used.has(name(start, first))) continue
      const chain = [start, first]
      used.add(name(start, first))
      for (;;) {
        const end = chain[chain.length - 1]!
        const next = links.get(end)!.find((v) => !used.has(name(end, v)))
        if (next === undefined) break
        used.add(name(end, next))
        chain.push(next)
      }
      result.push(chain)
    }
  }
  for (const [vertex, around] of links) if (around.length === 1) walk(vertex)
  for (const [vertex] of links) walk(vertex)
  return result
}

function relaxed(points: readonly Point[]): readonly Point[] {
  let line = points
  for (let round = 0; round < smoothingRounds; round++) {
    line = line.map((p, i) => {
      const a = line[i - 1]
      const b = line[i + 1]
      return a && b ? { x: (a.x + 2 * p.x + b.x) / 4, y: (a.y + 2 * p.y + b.y) / 4 } : p
    })
  }
  return line
}

function length(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, p, i) => sum + Math.hypot(p.x - points[i]!.x, p.y - points[i]!.y), 0)
}
