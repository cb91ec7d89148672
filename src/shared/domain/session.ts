// The session (the encounter): when it was, where, how long, and the pain before and after.
import { z } from 'zod'
import { longText, wholeNumberOf } from './text.ts'
import { minutesBetween, wallTime } from './time.ts'

/** The longest plausible session; a longer one is shown as a slip. One day. */
export const longestSessionMinutes = 24 * 60
export const defaultSessionMinutes = 60

/** The typed length, in whole minutes from 1 to {@link longestSessionMinutes}, or null when it is none. */
export function minutesOfText(text: string): number | null {
  const minutes = wholeNumberOf(text) ?? 0
  return minutes >= 1 && minutes <= longestSessionMinutes ? minutes : null
}

export const places = ['practice', 'visit'] as const
export type Place = (typeof places)[number]

export const sessionDetails = z.strictObject({
  /** The service date and time: when the session was, wall-clock. The entry date is kept by the app itself. */
  serviceStart: wallTime,
  lengthMinutes: z.int().min(1).max(longestSessionMinutes),
  place: z.enum(places),
  /** The address of a visit; empty for a session at the practice. */
  visitAddress: longText,
})
export type SessionDetails = z.infer<typeof sessionDetails>

/** Pain on the numeric rating scale, 0 (none) to 10 (worst imaginable); null when it was not asked. */
export const painScore = z.int().min(0).max(10).nullable()

/**
 * The length that a start and an end give.
 * @returns minutes, or a problem: the session would end before it starts, or last longer than a day
 */
export function lengthFromEnd(start: string, end: string): number | 'ends_before_start' | 'too_long' {
  const minutes = minutesBetween(start, end)
  if (minutes <= 0) return 'ends_before_start'
  return minutes > longestSessionMinutes ? 'too_long' : minutes
}

/**
 * How a pain score changed, in the field's words.
 * On the numeric rating scale a change of 1 point or 15 % is "slightly", of 2 points or 33 % "much" better or worse
 * (Farrar et al., Pain 2001; Salaffi et al., Eur J Pain 2004). The share is of the score before; from 0 only points count.
 * @param before 0–10
 * @param after 0–10
 */
export function painChange(before: number, after: number): PainChange {
  const change = Math.abs(before - after)
  if (change === 0) return 'same'
  const isMuch = change >= 2 || (before > 0 && change / before >= 0.33)
  return `${isMuch ? 'much' : 'slightly'} ${after < before ? 'better' : 'worse'}`
}
export type PainChange = 'same' | `${'much' | 'slightly'} ${'better' | 'worse'}`
