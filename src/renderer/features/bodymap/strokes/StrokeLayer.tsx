// The freehand strokes of one view, each drawn once. Only to be seen: they are told and removed in the table.
import { memo, type CSSProperties } from 'react'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type FindingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { Stroke } from '#shared/domain/bodymap/stroke.ts'
import { strokePath } from './strokePath.ts'
import classes from './strokes.module.css'

interface Props {
  view: View
  /** Of any view, in the order of drawing. */
  strokes: readonly Stroke[]
  /** Strokes of the other phase are faint; null draws all alike. */
  phase?: Phase | null
  /** The only stroke that is not faint; null when none is chosen. */
  chosenId?: string | null
  /** Figure units across. */
  thickness?: number
}

export const StrokeLayer = memo(({ view, strokes, phase = null, chosenId = null, thickness = 6 }: Props) => (
  <g className={classes.layer} aria-hidden>
    {strokes
      .filter((stroke) => stroke.view === view)
      .map(({ id, kind, phase: ownPhase, points }) => (
        <StrokeShape
          key={id}
          kind={kind}
          points={points}
          thickness={thickness}
          isFaint={chosenId === null ? phase !== null && ownPhase !== phase : id !== chosenId}
        />
      ))}
  </g>
))

interface ShapeProps {
  kind: FindingKind
  points: readonly number[]
  thickness: number
  isFaint: boolean
}

const StrokeShape = memo(({ kind, points, thickness, isFaint }: ShapeProps) => (
  <path
    className={classes.stroke}
    style={kindColour(kind)}
    d={strokePath(points, { thickness })}
    data-faint={isFaint || undefined}
  />
))

/** The kind's colour as the custom property that the layers draw with. */
export const kindColour = (kind: FindingKind): CSSProperties =>
  ({ '--kind-colour': findingKind(kind).colour }) as CSSProperties
