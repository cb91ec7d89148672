// Wall-clock time: of this computer, or by a record's offset.
import { instantNow, offsetHere, todayHere, wallNowHere, wallTimeAt } from '#shared/domain/time.ts'

/** The wall-clock time of this computer now, `YYYY-MM-DDTHH:mm`. */
export const wallNow = wallNowHere

/**
 * The wall-clock time now at a record's offset, `YYYY-MM-DDTHH:mm`.
 * @param offset minutes east of UTC; null: this computer's clock
 */
export function wallNowOf(offset: number | null): string {
  const now = instantNow()
  return wallTimeAt(now, offset ?? offsetHere(now))
}

/** The day now, `YYYY-MM-DD`. */
export const today = todayHere
