// The body from one side with the marks of its findings: a picture without interaction, for reading and for paper.
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { FigureBackground, SideLetters } from './FigureBackground.tsx'
import { Mark } from './Mark.tsx'
import { placeMarks } from './markPlacement.ts'
import { longRegionName } from './regionWords.ts'
import { RegionTints } from './RegionTints.tsx'

/** A mark's radius in figure units where the picture's size on screen is not known: 2.2 mm at 100 mm height. */
const printedMarkRadius = 20

interface Props {
  view: View
  /** The session's findings; those made in another view only tint their region. */
  findings: readonly Finding[]
  /** Height as CSS length or number of CSS pixels. The width follows. */
  height: number | string
  /** Another drawing of the view, such as the coarser one for paper. */
  figure?: FigureView
}

export function BodyFigure({ view, findings, height, figure = figures[view] }: Props) {
  return (
    <svg
      viewBox={`0 0 ${figure.width} ${figure.height}`}
      role="img"
      aria-label={figureWords(view, findings)}
      style={{ height, width: 'auto', display: 'block' }}
    >
      <FigureBackground figure={figure} />
      <RegionTints figure={figure} findings={findings} />
      <SideLetters figure={figure} fontSize={26} />
      {placeMarks(figure, findings, printedMarkRadius).map((mark) => (
        <Mark key={mark.finding.id} {...mark} radius={printedMarkRadius} />
      ))}
    </svg>
  )
}

/** What the picture says, for those who cannot see it. */
function figureWords(view: View, findings: readonly Finding[]): string {
  const marks = findings
    .filter((finding) => finding.view === view)
    .map((finding) => `${longRegionName(finding.regionId)}: ${findingKind(finding.kind).name} ${finding.severity}`)
  return `Body, ${view} view. ${marks.length === 0 ? 'No marks.' : `${marks.join('; ')}.`}`
}
