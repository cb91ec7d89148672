// How long a draft may wait: unsigned until it is overdue, and discarded until it cannot be restored any more.
import type { SessionDetails } from './session.ts'
import { addMinutes, instantAfter, minutesBetween } from './time.ts'

/**
 * For how many minutes a draft has been overdue; null while it is not. Wall clock throughout.
 * @param limitHours the practice's limit, counted from the end of the session
 * @param now wall time
 */
export function overdueMinutes(
  { serviceStart, lengthMinutes }: Pick<SessionDetails, 'serviceStart' | 'lengthMinutes'>,
  limitHours: number,
  now: string,
): number | null {
  const late = minutesBetween(addMinutes(serviceStart, lengthMinutes + limitHours * 60), now)
  return late > 0 ? late : null
}

/** Days for which a discarded draft can be restored. */
export const binDays = 30

const dayMilliseconds = 86_400_000

/** The instant before which a draft must have been discarded to be gone for good. */
export const binHorizon = (now: string): string => instantAfter(now, -binDays * dayMilliseconds)

/**
 * Whole days until a discarded draft is gone for good, 1 to {@link binDays}; on its last day 1.
 * @param discardedAt UTC
 * @param now UTC; if the clock was set back, the draft simply stays longer
 */
export function binDaysLeft(discardedAt: string, now: string): number {
  const gone = (Date.parse(now) - Date.parse(discardedAt)) / dayMilliseconds
  return Math.min(binDays, Math.max(1, Math.ceil(binDays - gone)))
}
