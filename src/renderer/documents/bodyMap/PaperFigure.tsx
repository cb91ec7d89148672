// One view of a session's body map on paper: the body, what was treated, no-go regions, strokes, referrals and marks.
import { useId } from 'react'
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { findingCourses, isGone, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import {
  FigureBackground,
  KindGlyph,
  placeMarks,
  ReferralLayer,
  SideLetters,
  StrokeLayer,
} from '#renderer/features/bodymap/index.ts'
import classes from './PaperFigure.module.css'
import { severityOnMark } from './changeOnPaper.ts'
import { hatchLines } from './hatch.ts'
import { noGoOf, type MapRecord } from './mapOfSession.ts'
import { paperFigure } from './paperFigure.ts'
import { letterOf, letterPlaces, hatchingOf } from './treatedLetters.ts'

interface Props {
  view: View
  record: MapRecord
}

const figureHeight = '68mm'
/** In figure units: at that height a mark is 3 mm wide, the letters of the sides 8 points high. */
const markRadius = 21
const sideLetters = 40

export function PaperFigure({ view, record }: Props) {
  const figure = paperFigure(view)
  const courses = findingCourses(record.findings)
  const shown = courses.map(stateOf)
  const marks = placeMarks(figure, shown, markRadius)
  return (
    <svg
      viewBox={`0 0 ${figure.width} ${figure.height}`}
      role="img"
      aria-label={figureWords(view, record)}
      style={{ height: figureHeight, width: 'auto', display: 'block' }}
    >
      <FigureBackground figure={figure} />
      <Treated figure={figure} record={record} />
      <NoGo figure={figure} record={record} />
      <StrokeLayer view={view} strokes={record.strokes} />
      <ReferralLayer drawing={figure} findings={shown} radius={markRadius} />
      <SideLetters figure={figure} fontSize={sideLetters} />
      <Letters figure={figure} record={record} taken={marks} />
      {marks.map(({ finding, x, y }) => (
        <PaperMark key={finding.id} course={courses[shown.indexOf(finding)]} finding={finding} x={x} y={y} />
      ))}
    </svg>
  )
}

/** A course is drawn once, where it stands after treatment; what is gone stays to be seen, hollow. */
const stateOf = ({ before, after }: FindingCourse) => (after ?? before) as Finding

interface LayerProps {
  figure: FigureView
  record: MapRecord
}

function Treated({ figure, record: { treatedAreas } }: LayerProps) {
  return treatedAreas.map(({ id, regionIds }, index) => (
    <HatchedShape
      key={id}
      figure={figure}
      regionIds={regionIds}
      className={classes.treated}
      lines={(paths) => hatchLines(paths, hatchingOf(index), 9)}
    />
  ))
}

const NoGo = ({ figure, record }: LayerProps) => (
  <HatchedShape
    figure={figure}
    regionIds={noGoOf(record).map(({ regionId }) => regionId)}
    className={classes.noGo}
    lines={(paths) => hatchLines(paths, 'crossed', 9)}
  />
)

interface HatchedProps {
  figure: FigureView
  regionIds: readonly string[]
  className: string | undefined
  /** The hatching of these shapes. */
  lines: (paths: readonly string[]) => string
}

function HatchedShape({ figure, regionIds, className, lines }: HatchedProps) {
  const id = useId()
  const paths = figure.regions.filter(({ regionId }) => regionIds.includes(regionId)).map(({ path }) => path)
  if (paths.length === 0) return null
  const shape = paths.join('')
  return (
    <g className={className} aria-hidden>
      <clipPath id={`${id}-in`}>
        <path d={shape} />
      </clipPath>
      <clipPath id={`${id}-out`}>
        {/* Everything but the shape: of the outline only what runs around all its regions is left. */}
        <path clipRule="evenodd" d={`M-20-20H${figure.width + 20}V${figure.height + 20}H-20Z${shape}`} />
      </clipPath>
      <path className={classes.ground} d={shape} />
      <path className={classes.lines} clipPath={`url(#${id}-in)`} d={lines(paths)} />
      <path className={classes.edge} clipPath={`url(#${id}-out)`} d={shape} />
    </g>
  )
}

interface LettersProps extends LayerProps {
  taken: readonly { readonly x: number; readonly y: number }[]
}

/** Each treated area's letter on either side of the body, so that it is told apart without colour. */
function Letters({ figure, record: { treatedAreas }, taken }: LettersProps) {
  return (
    <g className={classes.letters} aria-hidden>
      {letterPlaces(figure, treatedAreas, taken, markRadius).map(({ index, x, y }) => (
        <g key={`${index} ${x} ${y}`} transform={`translate(${x} ${y})`}>
          <rect x="-17" y="-17" width="34" height="34" rx="6" />
          <text y="10" textAnchor="middle">
            {letterOf(index)}
          </text>
        </g>
      ))}
    </g>
  )
}

interface MarkProps {
  course: FindingCourse | undefined
  finding: Finding
  x: number
  y: number
}

/** Symbol on its colour and the severity beside it. Hollow: gone. Hollow and dashed: not confirmed. */
function PaperMark({ course, finding, x, y }: MarkProps) {
  const { colour } = findingKind(finding.kind)
  const isOpen = !finding.isConfirmed
  const isHollow = isOpen || (course !== undefined && isGone(course))
  const severity = course ? severityOnMark(course) : ''
  return (
    <g transform={`translate(${x} ${y})`} color={isHollow ? colour : '#fff'} aria-hidden>
      <circle r={markRadius + 3} fill="#fff" />
      {isHollow ? (
        <circle
          r={markRadius - 1}
          fill="#fff"
          stroke={colour}
          strokeWidth="3"
          strokeDasharray={isOpen ? '7 5' : undefined}
        />
      ) : (
        <circle r={markRadius} fill={colour} />
      )}
      <g transform={`scale(${markRadius / 10})`}>
        <KindGlyph kind={finding.kind} />
      </g>
      {severity !== '' && <Severity text={severity} />}
    </g>
  )
}

const digitWidth = 17
const arrowWidth = 25

function Severity({ text }: { text: string }) {
  const width = 14 + [...text].reduce((sum, letter) => sum + (letter === '→' ? arrowWidth : digitWidth), 0)
  return (
    <g className={classes.severity} transform={`translate(${markRadius - 5} ${5 - markRadius})`}>
      <rect x="0" y="-19" width={width} height="33" rx="16.5" />
      <text x={width / 2} y="7" textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

/** What the picture says, for those who cannot see it. */
function figureWords(view: View, { findings, treatedAreas }: MapRecord): string {
  const marks = findingCourses(findings)
    .filter((course) => stateOf(course).view === view)
    .map((course) => {
      const { regionId, kind } = stateOf(course)
      return `${labelOfRegion(regionId)}: ${findingKind(kind).name} ${severityOnMark(course).replace('→', ' to ')}`.trim()
    })
  const treated = treatedAreas.length > 0 ? ' Treated areas are hatched.' : ''
  return `Body, ${view.replace('-', ' ')} view. ${marks.length === 0 ? 'No marks.' : `${marks.join('; ')}.`}${treated}`
}
