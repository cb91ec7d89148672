// The body from one side with its marks: a picture without interaction.
import { useMemo } from 'react'
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import type { Stroke, TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { FigureBackground } from './FigureBackground.tsx'
import { ReferralLayer, RegionTints } from './MapLayers.tsx'
import { placeMarks } from '../marks/markPlacement.ts'
import type { MarkSizes } from '../marks/Mark.tsx'
import { PlacedMarks } from '../marks/PlacedMarks.tsx'
import { StrokeLayer } from './StrokeLayer.tsx'
import { TreatedLayer } from './TreatedLayer.tsx'

interface Props {
  drawing: FigureView
  /** The part that is shown, in figure units. */
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** The findings of one phase; those made in another view only tint their region. */
  findings: readonly Finding[]
  strokes: readonly Stroke[]
  areas: readonly TreatedArea[]
  sizes: MarkSizes
}

/** As high as its place; the width follows. */
export function BodyFigure({ drawing, box, findings, strokes, areas, sizes: { radius } }: Props) {
  const { view } = drawing
  const placed = useMemo(() => placeMarks({ drawing, box }, findings, radius), [drawing, box, findings, radius])
  return (
    <svg
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="img"
      aria-label={figureWords(view, findings)}
      style={{ height: '100%', width: 'auto', display: 'block' }}
    >
      <FigureBackground figure={drawing} />
      <TreatedLayer drawing={drawing} areas={areas} />
      <RegionTints figure={drawing} findings={findings} />
      <StrokeLayer view={view} strokes={strokes} radius={radius} />
      <ReferralLayer drawing={drawing} findings={findings} placed={placed} radius={radius} />
      <PlacedMarks placed={placed} radius={radius} isPressed={false} />
    </svg>
  )
}

/** The picture's text alternative. */
function figureWords(view: View, findings: readonly Finding[]): string {
  const marks = findings
    .filter((finding) => finding.view === view)
    .map((finding) => `${labelOfRegion(finding.regionId)}: ${findingKind(finding.kind).name} ${finding.severity}`)
  return `Body, ${view} view. ${marks.length === 0 ? 'No marks.' : `${marks.join('; ')}.`}`
}
