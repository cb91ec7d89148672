// One finding's mark on the figure: its symbol on its colour in a white ring, its severity beside it, and how large it is.
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { useStandsOut } from '../fromOutside.ts'
import { KindGlyph } from './kindGlyphs.tsx'
import classes from './PlacedMarks.module.css'

interface Props {
  finding: Finding
  /** Centre and radius in figure units. */
  x: number
  y: number
  radius: number
}

/**
 * Drawn 20 units wide around its centre and scaled to the radius. Carries symbol and number, so it needs no colour. What
 * was carried over and is not confirmed has a dashed ring and is hollow.
 */
export function Mark({ finding, x, y, radius }: Props) {
  const scale = radius / 10
  const { colour } = findingKind(finding.kind)
  const isFirm = finding.isConfirmed
  const course = finding.continuesId ?? finding.id
  const isShown = useStandsOut([course])
  return (
    <g
      className={classes.mark}
      transform={`translate(${x} ${y}) scale(${scale})`}
      color={isFirm ? '#fff' : colour}
      data-course={course}
      data-shown={isShown || undefined}
      {...(finding.point && { 'data-spot-of': finding.regionId })}
    >
      <circle r="11.6" fill="#fff" />
      {isFirm ? (
        <circle r="10" fill={colour} />
      ) : (
        <circle r="9.4" fill="#fff" stroke={colour} strokeWidth="1.6" strokeDasharray="3.4 2.5" />
      )}
      <KindGlyph kind={finding.kind} />
      <SeverityBadge severity={finding.severity} colour={colour} isFirm={isFirm} />
    </g>
  )
}

interface BadgeProps {
  severity: number
  colour: string
  isFirm: boolean
}

/** The severity, at the upper right of a mark 20 units wide around the origin; nothing for 0. */
export const SeverityBadge = ({ severity, colour, isFirm }: BadgeProps) =>
  severity > 0 && (
    <g transform="translate(9.4 -8.4)">
      <circle r="7" fill="#fff" stroke={colour} strokeWidth="1.2" strokeDasharray={isFirm ? undefined : '2.2 1.7'} />
      <text
        y="3.3"
        textAnchor="middle"
        fontSize={severity > 9 ? 8.2 : 9.4}
        fontWeight="700"
        letterSpacing={severity > 9 ? -0.6 : 0}
        fill="#1f2624"
      >
        {severity}
      </text>
    </g>
  )

/** Sizes in figure units. */
export interface MarkSizes {
  readonly radius: number
}

const markRadiusPixels = 9.5
/** Marks grow less than the body, so that neighbours move apart. */
const growth = 0.3

/**
 * How large marks are drawn, so that they can be read and hit on every screen and at every zoom.
 * @param unitsPerPixel figure units per CSS pixel while not zoomed
 * @param zoom the stage's scale, 1 when not zoomed
 */
export const markSizes = (unitsPerPixel: number, zoom: number): MarkSizes => ({
  radius: clamp((markRadiusPixels * zoom ** growth * unitsPerPixel) / zoom, 1.5, 34),
})

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
