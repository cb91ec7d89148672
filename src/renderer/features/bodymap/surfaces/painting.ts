// Painting: regions under the pointer are tinted at once and reported together when it is lifted.
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
import type { Sample, TrailListener } from './pointerTrail.ts'

interface Painting {
  readonly drawing: FigureView
  /** The regions of one press, in the order of painting; never empty. */
  readonly onPaint: (regionIds: readonly RegionId[]) => void
  /** The region under a pointer that does not paint; null beside the body. */
  readonly onPoint: (regionId: RegionId | null) => void
}

/** @param group takes the tints */
export function paintingOn(group: SVGGElement, { drawing, onPaint, onPoint }: Painting): TrailListener {
  const painted = new Set<RegionId>()
  let at: Sample = { x: 0, y: 0, pressure: 0 }
  let pointed: RegionId | null = null

  const tint = (regionId: RegionId) => {
    const shape = drawing.regions.find((region) => region.regionId === regionId)
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', shape?.path ?? '')
    group.append(path)
  }
  const clear = () => {
    painted.clear()
    group.replaceChildren()
  }
  /** Nothing is hovered until the pointer moves again. */
  const forget = () => {
    if (pointed !== null) onPoint(null)
    pointed = null
  }
  const paint = (samples: readonly Sample[]) => {
    for (const to of samples) {
      for (const id of regionsBetween(drawing, at, to)) {
        if (painted.has(id)) continue
        painted.add(id)
        tint(id)
      }
      at = to
    }
  }
  return {
    begin: (sample) => {
      clear()
      forget()
      at = sample
      paint([sample])
    },
    move: paint,
    finish: () => {
      const ids = [...painted]
      clear()
      forget()
      if (ids.length > 0) onPaint(ids)
    },
    drop: () => {
      clear()
      forget()
    },
    hover: (sample) => {
      const [regionId = null] = sample ? regionsBetween(drawing, sample, sample) : []
      if (regionId === pointed) return
      clear()
      pointed = regionId
      if (regionId !== null) tint(regionId)
      onPoint(regionId)
    },
  }
}

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
