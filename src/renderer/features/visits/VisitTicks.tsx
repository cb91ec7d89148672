// The scale under a slider over visits: one line for each visit, and dates where there is room.
import { memo, useMemo } from 'react'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { tickLabels } from './tickLabels.ts'
import classes from './slider.module.css'

export const VisitTicks = memo(({ visits }: { visits: readonly Visit[] }) => {
  const last = Math.max(1, visits.length - 1)
  const labels = useMemo(() => tickLabels(visits), [visits])
  return (
    <div className={classes.scale} aria-hidden>
      {/* One path, however many visits there are. */}
      <svg className={classes.ticks} viewBox={`0 0 ${last} 1`} preserveAspectRatio="none">
        <path d={visits.map((_, at) => `M${at} 0V1`).join('')} vectorEffect="non-scaling-stroke" />
      </svg>
      {labels.map(({ at, text }) => (
        <span
          key={at}
          className={classes.date}
          data-end={endOf(at, visits.length)}
          style={{ insetInlineStart: `${(at / last) * 100}%` }}
        >
          {text}
        </span>
      ))}
    </div>
  )
})

const endOf = (at: number, count: number) => (at === 0 ? 'first' : at === count - 1 ? 'last' : undefined)
