// The freehand strokes of one view, each drawn once. Only to be seen: they are told and removed in the table.
import { memo, type CSSProperties } from 'react'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type FindingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { Stroke } from '#shared/domain/bodymap/stroke.ts'
import { KindGlyph } from '../figure/kindGlyphs.tsx'
import { strokePath } from './strokePath.ts'
import classes from './strokes.module.css'

interface Props {
  view: View
  /** Of any view, in the order of drawing. */
  strokes: readonly Stroke[]
  /** Strokes of the other phase are faint; null draws all alike. */
  phase?: Phase | null
  /** Of a mark, in figure units. The sign at the begin of a stroke, which tells its kind without colour, is half as wide. */
  radius: number
}

/** Against a mark. */
const signShare = 0.55

export const StrokeLayer = memo(({ view, strokes, phase = null, radius }: Props) => (
  <g className={classes.layer} aria-hidden>
    {strokes
      .filter((stroke) => stroke.view === view)
      .map(({ id, kind, phase: ownPhase, points }) => (
        <StrokeShape
          key={id}
          kind={kind}
          points={points}
          signRadius={radius * signShare}
          isFaint={phase !== null && ownPhase !== phase}
        />
      ))}
  </g>
))

interface ShapeProps {
  kind: FindingKind
  points: readonly number[]
  signRadius: number
  isFaint: boolean
}

const StrokeShape = memo(({ kind, points, signRadius, isFaint }: ShapeProps) => (
  <g style={kindColour(kind)} data-faint={isFaint || undefined}>
    <path className={classes.stroke} d={strokePath(points)} />
    {/* As wide as the glyph's own box from −6 to 6, and its edge. */}
    <g
      className={classes.sign}
      color="#fff"
      transform={`translate(${points[0] ?? 0} ${points[1] ?? 0}) scale(${signRadius / 9})`}
    >
      <circle r="9" />
      <KindGlyph kind={kind} />
    </g>
  </g>
))

/** The kind's colour as the custom property that the layers draw with. */
export const kindColour = (kind: FindingKind): CSSProperties =>
  ({ '--kind-colour': findingKind(kind).colour }) as CSSProperties
