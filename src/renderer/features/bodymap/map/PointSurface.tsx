// The tool Point: press for the exact spot, drag to where it refers. Shows the arrow while it is drawn; the pointers are
// listened to by the figure's ground, so that the regions below stay buttons.
import { useEffect, useRef } from 'react'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import { regionIn } from '#shared/domain/bodymap/regionAtPoint.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { figureAround, type ShownFigure } from '#renderer/figure/index.ts'
import { followPointers, type Sample, type TrailListener } from '../surfaces/pointerTrail.ts'
import type { MapSpot } from '../marking/mapActs.ts'
import classes from './PointSurface.module.css'

interface Props {
  figure: ShownFigure
  phase: Phase
  onPoint: (spot: Omit<MapSpot, 'element'>, refersToRegionId: RegionId | null) => void
}

export function PointSurface(props: Props) {
  const { figure } = props
  const { box } = figure
  const svg = useRef<SVGSVGElement>(null)
  const line = useRef<SVGPathElement>(null)
  const latest = useLatest(props)

  useEffect(() => {
    const ground = figureAround(svg.current)
    if (!svg.current || !line.current || !ground) return undefined
    const pointing = pointingOn(line.current, (from, to) => {
      const { drawing, view, sharesPoints } = figure
      const regionId = regionIn(drawing, from.x, from.y)
      if (!regionId) return
      const end = regionIn(drawing, to.x, to.y)
      const point = sharesPoints ? { x: toTenth(from.x), y: toTenth(from.y) } : null
      const { phase, onPoint } = latest.current
      onPoint({ view, phase, regionId, findingId: null, point }, end === regionId ? null : end)
    })
    return followPointers(svg.current, pointing, ground)
  }, [latest, figure])

  return (
    <svg ref={svg} className={classes.surface} viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} aria-hidden>
      <path ref={line} className={classes.line} />
    </svg>
  )
}

/** @param line shows the way from the spot to where it refers */
function pointingOn(line: SVGPathElement, onPoint: (from: Sample, to: Sample) => void): TrailListener {
  let from: Sample = { x: 0, y: 0, pressure: 0 }
  let to = from
  const clear = () => line.removeAttribute('d')
  return {
    begin: (sample) => {
      from = sample
      to = sample
    },
    move: (samples) => {
      to = samples.at(-1) ?? to
      line.setAttribute('d', `M${from.x} ${from.y}L${to.x} ${to.y}`)
    },
    finish: () => {
      clear()
      onPoint(from, to)
    },
    drop: clear,
  }
}

const toTenth = (value: number) => Math.round(value * 10) / 10
