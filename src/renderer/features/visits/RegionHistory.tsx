// One region over all visits: its chart, and its findings by date. Each date leads to its visit.
import { Button, CloseButton } from '@mantine/core'
import { memo, useMemo, useState } from 'react'
import { findingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import { labelOfRegion, type RegionId } from '#shared/domain/bodymap/regions.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import { DataTable } from '#renderer/ui/DataTable.tsx'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { HistoryChart } from './HistoryChart.tsx'
import classes from './RegionHistory.module.css'
import { courseText, findingOf, regionCourses, remarksOf, type RegionVisit } from './regionCourses.ts'
import tables from './VisitTables.module.css'

interface Props {
  regionId: RegionId
  /** What the chart shows. */
  phase: Phase
  /** The client's visits in both phases, as far as they are known. */
  before: readonly Visit[]
  after: readonly Visit[] | undefined
  /** Index of the visit that is looked at. */
  at: number
  onVisit: (at: number) => void
  onClose: () => void
}

/** Visits listed at once; a long history would render slowly. */
const rowsAtFirst = 40

export function RegionHistory({ regionId, phase, before, after, at, onVisit, onClose }: Props) {
  const marked = useMemo(() => regionCourses(before, after, regionId), [before, after, regionId])
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? marked : marked.slice(0, rowsAtFirst)
  const name = labelOfRegion(regionId)
  return (
    <section className={classes.history} aria-label={`History: ${name}`}>
      <header className={classes.head}>
        <h3 className={classes.name}>{name}</h3>
        <span className={classes.count}>
          {marked.length === 0
            ? `never marked in ${countWords(before.length, 'visit')}`
            : `marked at ${marked.length} of ${countWords(before.length, 'visit')}`}
        </span>
        <CloseButton size="sm" aria-label="Close history" onClick={onClose} />
      </header>
      {marked.length > 0 && (
        <>
          <HistoryChart visits={before} marked={marked} phase={phase} at={at} />
          <div className={classes.list}>
            <DataTable hasHead caption={`Findings: ${name}`} columns={['Date', 'Kind', 'Before → after']}>
              {shown.map((visit) => (
                <VisitRow key={visit.sessionId} visit={visit} isShown={visit.at === at} onVisit={onVisit} />
              ))}
            </DataTable>
            {shown.length < marked.length && (
              <Button
                variant="subtle"
                size="compact-sm"
                className={classes.older ?? ''}
                onClick={() => setIsWhole(true)}
              >
                {`Show ${countWords(marked.length - shown.length, 'older visit')}`}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

interface RowProps {
  visit: RegionVisit
  isShown: boolean
  onVisit: (at: number) => void
}

/** One row per finding; the first one of a visit has its date. */
const VisitRow = memo(({ visit: { at, number, serviceStart, courses }, isShown, onVisit }: RowProps) =>
  courses.map((course, index) => {
    const finding = findingOf(course)
    const remarks = remarksOf(course)
    return (
      <tr key={finding.id} data-chosen={isShown || undefined}>
        {index === 0 && (
          <th scope="rowgroup" rowSpan={courses.length} className={classes.date}>
            <button
              type="button"
              className={tables.choice}
              aria-current={isShown}
              aria-label={`${dateWords(serviceStart)}, visit ${number}`}
              onClick={() => onVisit(at)}
            >
              {dateWords(serviceStart)}
            </button>
          </th>
        )}
        <td className={index > 0 ? classes.continued : undefined}>
          <span className={tables.badged}>
            <KindBadge kind={finding.kind} size={15} />
            <span>
              {findingKind(finding.kind).name}
              {remarks !== '' && (
                <span className={tables.more} dir="auto">
                  {remarks}
                </span>
              )}
            </span>
          </span>
        </td>
        <td className={classes.course}>{courseText(course)}</td>
      </tr>
    )
  }),
)
