// The whole body as one signed distance: solids melted together in order, one half modelled and mirrored at x = 0.
import { armParts, type Pose } from './armParts.ts'
import { headParts, neckParts } from './headParts.ts'
import { footParts, legParts } from './legParts.ts'
import type { Piece, Solid } from './primitives.ts'
import { trunkParts } from './trunkParts.ts'

/** All solids of one half of the body with the arm in a pose. */
export function bodyParts(pose: Pose): readonly Solid[] {
  return [...trunkParts(), ...neckParts(), ...headParts(), ...legParts(), ...footParts(pose), ...armParts(pose)]
}

/** Signed distance to the melted solids at a point, negative inside; x is taken without its sign. */
export function bodyDistance(solids: readonly Solid[], x: number, y: number, z: number): number {
  const ax = Math.abs(x)
  let d = 1e6
  for (let i = 0; i < solids.length; i++) {
    const solid = solids[i]!
    const own = solid.distance(ax, y, z)
    d = solid.carve ? -melt(-d, own, solid.blend) : melt(d, own, solid.blend)
  }
  return d
}

/** The piece to which a surface point belongs: the solid nearest to it. */
export function pieceAt(solids: readonly Solid[], x: number, y: number, z: number): Piece {
  let nearest = 1e6
  let piece: Piece = 'trunk'
  for (const solid of solids) {
    if (solid.carve) continue
    const own = solid.distance(Math.abs(x), y, z)
    if (own < nearest) {
      nearest = own
      piece = solid.piece
    }
  }
  return piece
}

/** The smaller of two distances, rounded where they are within `k` of each other. */
function melt(a: number, b: number, k: number): number {
  const gap = Math.abs(a - b)
  if (gap >= k) return Math.min(a, b)
  const h = (k - gap) / k
  return Math.min(a, b) - h * h * k * 0.25
}
