// Dates and times as the record keeps them: wall-clock for what happened in the room, UTC for what the app did, with
// the distance from UTC at which it was done. The only place that turns an instant into a day and an hour.
import { z } from 'zod'

/** A calendar date, `YYYY-MM-DD`, that exists. */
export const calendarDate = z.iso.date()
/** A wall-clock time at the practice without a zone, `YYYY-MM-DDTHH:mm`: the service date and time. */
export const wallTime = z.iso
  .datetime({ local: true, precision: -1, offset: false })
  .refine((value) => !value.endsWith('Z'))
/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`: the entry date, the time of a signature. */
export const instant = z.iso.datetime({ precision: 3 })

/** Minutes east of UTC: what a clock on the wall shows more than UTC. No zone on Earth goes beyond these limits. */
export const utcOffset = z.int().min(-1080).max(1080)

export interface Clock {
  /** The instant now, UTC, as an ISO string with milliseconds. */
  now(): string
  /** The wall-clock time now at the practice, `YYYY-MM-DDTHH:mm`. */
  wallNow(): string
  /** Minutes east of UTC of the practice's clock at an instant. */
  offsetAt(instant: string): number
}

/** Minutes east of UTC of this computer's clock at an instant. */
export const offsetHere = (at: string): number => -new Date(at).getTimezoneOffset()

/** The instant now, UTC, with milliseconds. */
export const instantNow = (): string => new Date().toISOString()

/**
 * What the clock on the wall showed at an instant, to the second: `YYYY-MM-DDTHH:mm:ss`. Its beginnings are a wall time
 * and a day.
 * @param offset minutes east of UTC
 */
const wallClock = (at: string, offset: number): string => iso(Date.parse(at) + offset * 60_000).slice(0, 19)

/** An instant as a wall time, `YYYY-MM-DDTHH:mm`. */
export const wallTimeAt = (at: string, offset: number): string => wallClock(at, offset).slice(0, 16)

/** The wall time of this computer now. */
export function wallNowHere(): string {
  const now = instantNow()
  return wallTimeAt(now, offsetHere(now))
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Adds minutes to a wall-clock time. Wall-clock arithmetic: it knows no daylight saving. */
export function addMinutes(time: string, minutes: number): string {
  const date = new Date(`${time}:00Z`)
  date.setUTCMinutes(date.getUTCMinutes() + minutes)
  return date.toISOString().slice(0, 16)
}

/** Minutes from one wall-clock time to another; negative when `to` is earlier. */
export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000)
}

/** Age in whole years on a day, or null without a date of birth. Both dates `YYYY-MM-DD`. */
export function ageOn(dateOfBirth: string | null, day: string): number | null {
  if (dateOfBirth === null) return null
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}
