// One finding's mark on the figure: its symbol on its colour in a white ring, and its severity beside it.
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { KindGlyph } from './kindGlyphs.tsx'

interface Props {
  finding: Finding
  /** Centre and radius in figure units. */
  x: number
  y: number
  radius: number
}

/** Drawn 20 units wide around its centre and scaled to the radius. Carries symbol and number, so it needs no colour. */
export function Mark({ finding, x, y, radius }: Props) {
  const scale = radius / 10
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} color="#fff">
      <circle r="11.6" fill="#fff" />
      <circle r="10" fill={findingKind(finding.kind).colour} />
      <KindGlyph kind={finding.kind} />
      {finding.severity > 0 && (
        <g transform="translate(9.4 -8.4)">
          <circle r="7" fill="#fff" stroke={findingKind(finding.kind).colour} strokeWidth="1.2" />
          <text
            y="3.3"
            textAnchor="middle"
            fontSize={finding.severity > 9 ? 8.2 : 9.4}
            fontWeight="700"
            letterSpacing={finding.severity > 9 ? -0.6 : 0}
            fill="#1f2624"
          >
            {finding.severity}
          </text>
        </g>
      )}
    </g>
  )
}
