// Instants in words on screen: by the clock that the record was kept by, which is named where it is not this computer's.
import { dayAt, offsetHere, wallTimeAt, zoneIfOther } from '#shared/domain/time.ts'
import { dateWords, dayWords, timeWords } from './dateWords.ts'

/**
 * "23 Nov 2026, 14:03", or "23 Nov 2026, 14:03, UTC−5".
 * @param offset minutes east of UTC that were kept with the instant; null: this computer's
 */
export function instantOnScreen(at: string, offset: number | null): string {
  const wall = wallTimeAt(at, offset ?? offsetHere(at))
  return `${dateWords(wall)}, ${timeWords(wall)}${zoneIfOther(at, offset)}`
}

/** "23 Nov 2026", or "23 Nov 2026, UTC−5"; `offset` as above. */
export const instantDayOnScreen = (at: string, offset: number | null): string =>
  `${dateWords(dayAt(at, offset ?? offsetHere(at)))}${zoneIfOther(at, offset)}`

/**
 * "14:38" of an instant today, "Mon 9 Nov, 14:38" of one on another day; by this computer's clock.
 * @param today `YYYY-MM-DD`
 */
export function momentOnScreen(at: string, today: string): string {
  const wall = wallTimeAt(at, offsetHere(at))
  const day = wall.slice(0, 10) === today ? '' : `${dayWords(wall, today)}, `
  return `${day}${timeWords(wall)}`
}

/** The day of an instant by this computer's clock, `YYYY-MM-DD`. */
export const dayHere = (at: string): string => dayAt(at, offsetHere(at))
