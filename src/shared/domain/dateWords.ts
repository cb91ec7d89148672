// Dates and times in words: the only place, for screens, for paper, and for the record. Words are English; only
// the order of day, month and year and the clock differ. A month stands by its name or after the year, so that no reader
// mistakes it for the day. Days are `YYYY-MM-DD`, wall times `YYYY-MM-DDTHH:mm`.
import { z } from 'zod'
import { dayAt, daysBetween, offsetHere, partsOfDay, wallClock, wallTimeAt, zoneIfOther } from './time.ts'

/** The order of day, month and year. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]
/** Whether hours count to 12, with AM and PM, or to 24. */
export const hourClocks = ['12', '24'] as const
export type HourClock = (typeof hourClocks)[number]

/** How dates and times are written. */
export const dateFormat = z.strictObject({ order: z.enum(dateOrders), clock: z.enum(hourClocks) })
export type DateFormat = z.infer<typeof dateFormat>

/**
 * How the record itself writes them, on every computer and under every setting: what an amendment says that it corrects
 * is signed in these words and compared with them later, and so is a template's text with what was written since.
 */
export const recordFormat: DateFormat = { order: 'dmy', clock: '24' }

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const two = (value: number) => String(value).padStart(2, '0')

/** A month's name; throws where there is none. @param month from 1 */
function monthName(month: number): string {
  const name = monthNames[month - 1]
  if (name === undefined) throw new RangeError('not a calendar date')
  return name
}

/** The month that a word of three letters or more names or begins, from 1. */
export function monthNamed(word: string): number | undefined {
  if (word.length < 3) return undefined
  const at = monthNames.findIndex((name) => name.toLowerCase().startsWith(word))
  if (at >= 0) return at + 1
  return word === 'sept' ? 9 : undefined
}

/** Whole calendar months between two days, the earlier one first. */
function wholeMonths(from: string, to: string): number {
  const [earlier, later] = [partsOfDay(from), partsOfDay(to)]
  const months = (later.year - earlier.year) * 12 + later.month - earlier.month
  return later.day < earlier.day ? months - 1 : months
}

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })

/** How far a day is from today: "today", "yesterday", "3 weeks ago", "in 2 days". */
export function relativeDay(day: string, today: string): string {
  const days = daysBetween(day, today)
  const [size, sign] = [Math.abs(days), days > 0 ? -1 : 1]
  if (size < 14) return relative.format(sign * size, 'day')
  if (size < 61) return relative.format(sign * Math.floor(size / 7), 'week')
  const months = days > 0 ? wholeMonths(day, today) : wholeMonths(today, day)
  if (months < 24) return relative.format(sign * months, 'month')
  return relative.format(sign * Math.floor(months / 12), 'year')
}

/** "Mar 2026", of a day or a wall time. */
export function monthWords(day: string): string {
  const { month, year } = partsOfDay(day)
  return `${monthName(month).slice(0, 3)} ${year}`
}

const isSameYear = (one: string, other: string) => one.slice(0, 4) === other.slice(0, 4)

/** As a printed page states a zone: "UTC+01:00". */
function printedZone(offset: number): string {
  const size = Math.abs(offset)
  return `UTC${offset < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** The words of one format. Examples are of day first and 24 hours, then of month first and 12, then of year first. */
export interface DateWords {
  /** "2 Mar", "Mar 2", "Mar 2" */
  dayAndMonth(this: void, day: string): string
  /** "2 Mar 1980", "Mar 2, 1980", "1980-03-02" */
  date(this: void, day: string): string
  /** {@link dayAndMonth} in the year of `today`, otherwise {@link date}. */
  shortDate(this: void, day: string, today: string): string
  /** "Mon 23 Nov", "Mon, Nov 23", "Mon, Nov 23" in the year of `today`; otherwise with {@link date}. */
  weekdayAndDate(this: void, day: string, today: string): string
  /** "2 March 1980", "March 2, 1980", "1980-03-02" */
  longDate(this: void, day: string): string
  /** "2 March", "March 2", "March 2" in the year of `beside`, otherwise {@link longDate}. */
  longDateBeside(this: void, day: string, beside: string): string
  /** "14:05", "2:05 PM", of a wall time. */
  time(this: void, wallTime: string): string
  /** "9 November 2026, 14:00", of a wall time. */
  wallTime(this: void, wallTime: string): string
  /**
   * "23 Nov 2026, 14:03", or "23 Nov 2026, 14:03, UTC−5" if it was stored by another clock than this computer's.
   * @param offset minutes east of UTC stored with the instant; null: this computer's
   */
  instantShort(this: void, at: string, offset: number | null): string
  /** "23 Nov 2026", or "23 Nov 2026, UTC−5"; `offset` as above. */
  instantDayShort(this: void, at: string, offset: number | null): string
  /** "14:38" of an instant today, "Mon 9 Nov, 14:38" of one on another day; by this computer's clock. */
  moment(this: void, at: string, today: string): string
  /** To the minute, with the distance from UTC: "23 November 2026, 14:03 (UTC+01:00)"; `offset` as above. */
  instant(this: void, at: string, offset: number | null): string
  /** To the second, as a signature states it: "23 November 2026, 14:03:22 (UTC+01:00)". */
  instantToTheSecond(this: void, at: string, offset: number | null): string
  /** "23 November 2026", or "23 November 2026, UTC−5" if it was stored by another clock than this computer's. */
  instantDay(this: void, at: string, offset: number | null): string
}

/** The words of a format. */
export function dateWordsIn({ order, clock }: DateFormat): DateWords {
  const inOrder = (day: number, month: string) => (order === 'dmy' ? `${day} ${month}` : `${month} ${day}`)
  const dateWith = (day: string, nameOf: (month: number) => string) => {
    const parts = partsOfDay(day)
    const named = inOrder(parts.day, nameOf(parts.month))
    if (order === 'ymd') return day.slice(0, 10)
    return order === 'dmy' ? `${named} ${parts.year}` : `${named}, ${parts.year}`
  }
  const shortName = (month: number) => monthName(month).slice(0, 3)
  /** @param hours `HH:mm` or `HH:mm:ss` */
  const clockWords = (hours: string) => {
    if (clock === '24') return hours
    const hour = Number(hours.slice(0, 2))
    // A line never breaks before AM and PM.
    return `${hour % 12 === 0 ? 12 : hour % 12}${hours.slice(2)}\u00a0${hour < 12 ? 'AM' : 'PM'}`
  }

  const dayAndMonth = (day: string) => inOrder(partsOfDay(day).day, shortName(partsOfDay(day).month))
  const date = (day: string) => dateWith(day, shortName)
  const shortDate = (day: string, today: string) => (isSameYear(day, today) ? dayAndMonth(day) : date(day))
  const weekdayAndDate = (day: string, today: string) =>
    `${weekdays[partsOfDay(day).weekday]}${order === 'dmy' ? '' : ','} ${shortDate(day, today)}`
  const longDate = (day: string) => dateWith(day, monthName)
  const time = (wallTime: string) => clockWords(wallTime.slice(11, 16))
  const wallTime = (wall: string) => `${longDate(wall)}, ${time(wall)}`
  const east = (at: string, offset: number | null) => offset ?? offsetHere(at)
  return {
    dayAndMonth,
    date,
    shortDate,
    weekdayAndDate,
    longDate,
    longDateBeside: (day, beside) =>
      isSameYear(day, beside) ? inOrder(partsOfDay(day).day, monthName(partsOfDay(day).month)) : longDate(day),
    time,
    wallTime,
    instantShort: (at, offset) => {
      const wall = wallTimeAt(at, east(at, offset))
      return `${date(wall)}, ${time(wall)}${zoneIfOther(at, offset)}`
    },
    instantDayShort: (at, offset) => `${date(dayAt(at, east(at, offset)))}${zoneIfOther(at, offset)}`,
    moment: (at, today) => {
      const wall = wallTimeAt(at, offsetHere(at))
      return `${wall.slice(0, 10) === today ? '' : `${weekdayAndDate(wall, today)}, `}${time(wall)}`
    },
    instant: (at, offset) => `${wallTime(wallTimeAt(at, east(at, offset)))} (${printedZone(east(at, offset))})`,
    instantToTheSecond: (at, offset) => {
      const wall = wallClock(at, east(at, offset))
      return `${longDate(wall)}, ${clockWords(wall.slice(11))} (${printedZone(east(at, offset))})`
    },
    instantDay: (at, offset) => `${longDate(dayAt(at, east(at, offset)))}${zoneIfOther(at, offset)}`,
  }
}

/** The words of the record itself: {@link recordFormat}. */
export const recordWords: DateWords = dateWordsIn(recordFormat)
