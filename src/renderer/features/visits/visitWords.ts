// Visits and dates in words, as the comparison of visits says them.
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { countWords } from '#renderer/ui/dateWords.ts'

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "3 March 2026", of a wall time. */
export function longDate(wallTime: string): string {
  return `${dayAndMonth(wallTime)} ${wallTime.slice(0, 4)}`
}

const dayAndMonth = (wallTime: string) =>
  `${Number(wallTime.slice(8, 10))} ${monthNames[Number(wallTime.slice(5, 7)) - 1]}`

/** "3 March" in the year of `beside`, otherwise "3 March 2025". Both are wall times. */
export const dateBeside = (wallTime: string, beside: string): string =>
  wallTime.slice(0, 4) === beside.slice(0, 4) ? dayAndMonth(wallTime) : longDate(wallTime)

/** "Visit 7 of 12, 3 March 2026". */
export function visitWords(visits: readonly Visit[], at: number): string {
  const visit = visits[at]
  return visit ? `Visit ${visit.number} of ${visits.at(-1)?.number}, ${longDate(visit.serviceStart)}` : ''
}

/** "12 visits, 3 March 2025 to 9 November 2026"; one visit has one date. */
export function spanWords(visits: readonly Visit[], from: number, to: number): string {
  const [first, last] = [visits[from], visits[to]]
  if (!first || !last) return ''
  const count = countWords(to - from + 1, 'visit')
  return from === to
    ? `${count}, ${longDate(first.serviceStart)}`
    : `${count}, ${longDate(first.serviceStart)} to ${longDate(last.serviceStart)}`
}
