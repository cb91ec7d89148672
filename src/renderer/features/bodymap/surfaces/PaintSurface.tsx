// The tool Treated area: press and drag across the regions of a figure to paint them, tap for one. Only shows what is
// painted; the figure's ground listens to the pointers, so that the regions below stay buttons.
import { memo, useEffect, useRef } from 'react'
import type { FigureView } from '#shared/domain/bodymap/figure.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { figureAround } from '#renderer/figure/index.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { followPointers } from './pointerTrail.ts'
import { paintingOn } from './painting.ts'
import classes from './PaintSurface.module.css'

interface Props {
  /** The view box of the figure below, in its units. */
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** The drawing below. */
  drawing: FigureView
  /** The regions of one press, in the order of painting, each once; never empty. */
  onPaint: (regionIds: readonly RegionId[]) => void
  /** The region under a mouse or pen that is not pressed; null beside the body. */
  onPoint?: (regionId: RegionId | null) => void
}

export const PaintSurface = memo((props: Props) => {
  const { box, drawing } = props
  const svg = useRef<SVGSVGElement>(null)
  const tints = useRef<SVGGElement>(null)
  const latest = useLatest(props)

  useEffect(() => {
    const ground = figureAround(svg.current)
    if (!svg.current || !tints.current || !ground) return undefined
    const painting = paintingOn(tints.current, {
      drawing,
      onPaint: (ids) => latest.current.onPaint(ids),
      onPoint: (id) => latest.current.onPoint?.(id),
    })
    return followPointers(svg.current, painting, ground)
  }, [latest, drawing])

  return (
    <svg ref={svg} className={classes.painting} viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} aria-hidden>
      <g ref={tints} className={classes.tints} />
    </svg>
  )
})
