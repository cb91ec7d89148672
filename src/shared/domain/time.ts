// Dates and times as the record stores them: wall-clock for what happened in the room, UTC for what the app did, with
// its offset from UTC. The only place that converts an instant to a day and an hour.
import { z } from 'zod'

/** A calendar date, `YYYY-MM-DD`, that exists. */
export const calendarDate = z.iso.date()
/** A wall-clock time at the practice without a zone, `YYYY-MM-DDTHH:mm`: the service date and time. */
export const wallTime = z.iso
  .datetime({ local: true, precision: -1, offset: false })
  .refine((value) => !value.endsWith('Z'))
/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`: the entry date, the time of a signature. */
export const instant = z.iso.datetime({ precision: 3 })

/** Minutes east of UTC: how far local time is ahead. No zone on Earth goes beyond these limits. */
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
 * Local time at an instant, to the second: `YYYY-MM-DDTHH:mm:ss`. Its beginnings are a wall time
 * and a day.
 * @param offset minutes east of UTC
 */
export const wallClock = (at: string, offset: number): string => iso(Date.parse(at) + offset * 60_000).slice(0, 19)

/** An instant as a wall time, `YYYY-MM-DDTHH:mm`. */
export const wallTimeAt = (at: string, offset: number): string => wallClock(at, offset).slice(0, 16)

/** A wall time without the characters that a file system refuses: `2026-11-30 14.03.22`. */
export const timeInFileName = (time: string): string => time.replace('T', ' ').replaceAll(':', '.')

/** The day of a wall time, `YYYY-MM-DD`. */
export const dayOfWallTime = (time: string): string => time.slice(0, 10)

/** The day of an instant, `YYYY-MM-DD`. */
export const dayAt = (at: string, offset: number): string => wallClock(at, offset).slice(0, 10)

/** The time of this computer now, to the second: `HH:mm:ss`. */
export function timeNowHere(): string {
  const now = instantNow()
  return wallClock(now, offsetHere(now)).slice(11)
}

/** The wall time of this computer now. */
export function wallNowHere(): string {
  const now = instantNow()
  return wallTimeAt(now, offsetHere(now))
}

/** The day of this computer now, `YYYY-MM-DD`. */
export const todayHere = (): string => wallNowHere().slice(0, 10)

/** An instant moved by milliseconds. */
export const instantAfter = (at: string, milliseconds: number): string => iso(Date.parse(at) + milliseconds)

/** The seconds of an instant, which are the same everywhere: ":07". */
export const secondsOf = (at: string): string => at.slice(16, 19)

/** Whether two instants are in the same minute. */
export const isSameMinute = (one: string, other: string): boolean => one.slice(0, 16) === other.slice(0, 16)

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/**
 * The distance from UTC in words: "UTC+1", "UTC−3:30", "UTC".
 * @param offset minutes east of UTC
 */
export function zoneWords(offset: number): string {
  if (offset === 0) return 'UTC'
  const size = Math.abs(offset)
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(size / 60)}${minutes}`
}

/** ", UTC−5" if an instant's clock had another offset than this computer's had then; otherwise ''. */
export function zoneIfOther(at: string, offset: number | null): string {
  return offset === null || offset === offsetHere(at) ? '' : `, ${zoneWords(offset)}`
}

/** Adds minutes to a wall-clock time, without regard to daylight saving. */
export const addMinutes = (time: string, minutes: number): string => wallTimeAt(`${time}:00.000Z`, minutes)

/** Minutes from one wall-clock time to another; negative when `to` is earlier. */
export function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000)
}

/** A day, or the day of a wall time, in numbers. `month` from 1, `weekday` from 0 for Sunday. */
export function partsOfDay(day: string): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(`${day.slice(0, 10)}T00:00Z`)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

/** Days from one day, or the day of a wall time, to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  minutesBetween(`${from.slice(0, 10)}T00:00`, `${to.slice(0, 10)}T00:00`) / (24 * 60)

/** The day of a year, a month (from 1) and a day, `YYYY-MM-DD`; null where there is none, such as 30 February. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : null
}

/** Age in whole years on a day, or null without a date of birth. Both dates `YYYY-MM-DD`. */
export function ageOn(dateOfBirth: string | null, day: string): number | null {
  if (dateOfBirth === null) return null
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}
