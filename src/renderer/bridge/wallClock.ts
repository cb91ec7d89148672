// The clock on this computer's wall.
import { instantNow, offsetHere, todayHere, wallNowHere, wallTimeAt } from '#shared/domain/time.ts'

/** The wall-clock time of this computer now, `YYYY-MM-DDTHH:mm`. */
export const wallNow = wallNowHere

/**
 * The time now on the clock that a record was kept by, `YYYY-MM-DDTHH:mm`.
 * @param offset minutes east of UTC; null: this computer's clock
 */
export function wallNowOf(offset: number | null): string {
  const now = instantNow()
  return wallTimeAt(now, offset ?? offsetHere(now))
}

/** The day now, `YYYY-MM-DD`. */
export const today = todayHere
