// One view of a session's body map on paper: the body, what was treated, no-go regions, strokes, referrals and marks.
import { useId } from 'react'
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { findingCourses, isGone, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import {
  ExactEnds,
  FanLines,
  FigureBackground,
  KindGlyph,
  marksToPlace,
  PileDisc,
  placeOn,
  ReferralLayer,
  roomOfSideLetters,
  SideLetters,
  StrokeLayer,
} from '#renderer/figure/index.ts'
import classes from './PaperFigure.module.css'
import { severityOnMark } from './FindingsOnPaper.tsx'
import { hatchLines } from './hatch.ts'
import { noGoOf, type MapRecord } from './mapOfSession.ts'
import { paperFigure } from './paperFigure.ts'
import { markFootprint, severityPlaces, type Plate } from './severityPlaces.ts'
import { hatchingOf, letterOf, letterPlaces } from './treatedLetters.ts'

interface Props {
  view: View
  record: MapRecord
  /** Millimetres. */
  height: number
}

/** In figure units: on a figure 74 mm high a mark is 3.3 mm wide, the letters of the sides 9 points high. */
const markRadius = 21
const sideLetters = 40

export function PaperFigure({ view, record, height }: Props) {
  const figure = paperFigure(view)
  const courses = findingCourses(record.findings)
  const shown = courses.map(stateOf)
  const courseOf = (finding: Finding) => courses[shown.indexOf(finding)] as FindingCourse
  // Placed by the full figure: the one for paper is the same with fewer points.
  const box = { x: 0, y: 0, width: figure.width, height: figure.height }
  const on = { drawing: figures[view], box, lettersAt: roomOfSideLetters(figure, sideLetters) }
  const marks = placeOn(on, marksToPlace(on, shown), markRadius, (finding, side) =>
    markFootprint(severityOnMark(courseOf(finding)), markRadius, side),
  ).map((placed) => {
    const course = courseOf(placed.items[0])
    return { ...placed, course, text: placed.items.length > 1 ? '' : severityOnMark(course) }
  })
  const letters = letterPlaces(figure, record.treatedAreas, marks, markRadius)
  const plates = severityPlaces(marks, markRadius, letters, figure.width)
  return (
    <svg
      viewBox={`0 0 ${figure.width} ${figure.height}`}
      role="img"
      aria-label={figureWords(view, record)}
      style={{ height: `${height}mm`, width: 'auto', display: 'block' }}
    >
      <FigureBackground figure={figure} />
      <Treated figure={figure} record={record} />
      <NoGo figure={figure} record={record} />
      <g className={classes.strokes}>
        <StrokeLayer view={view} strokes={record.strokes} radius={markRadius} />
      </g>
      <ReferralLayer drawing={figure} findings={shown} placed={marks} radius={markRadius} />
      <SideLetters figure={figure} fontSize={sideLetters} />
      <Letters places={letters} />
      <FanLines placed={marks} radius={markRadius} />
      {marks.map(({ items, course, x, y }) =>
        items.length > 1 ? (
          <g key={items[0].id} transform={`translate(${x} ${y}) scale(${markRadius / 10})`} aria-hidden>
            <PileDisc count={items.length} />
          </g>
        ) : (
          <PaperMark key={items[0].id} course={course} x={x} y={y} />
        ),
      )}
      {marks.map(({ items, text }, index) => {
        const plate = plates[index]
        return plate && <Severity key={items[0].id} text={text} plate={plate} />
      })}
      <ExactEnds placed={marks} radius={markRadius} />
    </svg>
  )
}

/** A course is drawn once, as it is after treatment; a gone finding is drawn hollow. */
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

/** Each treated area's letter on either side of the body, so that it is recognised without colour. */
const Letters = ({ places }: { places: ReturnType<typeof letterPlaces> }) => (
  <g className={classes.letters} aria-hidden>
    {places.map(({ index, x, y }) => (
      <g key={`${index} ${x} ${y}`} transform={`translate(${x} ${y})`}>
        <rect x="-17" y="-17" width="34" height="34" rx="6" />
        <text y="10" textAnchor="middle">
          {letterOf(index)}
        </text>
      </g>
    ))}
  </g>
)

interface MarkProps {
  course: FindingCourse
  x: number
  y: number
}

/** A kind's symbol on its colour. Hollow: gone. Hollow and dashed: not confirmed. */
function PaperMark({ course, x, y }: MarkProps) {
  const { kind, isConfirmed } = stateOf(course)
  const { colour } = findingKind(kind)
  const isHollow = !isConfirmed || isGone(course)
  return (
    <g transform={`translate(${x} ${y})`} color={isHollow ? colour : '#fff'} aria-hidden>
      <circle r={markRadius + 3} fill="#fff" />
      <circle
        r={isHollow ? markRadius - 1 : markRadius}
        fill={isHollow ? '#fff' : colour}
        stroke={isHollow ? colour : 'none'}
        strokeWidth="3"
        strokeDasharray={isConfirmed ? undefined : '7 5'}
      />
      <g transform={`scale(${markRadius / 10})`}>
        <KindGlyph kind={kind} />
      </g>
    </g>
  )
}

const Severity = ({ text, plate: { x, y, width, height } }: { text: string; plate: Plate }) => (
  <g className={classes.severity} aria-hidden>
    <rect x={x} y={y} width={width} height={height} rx={height / 2} />
    <text x={x + width / 2} y={y + height - 7} textAnchor="middle">
      {text}
    </text>
  </g>
)

/** The picture's text alternative. */
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
