// Which visits on the slider get a date beside their tick, so that the dates never run into each other.
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { monthWords } from '#shared/domain/dateWords.ts'
import { dayAndMonthWords } from '#renderer/ui/dateWords.ts'

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
