// The marks of a figure as they were fanned out: lines to what they mark, the marks and piles, the exact spots.
// Those that can be pressed themselves carry the ids of their findings.
import { memo } from 'react'
import type { FanSpot } from '#shared/domain/bodymap/fan.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { findingDescription, findingName } from './findingWords.ts'
import { useStandsOut } from '../fromOutside.ts'
import { Mark, SeverityBadge } from './Mark.tsx'
import type { PlacedMark } from './markPlacement.ts'
import classes from './PlacedMarks.module.css'

interface Props {
  placed: readonly PlacedMark[]
  /** Of a mark, in figure units. */
  radius: number
  /** Whether marks that stand away from their regions, and piles, take pointers. Otherwise each shows its finding as a tooltip. */
  isPressed: boolean
}

export const PlacedMarks = memo(({ placed, radius, isPressed }: Props) => (
  <>
    <FanLines placed={placed} radius={radius} />
    {placed.map((one) => {
      const { x, y, items, isAway } = one
      const isOwn = isPressed && (isAway || items.length > 1)
      return (
        <g
          key={items[0].id}
          className={isPressed ? undefined : classes.named}
          {...(isOwn && { className: classes.pressed, 'data-mark': items.map(({ id }) => id).join(' ') })}
        >
          {!isPressed && <title>{items.map(wordsOf).join('\n')}</title>}
          {items.length === 1 ? (
            <Mark finding={items[0]} x={x} y={y} radius={radius} />
          ) : (
            <Pile {...one} radius={radius} />
          )}
        </g>
      )
    })}
    <ExactEnds placed={placed} radius={radius} />
  </>
))

/** "R upper trapezius, trigger point, severity 7 of 10". */
const wordsOf = (finding: Finding) => {
  const [name, description] = [findingName(finding), findingDescription(finding)]
  return `${name}${description.slice(description.indexOf(','))}`
}

interface PileProps extends Pick<PlacedMark, 'x' | 'y' | 'items'> {
  radius: number
}

/** Several findings at one place: open, with their number; beside it the highest severity among them. */
function Pile({ x, y, items, radius }: PileProps) {
  const courses = items.map(({ continuesId, id }) => continuesId ?? id)
  const isShown = useStandsOut(courses)
  const highest = items.reduce((one, other) => (other.severity > one.severity ? other : one))
  return (
    <g
      className={classes.mark}
      transform={`translate(${x} ${y}) scale(${radius / 10})`}
      data-course={courses.join(' ')}
      data-shown={isShown || undefined}
    >
      <PileDisc count={items.length} />
      <SeverityBadge severity={highest.severity} colour={findingKind(highest.kind).colour} isFirm />
    </g>
  )
}

/** How many lie in a pile, 20 units wide around the origin. */
export const PileDisc = ({ count }: { count: number }) => (
  <>
    <circle r="11.6" fill="#fff" />
    <circle cx="-2.2" cy="2.2" r="9.2" fill="#fff" stroke="#1f2624" strokeWidth="1.4" />
    <circle cx="0.4" cy="-0.4" r="9.2" fill="#fff" stroke="#1f2624" strokeWidth="1.4" />
    <text
      x="0.2"
      y="3"
      textAnchor="middle"
      fontSize={count > 99 ? 7 : count > 9 ? 8.4 : 9.6}
      fontWeight="700"
      letterSpacing="-0.4"
      fill="#1f2624"
    >
      ×{count}
    </text>
  </>
)

interface LinesProps {
  placed: readonly (FanSpot & Pick<PlacedMark, 'ends'>)[]
  radius: number
}

/** Lines from marks to what they mark, with a light edge so that they are visible on every background. */
export function FanLines({ placed, radius }: LinesProps) {
  const away = placed.filter(({ ends }) => ends.length > 0)
  if (away.length === 0) return null
  const d = away.flatMap(({ x, y, ends }) => ends.map((end) => `M${x} ${y}L${end.x} ${end.y}`)).join('')
  return (
    <g className={classes.lines} aria-hidden data-fan-lines>
      <path className={classes.edge} d={d} strokeWidth={radius * 0.34} />
      <path className={classes.line} d={d} strokeWidth={radius * 0.15} />
      {away.flatMap(({ ends }) =>
        ends.map(({ x, y }) => (
          <circle
            key={`${x} ${y}`}
            className={classes.end}
            cx={x}
            cy={y}
            r={radius * 0.24}
            strokeWidth={radius * 0.1}
          />
        )),
      )}
    </g>
  )
}

/** Exact spots from which marks were fanned out, above the marks so that none hides them. */
export function ExactEnds({ placed, radius }: LinesProps) {
  const exact = placed.flatMap(({ ends }) => ends.filter((end) => end.isExact))
  return exact.map(({ x, y }, index) => (
    <circle
      key={index}
      className={classes.end}
      cx={x}
      cy={y}
      r={radius * 0.24}
      strokeWidth={radius * 0.1}
      aria-hidden
    />
  ))
}

/** The mark whose first finding has this id, within a part of the page; null where it cannot be pressed itself. */
export const markElement = (within: ParentNode | null, findingId: string): Element | null =>
  within?.querySelector(`[data-mark^="${CSS.escape(findingId)}"]`) ?? null

/** The ids of the findings of the mark that an event hit; none outside of marks. */
export const findingsAt = (target: EventTarget): readonly string[] =>
  (target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark')?.split(' ') : null) ?? []
