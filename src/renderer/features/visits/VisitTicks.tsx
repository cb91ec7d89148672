// The scale under a slider over visits: one line for each visit, and dates where there is room, so that they never run into
// each other. And what the slider says: visits in words.
import { memo, useMemo } from 'react'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { monthWords } from '#shared/domain/dateWords.ts'
import { dayAndMonthWords, longDateWords } from '#renderer/ui/dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'
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

interface TickLabel {
  /** Index of the visit. */
  readonly at: number
  readonly text: string
}

/** The least distance between two labels, as a share of the slider's length. */
const room = 0.15
/** With more candidates than this the next coarser ones are taken. */
const most = 8

/**
 * Labels for visits that stand evenly spaced: each by its day while there are few, otherwise the first of each month,
 * quarter or year.
 */
export function tickLabels(visits: readonly Visit[]): readonly TickLabel[] {
  const days = visits.map(({ serviceStart }, at) => ({ at, text: dayAndMonthWords(serviceStart) }))
  const months = firstOfEach(visits, (start) => start.slice(0, 7), monthWords)
  const quarters = firstOfEach(visits, quarterOf, monthWords)
  const years = firstOfEach(
    visits,
    (start) => start.slice(0, 4),
    (start) => start.slice(0, 4),
  )
  return thinned([days, months, quarters].find((labels) => labels.length <= most) ?? years, visits.length)
}

const quarterOf = (start: string) => `${start.slice(0, 4)} ${Math.ceil(Number(start.slice(5, 7)) / 3)}`

function firstOfEach(
  visits: readonly Visit[],
  spanOf: (start: string) => string,
  words: (start: string) => string,
): readonly TickLabel[] {
  return visits.flatMap(({ serviceStart }, at) => {
    const before = visits[at - 1]
    const isFirst = !before || spanOf(before.serviceStart) !== spanOf(serviceStart)
    return isFirst ? [{ at, text: words(serviceStart) }] : []
  })
}

/**
 * Leaves out every label that would run into the one before it. The first visit's gives way to the next: its month or
 * year has begun before it.
 */
const thinned = (labels: readonly TickLabel[], count: number): readonly TickLabel[] =>
  labels.reduce<readonly TickLabel[]>((kept, label) => {
    const last = kept.at(-1)
    if (!last || (label.at - last.at) / Math.max(1, count - 1) >= room) return [...kept, label]
    return kept.length === 1 && last.at === 0 ? [label] : kept
  }, [])

/** "Visit 7 of 12, 3 March 2026". */
export function visitWords(visits: readonly Visit[], at: number): string {
  const visit = visits[at]
  return visit ? `Visit ${visit.number} of ${visits.at(-1)?.number}, ${longDateWords(visit.serviceStart)}` : ''
}

/** "12 visits, 3 March 2025 to 9 November 2026"; one visit has one date. */
export function spanWords(visits: readonly Visit[], from: number, to: number): string {
  const [first, last] = [visits[from], visits[to]]
  if (!first || !last) return ''
  const count = countWords(to - from + 1, 'visit')
  return from === to
    ? `${count}, ${longDateWords(first.serviceStart)}`
    : `${count}, ${longDateWords(first.serviceStart)} to ${longDateWords(last.serviceStart)}`
}
