// The legend under a printed map: the kinds that it shows, and the signs that are no kind.
import type { ReactNode } from 'react'
import { findingKinds } from '#shared/domain/bodymap/finding.ts'
import { findingCourses, isGone } from '#shared/domain/bodymap/phases.ts'
import { Legend } from '#renderer/features/bodymap/index.ts'
import classes from './PaperLegend.module.css'
import { noGoOf, type MapRecord } from './mapOfSession.ts'
import { letterOf } from './treatedLetters.ts'

export function PaperLegend({ record }: { record: MapRecord }) {
  const { findings, strokes, treatedAreas } = record
  const kinds = findingKinds
    .map(({ id }) => id)
    .filter((id) => [...findings, ...strokes].some(({ kind }) => kind === id))
  const courses = findingCourses(findings)
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
        {findings.some(({ refersToRegionId }) => refersToRegionId !== null) && (
          <Sign name="refers to">
            <path strokeDasharray="4 2.4" d="M-9 0H3" />
            <path className={classes.solid} d="M10 0L2-4V4z" />
          </Sign>
        )}
        {treatedAreas.map(({ id, technique }, index) => (
          <Sign key={id} name={technique}>
            <rect className={classes.treated} x="-8" y="-8" width="16" height="16" rx="3" />
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
