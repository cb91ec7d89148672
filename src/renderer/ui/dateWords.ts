// Dates and times in words, for lists and headings. Days are `YYYY-MM-DD`, wall times `YYYY-MM-DDTHH:mm`.
import { daysBetween, partsOfDay } from '#shared/domain/time.ts'

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const dayAndMonth = (time: string) => {
  const { day, month } = partsOfDay(time)
  return `${day} ${monthNames[month - 1]}`
}

/** "2 Mar 1980", of a day or a wall time. */
export const dateWords = (day: string): string => `${dayAndMonth(day)} ${partsOfDay(day).year}`

/** "2 Mar" in the year of `today`, otherwise "2 Mar 1980". */
export const shortDateWords = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(day) : dateWords(day)

/** "Mon 23 Nov" in the year of `today`, otherwise "Mon 23 Nov 2025". */
export function dayWords(day: string, today: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return `${weekdays[partsOfDay(day).weekday]} ${isThisYear ? dayAndMonth(day) : dateWords(day)}`
}

/** "14:00", of a wall time. */
export const timeWords = (wallTime: string): string => wallTime.slice(11, 16)

/** "1 finding", "3 findings", "2 entries". */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** Whole calendar months between two days, the earlier one first. */
function wholeMonths(from: string, to: string): number {
  const [earlier, later] = [partsOfDay(from), partsOfDay(to)]
  const months = (later.year - earlier.year) * 12 + later.month - earlier.month
  return later.day < earlier.day ? months - 1 : months
}

function distance(from: string, to: string): string {
  const days = daysBetween(from, to)
  if (days < 14) return countWords(days, 'day')
  if (days < 61) return countWords(Math.floor(days / 7), 'week')
  const months = wholeMonths(from, to)
  return months < 24 ? countWords(months, 'month') : countWords(Math.floor(months / 12), 'year')
}

/** How far a day is from today: "today", "yesterday", "3 weeks ago", "in 2 days". */
export function relativeDay(day: string, today: string): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  return days > 0 ? `${distance(day, today)} ago` : `in ${distance(today, day)}`
}
