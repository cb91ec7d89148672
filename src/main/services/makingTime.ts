// The time of creation: marks and decisions are shown and signed in its order, the versions of a draft stored in it.
import { instantAfter } from '#shared/domain/time.ts'

/**
 * The creation time of something new: now, or just after the newest of its kind when the clock has not moved on or
 * was set back.
 * @param now UTC instant
 * @param newest when the newest one was made, or null without any
 */
export function makingTime(now: string, newest: string | null): string {
  if (newest === null || now > newest) return now
  return instantAfter(newest, 1)
}
