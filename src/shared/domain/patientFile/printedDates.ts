// Dates and times in words, as every printed page and file shows them: unambiguous in every country.
import { dateInWords } from '../dateInput.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** The calendar date of a text that begins with `YYYY-MM-DD`, as "9 November 2026". */
export const dateWords = (time: string): string => dateInWords(time.slice(0, 10))

/** A wall-clock time, `YYYY-MM-DDTHH:mm`, as "9 November 2026, 14:00". */
export function wallTimeWords(time: string): string {
  return `${dateWords(time)}, ${time.slice(11, 16)}`
}

/**
 * The wall-clock time of an instant and its distance from UTC.
 * @param instant UTC, ISO
 * @param offsetMinutes minutes east of UTC; left out: as this computer's zone had it at that instant
 * @returns `local` as `YYYY-MM-DDTHH:mm:ss`, `zone` as "UTC+01:00"
 */
export function localTime(instant: string, offsetMinutes?: number): { local: string; zone: string } {
  const date = new Date(instant)
  const east = offsetMinutes ?? -date.getTimezoneOffset()
  const local = new Date(date.getTime() + east * 60_000).toISOString().slice(0, 19)
  const size = Math.abs(east)
  return { local, zone: `UTC${east < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}` }
}

/** An instant to the minute in this computer's zone: "23 November 2026, 14:03 (UTC+01:00)". */
export function instantWords(instant: string, offsetMinutes?: number): string {
  const { local, zone } = localTime(instant, offsetMinutes)
  return `${wallTimeWords(local)} (${zone})`
}

/** An instant to the second, as a signature states it: "23 November 2026, 14:03:22 (UTC+01:00)". */
export function instantWordsToTheSecond(instant: string, offsetMinutes?: number): string {
  const { local, zone } = localTime(instant, offsetMinutes)
  return `${dateWords(local)}, ${local.slice(11)} (${zone})`
}
