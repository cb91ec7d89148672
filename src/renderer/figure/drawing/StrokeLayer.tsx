// The freehand strokes of one view, each drawn once. Not interactive: the table names and removes them.
import { memo, type CSSProperties } from 'react'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type FindingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { KindGlyph } from '../marks/kindGlyphs.tsx'
import { strokePath } from './strokePath.ts'
import classes from './StrokeLayer.module.css'

interface Props {
  view: View
  /** Of any view, in the order of drawing. */
  strokes: readonly Stroke[]
  /** Strokes of the other phase are faint; null draws all alike. */
  phase?: Phase | null
  /** Of a mark, in figure units. The sign at the start of a stroke, which shows its kind without colour, is half as wide. */
  radius: number
}

/** Against a mark. */
const signShare = 0.55

export const StrokeLayer = memo(({ view, strokes, phase = null, radius }: Props) => {
  const here = strokes.filter((stroke) => stroke.view === view)
  const isFaint = (stroke: Stroke) => phase !== null && stroke.phase !== phase
  return (
    <g className={classes.layer} aria-hidden>
      {here.map((stroke) => (
        <Line key={stroke.id} kind={stroke.kind} points={stroke.points} isFaint={isFaint(stroke)} />
      ))}
      {/* Above all lines, so that none is crossed out. */}
      {here.map((stroke) => (
        <Sign
          key={stroke.id}
          kind={stroke.kind}
          points={stroke.points}
          isFaint={isFaint(stroke)}
          scale={(radius * signShare) / signRadius}
        />
      ))}
    </g>
  )
})

interface LineProps {
  kind: FindingKind
  points: readonly number[]
  isFaint: boolean
}

const Line = memo(({ kind, points, isFaint }: LineProps) => (
  <path className={classes.stroke} style={kindColour(kind)} d={strokePath(points)} data-faint={isFaint || undefined} />
))

/** As wide as a glyph's own box from −6 to 6, and its edge. */
const signRadius = 9

const Sign = memo(({ kind, points, isFaint, scale }: LineProps & { scale: number }) => (
  <g
    className={classes.sign}
    style={kindColour(kind)}
    color="#fff"
    transform={`translate(${points[0] ?? 0} ${points[1] ?? 0}) scale(${scale})`}
    data-faint={isFaint || undefined}
  >
    <circle r={signRadius} />
    <KindGlyph kind={kind} />
  </g>
))

/** The kind's colour as the custom property that the layers draw with. */
export const kindColour = (kind: FindingKind): CSSProperties =>
  ({ '--kind-colour': findingKind(kind).colour }) as CSSProperties
