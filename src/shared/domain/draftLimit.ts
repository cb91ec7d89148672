// When an unsigned draft is overdue: so many hours after the end of the session, as the practice's settings say.
import type { SessionDetails } from './session.ts'
import { addMinutes, minutesBetween } from './time.ts'

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
