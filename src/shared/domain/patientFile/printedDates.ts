// Dates and times in words, as every printed page and file shows them: unambiguous in every country.
import { dateInWords } from '../dateInput.ts'
import { offsetHere, wallClock, zoneIfOther } from '../time.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** The calendar date of a text that begins with `YYYY-MM-DD`, as "9 November 2026". */
export const dateWords = (time: string): string => dateInWords(time.slice(0, 10))

/** A wall-clock time, `YYYY-MM-DDTHH:mm`, as "9 November 2026, 14:00". */
export function wallTimeWords(time: string): string {
  return `${dateWords(time)}, ${time.slice(11, 16)}`
}

/** As a printed page states a zone: "UTC+01:00". */
function printedZone(offset: number): string {
  const size = Math.abs(offset)
  return `UTC${offset < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/**
 * An instant to the minute, with its distance from UTC: "23 November 2026, 14:03 (UTC+01:00)".
 * @param offset minutes east of UTC that were kept with it; null: as this computer's clock has it
 */
export function instantWords(at: string, offset: number | null): string {
  const east = offset ?? offsetHere(at)
  return `${wallTimeWords(wallClock(at, east))} (${printedZone(east)})`
}

/** An instant to the second, as a signature states it: "23 November 2026, 14:03:22 (UTC+01:00)". */
export function instantWordsToTheSecond(at: string, offset: number | null): string {
  const east = offset ?? offsetHere(at)
  const wall = wallClock(at, east)
  return `${dateWords(wall)}, ${wall.slice(11)} (${printedZone(east)})`
}

/** The day of an instant: "23 November 2026", or "23 November 2026, UTC−5" where another clock than this one showed it. */
export function instantDayWords(at: string, offset: number | null): string {
  return `${dateWords(wallClock(at, offset ?? offsetHere(at)))}${zoneIfOther(at, offset)}`
}
