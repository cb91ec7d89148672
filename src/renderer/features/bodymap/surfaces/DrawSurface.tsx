// Lies over a figure while the tool is Draw or Erase, and handles the pointers. React renders nothing during a stroke.
import { memo, useEffect, useRef } from 'react'
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { FindingKind } from '#shared/domain/bodymap/finding.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { kindColour } from '#renderer/figure/index.ts'
import { drawingOn } from './drawing.ts'
import { erasingOn } from './erasing.ts'
import { followPointers, type TrailListener } from './pointerTrail.ts'
import classes from './strokes.module.css'

interface Props {
  /** The view box of the figure below, in its units. */
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  view: View
  /** Decides the colour of what is drawn. */
  kind: FindingKind
  mode: 'draw' | 'erase'
  /** Those that can be erased; strokes of other views are left alone. */
  strokes: readonly Stroke[]
  /**
   * A stroke was drawn.
   * @param points x, y, pressure, point after point, ready to be stored
   * @param info `simplified`: it had more points than can be kept, so that its line lost detail
   */
  onStroke: (points: number[], info: { simplified: boolean }) => void
  /** The eraser touched these strokes; each is reported once. Called while the eraser still moves. */
  onErase: (ids: readonly string[]) => void
}

export const DrawSurface = memo((props: Props) => {
  const { box, view, kind, mode } = props
  const svg = useRef<SVGSVGElement>(null)
  const live = useRef<SVGGElement>(null)
  const eraser = useRef<SVGCircleElement>(null)
  const latest = useLatest(props)

  useEffect(() => {
    if (!svg.current || !live.current || !eraser.current) return undefined
    const drawing = drawingOn(live.current, (points, info) => latest.current.onStroke(points, info))
    const erasing = erasingOn(eraser.current, {
      strokes: () => latest.current.strokes.filter((stroke) => stroke.view === view),
      onErase: (ids) => latest.current.onErase(ids),
    })
    return followPointers(svg.current, mode === 'draw' ? byPenEnd(drawing, erasing) : erasing)
  }, [latest, mode, view])

  return (
    // Takes the focus, so that the map's keys work after drawing; not a tab stop.
    <div className={classes.surface} tabIndex={-1}>
      <svg
        ref={svg}
        className={classes.drawing}
        data-mode={mode}
        viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
        aria-hidden
      >
        <g ref={live} className={classes.live} style={kindColour(kind)} />
        <circle ref={eraser} className={classes.eraser} />
      </svg>
    </div>
  )
})

/** A pen that is turned around erases, as people expect of it. */
function byPenEnd(tip: TrailListener, eraser: TrailListener): TrailListener {
  let touching = tip
  return {
    begin: (sample, unitsPerPixel, end) => {
      touching = end === 'eraser' ? eraser : tip
      touching.begin(sample, unitsPerPixel, end)
    },
    move: (samples) => touching.move(samples),
    finish: () => touching.finish(),
    drop: () => touching.drop(),
  }
}
