// The body from one side with its marks: a picture without interaction, for reading and for paper.
import type { ReactNode } from 'react'
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import type { Stroke } from '#shared/domain/bodymap/stroke.ts'
import type { TreatedArea } from '#shared/domain/bodymap/treatedArea.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { FigureBackground, SideLetters } from './FigureBackground.tsx'
import { ReferralLayer } from './MapLayers.tsx'
import { Mark } from './Mark.tsx'
import { placeMarks } from './markPlacement.ts'
import { RegionTints } from './RegionTints.tsx'
import { StrokeLayer } from '../strokes/StrokeLayer.tsx'
import { TreatedLayer } from '../treated/TreatedLayer.tsx'

/** Sizes in figure units. */
interface FigureSizes {
  readonly radius: number
  /** Height of R and L; 0 leaves them out, where the stage shows them. */
  readonly letter: number
}

/** Sizes on paper: a mark is 4.4 mm wide on a figure 100 mm high. */
const printedSizes: FigureSizes = { radius: 20, letter: 26 }

interface Props {
  view: View
  /** The findings of one phase; those made in another view only tint their region. */
  findings: readonly Finding[]
  strokes?: readonly Stroke[]
  areas?: readonly TreatedArea[]
  /** Height as CSS length or number of CSS pixels. The width follows. */
  height: number | string
  /** Sizes of marks and letters; those for paper where nothing else is said. */
  sizes?: FigureSizes
  /** Another drawing of the view, such as the coarser one for paper. */
  figure?: FigureView
  /** The part that is shown, in figure units; the whole drawing where nothing is said. */
  box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Between the body and the marks. */
  children?: ReactNode
}

const none: readonly never[] = []

export function BodyFigure(props: Props) {
  const { view, findings, strokes = none, areas = none, height, sizes = printedSizes, figure = figures[view] } = props
  const { box = { x: 0, y: 0, width: figure.width, height: figure.height }, children } = props
  return (
    <svg
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="img"
      aria-label={figureWords(view, findings)}
      style={{ height, width: 'auto', display: 'block' }}
    >
      <FigureBackground figure={figure} />
      <TreatedLayer drawing={figure} areas={areas} />
      <RegionTints figure={figure} findings={findings} />
      {children}
      <StrokeLayer view={view} strokes={strokes} radius={sizes.radius} />
      <ReferralLayer drawing={figure} findings={findings} radius={sizes.radius} />
      {sizes.letter > 0 && <SideLetters figure={figure} fontSize={sizes.letter} />}
      {placeMarks(figure, findings, sizes.radius, box).map((mark) => (
        <Mark key={mark.finding.id} {...mark} radius={sizes.radius} />
      ))}
    </svg>
  )
}

/** What the picture says, for those who cannot see it. */
function figureWords(view: View, findings: readonly Finding[]): string {
  const marks = findings
    .filter((finding) => finding.view === view)
    .map((finding) => `${labelOfRegion(finding.regionId)}: ${findingKind(finding.kind).name} ${finding.severity}`)
  return `Body, ${view} view. ${marks.length === 0 ? 'No marks.' : `${marks.join('; ')}.`}`
}
