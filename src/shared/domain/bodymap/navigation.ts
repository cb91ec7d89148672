// Moving between regions with the arrow keys.
import type { RegionShape } from './figure.ts'
import type { RegionId } from './regions.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * The region to which an arrow key leads among those that are shown: the nearest one within 45° of the direction, measured between
 * anchors. The same region where there is none, or when it is not among them.
 *
 * Nearness is the sum of the distances across and along. With it every step towards a far region comes closer to it, so
 * any region of a whole view can be reached from any other.
 */
export function nextRegion(shapes: readonly RegionShape[], regionId: RegionId, direction: Direction): RegionId {
  const from = shapes.find((shape) => shape.regionId === regionId)
  if (!from) return regionId
  let nearest: RegionId = regionId
  let least = Infinity
  for (const shape of shapes) {
    const { along, across } = offset(from, shape, direction)
    if (shape === from || along <= 0 || across > along) continue
    if (along + across < least) {
      least = along + across
      nearest = shape.regionId
    }
  }
  return nearest
}

function offset(
  from: RegionShape,
  to: RegionShape,
  direction: Direction,
): { readonly along: number; readonly across: number } {
  const dx = to.anchor.x - from.anchor.x
  const dy = to.anchor.y - from.anchor.y
  if (direction === 'left' || direction === 'right')
    return { along: direction === 'right' ? dx : -dx, across: Math.abs(dy) }
  return { along: direction === 'down' ? dy : -dy, across: Math.abs(dx) }
}
