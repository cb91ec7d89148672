// The legend under a printed map: the kinds that it shows, and the signs that are no kind.
import type { ReactNode } from 'react'
import type { View } from '#shared/domain/bodymap/figure.ts'
import { findingKinds } from '#shared/domain/bodymap/finding.ts'
import { findingCourses, isGone } from '#shared/domain/bodymap/phases.ts'
import { Legend } from '#renderer/figure/index.ts'
import classes from './PaperLegend.module.css'
import { hatchLines } from './hatch.ts'
import { isSeen, noGoOf, type MapRecord } from './mapOfSession.ts'
import { hatchingOf, letterOf } from './treatedLetters.ts'

/** The ground of a treated area's sign. */
const square = 'M-8 -8l16 0l0 16l-16 0z'

interface Props {
  record: MapRecord
  /** The views that are drawn: what none of them shows needs no sign. */
  views: readonly View[]
}

export function PaperLegend({ record, views }: Props) {
  const { findings, strokes, treatedAreas } = record
  const kinds = findingKinds
    .map(({ id }) => id)
    .filter((id) => [...findings, ...strokes].some(({ kind }) => kind === id))
  const courses = findingCourses(findings)
  const isReferralSeen = findings.some(
    ({ refersToRegionId: id }) => id !== null && views.some((view) => isSeen(view, id)),
  )
  return (
    <div className={classes.legend}>
      {kinds.length > 0 && <Legend kinds={kinds} />}
      <ul aria-label="Signs">
        {courses.some(isGone) && (
          <Sign name="gone after treatment">
            <circle r="8" />
          </Sign>
        )}
        {findings.some(({ isConfirmed }) => !isConfirmed) && (
          <Sign name="carried over, not confirmed">
            <circle r="8" strokeDasharray="3.4 2.6" />
          </Sign>
        )}
        {isReferralSeen && (
          <Sign name="refers to">
            <path strokeDasharray="4 2.4" d="M-10 0H-2" />
            <path className={classes.solid} d="M1 0L-4-3.4V3.4z" />
            <circle className={classes.zone} cx="6" r="4" />
          </Sign>
        )}
        {treatedAreas.map(({ id, technique }, index) => (
          <Sign key={id} name={technique}>
            <rect className={classes.treated} x="-9" y="-9" width="18" height="18" rx="3" />
            <path className={classes.hatching} d={hatchLines([square], hatchingOf(index), 3.5)} />
            <circle className={classes.paper} r="6.4" />
            <text className={classes.letter} y="5" textAnchor="middle">
              {letterOf(index)}
            </text>
          </Sign>
        ))}
        {noGoOf(record).length > 0 && (
          <Sign name="no-go">
            <path className={classes.noGo} d="M-8-8H8V8H-8zM-8 0L0-8M-8 8L8-8M0 8L8 0M-8 0L0 8M-8-8L8 8M0-8L8 0" />
          </Sign>
        )}
      </ul>
    </div>
  )
}

const Sign = ({ name, children }: { name: string; children: ReactNode }) => (
  <li>
    <svg width="14" height="14" viewBox="-10 -10 20 20" aria-hidden>
      {children}
    </svg>
    <span dir="auto">{name}</span>
  </li>
)
