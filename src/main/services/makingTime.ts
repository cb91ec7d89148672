// The order of making: marks and decisions are shown and signed in it, the versions of a draft are kept in it.
import { instantAfter } from '#shared/domain/time.ts'

/**
 * The time of making for something new: now, or just after the newest of its kind when the clock has not moved on or
 * was set back.
 * @param now UTC instant
 * @param newest when the newest one was made, or null without any
 */
export function makingTime(now: string, newest: string | null): string {
  if (newest === null || now > newest) return now
  return instantAfter(newest, 1)
}
