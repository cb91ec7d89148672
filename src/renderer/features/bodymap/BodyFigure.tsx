// The body from one side with the marks of its findings: a picture without interaction, for reading and for paper.
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { FigureBackground, SideLetters } from './FigureBackground.tsx'
import { Mark } from './Mark.tsx'
import { placeMarks } from './markPlacement.ts'
import { longRegionName } from './regionWords.ts'
import type { MarkSizes } from './useFigureScale.ts'
import { RegionTints } from './RegionTints.tsx'

/** Sizes on paper: a mark is 4.4 mm wide on a figure 100 mm high. */
const printedSizes: MarkSizes = { radius: 20, letter: 26 }

interface Props {
  view: View
  /** The session's findings; those made in another view only tint their region. */
  findings: readonly Finding[]
  /** Height as CSS length or number of CSS pixels. The width follows. */
  height: number | string
  /** Sizes of marks and letters in figure units; those for paper where nothing else is said. */
  sizes?: MarkSizes
  /** Another drawing of the view, such as the coarser one for paper. */
  figure?: FigureView
}

export function BodyFigure({ view, findings, height, sizes = printedSizes, figure = figures[view] }: Props) {
  return (
    <svg
      viewBox={`0 0 ${figure.width} ${figure.height}`}
      role="img"
      aria-label={figureWords(view, findings)}
      style={{ height, width: 'auto', display: 'block' }}
    >
      <FigureBackground figure={figure} />
      <RegionTints figure={figure} findings={findings} />
      <SideLetters figure={figure} fontSize={sizes.letter} />
      {placeMarks(figure, findings, sizes.radius).map((mark) => (
        <Mark key={mark.finding.id} {...mark} radius={sizes.radius} />
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
