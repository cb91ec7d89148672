// Which regions a dragged pointer paints: every one on its way, however quick it was.
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import { regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** Figure units between two looks: finer than the narrowest region, a finger. */
const stride = 3

/**
 * The regions between two places of a drawing, each once, in the order in which the way comes to them.
 * Where both places are the same it is the region there, if any.
 */
export function regionsBetween(drawing: FigureView, from: Place, to: Place): readonly RegionId[] {
  const looks = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / stride))
  const ids = Array.from({ length: looks }, (_, k) => {
    const share = (k + 1) / looks
    return regionIn(drawing, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
  })
  return [...new Set(ids.filter((id) => id !== null))]
}
