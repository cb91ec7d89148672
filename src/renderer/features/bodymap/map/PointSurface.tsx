// Takes the pointer while points are set: press for the exact spot, drag to where it refers.
import { useRef, type PointerEvent } from 'react'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import type { MapSpot } from './FigureMap.tsx'
import classes from './PointSurface.module.css'
import type { ShownFigure } from '../stage/mapViews.ts'

interface Props {
  figure: ShownFigure
  phase: Phase
  onPoint: (spot: MapSpot, refersToRegionId: RegionId | null) => void
}

interface Start {
  readonly spot: MapSpot
  readonly at: DOMPoint
  readonly pointerId: number
}

export function PointSurface({ figure, phase, onPoint }: Props) {
  const { box, view, sharesPoints } = figure
  const svg = useRef<SVGSVGElement>(null)
  const line = useRef<SVGPathElement>(null)
  const start = useRef<Start | null>(null)

  const figurePoint = (event: PointerEvent) =>
    new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.current?.getScreenCTM()?.inverse())

  const onPointerDown = (event: PointerEvent) => {
    // A second pointer while one is down is ignored.
    if (event.button !== 0 || start.current) return
    const element = regionUnder(event)
    const regionId = element?.getAttribute('data-region')
    if (!element || !regionId) return
    const at = figurePoint(event)
    const point = sharesPoints ? { x: Math.round(at.x * 10) / 10, y: Math.round(at.y * 10) / 10 } : null
    start.current = { spot: { view, phase, regionId, findingId: null, point, element }, at, pointerId: event.pointerId }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current?.pointerId !== event.pointerId) return
    const { at } = start.current
    const to = figurePoint(event)
    line.current?.setAttribute('d', `M${at.x} ${at.y}L${to.x} ${to.y}`)
  }
  const forget = () => {
    start.current = null
    line.current?.removeAttribute('d')
  }
  const onPointerUp = (event: PointerEvent) => {
    if (start.current?.pointerId !== event.pointerId) return
    const { spot } = start.current
    const end = regionUnder(event)?.getAttribute('data-region') ?? null
    forget()
    onPoint(spot, end === spot.regionId ? null : end)
  }

  return (
    <svg
      ref={svg}
      className={classes.surface}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      data-draws
      aria-hidden
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={forget}
    >
      <path ref={line} className={classes.line} />
    </svg>
  )
}

const regionUnder = ({ clientX, clientY }: PointerEvent): Element | null =>
  document.elementsFromPoint(clientX, clientY).find((element) => element.hasAttribute('data-region')) ?? null
