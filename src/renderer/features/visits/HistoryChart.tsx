// How severe the findings of one region were over the visits: a line for each kind, on a scale from 0 to 10.
import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { findingKind, type FindingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { KindBadge } from '#renderer/figure/index.ts'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { seriesOf, type SeriesPoint } from './chartSeries.ts'
import classes from './HistoryChart.module.css'
import type { RegionVisit } from './regionCourses.ts'

interface Props {
  /** All visits of the client. */
  visits: readonly Visit[]
  /** Those at which the region was marked. */
  marked: readonly RegionVisit[]
  phase: Phase
  /** Index of the visit that is looked at. */
  at: number
}

const height = 128
const inner = { left: 22, right: 10, top: 8, bottom: 22 }
/** Dots of neighbours would run together beyond this many visits. */
const mostDots = 30

export function HistoryChart({ visits, marked, phase, at }: Props) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const series = useMemo(() => seriesOf(marked, phase), [marked, phase])
  const [first, last] = [visits[0], visits.at(-1)]
  const x = (visit: number) =>
    inner.left + (visits.length < 2 ? 0.5 : visit / (visits.length - 1)) * Math.max(1, width - inner.left - inner.right)
  const y = (severity: number) => inner.top + (1 - severity / 10) * (height - inner.top - inner.bottom)
  const line = (points: readonly SeriesPoint[]) =>
    points.map((point, index) => `${index > 0 && !point.isAfterGap ? 'L' : 'M'}${x(point.at)} ${y(point.severity)}`)
  return (
    <div className={classes.chart}>
      <ul className={classes.kinds} aria-label="Lines">
        {series.map(({ kind }, index) => (
          <li key={kind}>
            <svg width="22" height="8" aria-hidden>
              <path className={classes.line} d="M1 4H21" data-series={index % 4} style={lineColour(kind)} />
            </svg>
            <KindBadge kind={kind} size={14} />
            {findingKind(kind).name}
          </li>
        ))}
      </ul>
      <div ref={ref}>
        <svg className={classes.plot} width="100%" height={height} aria-hidden>
          {[0, 5, 10].map((severity) => (
            <g key={severity}>
              <line className={classes.grid} x1={inner.left} x2="100%" y1={y(severity)} y2={y(severity)} />
              <text className={classes.label} x={inner.left - 6} y={y(severity) + 4} textAnchor="end">
                {severity}
              </text>
            </g>
          ))}
          <line className={classes.now} x1={x(at)} x2={x(at)} y1={inner.top - 4} y2={height - inner.bottom} />
          {width > 0 &&
            series.map(({ kind, points }, index) => (
              <g key={kind} style={lineColour(kind)}>
                <path className={classes.line} d={line(points).join('')} data-series={index % 4} />
                {points
                  .filter((point) => visits.length <= mostDots || point.isAlone || point.at === at)
                  .map((point) => (
                    <circle
                      key={point.at}
                      className={classes.dot}
                      cx={x(point.at)}
                      cy={y(point.severity)}
                      r={point.at === at ? 4.5 : 3}
                    />
                  ))}
              </g>
            ))}
          {first && (
            <text className={classes.label} x={inner.left} y={height - 5}>
              {dateWords(first.serviceStart)}
            </text>
          )}
          {last && last !== first && (
            <text className={classes.label} x="100%" y={height - 5} textAnchor="end">
              {dateWords(last.serviceStart)}
            </text>
          )}
        </svg>
      </div>
    </div>
  )
}

const lineColour = (kind: FindingKind) => ({ '--kind': findingKind(kind).colour }) as React.CSSProperties
