// Which visits on the slider get a date beside their tick, so that the dates never run into each other.
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { dateWords } from '#renderer/ui/dateWords.ts'

interface TickLabel {
  /** Index of the visit. */
  readonly at: number
  readonly text: string
}

/** The least distance between two labels, as a share of the slider's length. */
const room = 0.13

/**
 * Labels for visits that stand evenly spaced: each by its day while there is room, otherwise the first of each month,
 * or of each year where the months are too many.
 */
export function tickLabels(visits: readonly Visit[]): readonly TickLabel[] {
  const days = visits.map((visit, at) => ({ at, text: dateWords(visit.serviceStart).slice(0, -5) }))
  if (fits(days, visits.length)) return days
  const months = firstOfEach(visits, (start) => start.slice(0, 7)).map(({ at, start }) => ({
    at,
    text: monthWords(start),
  }))
  if (fits(months, visits.length)) return months
  return thinned(
    firstOfEach(visits, (start) => start.slice(0, 4)).map(({ at, start }) => ({ at, text: start.slice(0, 4) })),
    visits.length,
  )
}

/** "Mar 2026" */
const monthWords = (start: string) => dateWords(start).replace(/^\d+ /, '')

function firstOfEach(visits: readonly Visit[], spanOf: (start: string) => string) {
  return visits
    .map((visit, at) => ({ at, start: visit.serviceStart, before: visits[at - 1]?.serviceStart }))
    .filter(({ start, before }) => before === undefined || spanOf(start) !== spanOf(before))
}

const shareOf = (at: number, count: number) => (count < 2 ? 0 : at / (count - 1))

const fits = (labels: readonly TickLabel[], count: number) =>
  labels.every(({ at }, index) => {
    const last = labels[index - 1]
    return !last || shareOf(at, count) - shareOf(last.at, count) >= room
  })

/** Leaves out every label that would run into the one before it. */
function thinned(labels: readonly TickLabel[], count: number): readonly TickLabel[] {
  return labels.reduce<readonly TickLabel[]>((kept, label) => {
    const last = kept.at(-1)
    return !last || shareOf(label.at, count) - shareOf(last.at, count) >= room ? [...kept, label] : kept
  }, [])
}
