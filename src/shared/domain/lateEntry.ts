// A late entry: a note for a visit that was never charted at the time. It states both dates and why. And whether a note
// was begun on another day than its visit's.
import { dayAt, minutesBetween, wallTimeAt } from './time.ts'

/** Reasons to choose from; the therapist may write another. */
export const lateEntryReasons = ['Charted on paper', 'Laptop not at hand', 'Called away', 'Computer failed'] as const

export type LateEntryProblem = 'in_future' | 'before_birth'

/**
 * What is wrong with the time of a visit that is entered late, or null when nothing is.
 * @param serviceStart wall time of the visit
 * @param dateOfBirth `YYYY-MM-DD`, or null when unknown
 * @param now wall time
 */
export function lateEntryProblem(
  serviceStart: string,
  dateOfBirth: string | null,
  now: string,
): LateEntryProblem | null {
  if (serviceStart >= now) return 'in_future'
  return dateOfBirth !== null && serviceStart.slice(0, 10) < dateOfBirth ? 'before_birth' : null
}

/** When a note was entered: the instant, UTC, and the clock's offset from UTC; null if that was not stored. */
export interface Entry {
  readonly enteredAt: string
  readonly enteredOffset: number | null
}

// The clocks that show the least and the most on Earth.
const westernmost = -12 * 60
const easternmost = 14 * 60
const dayMinutes = 24 * 60

/**
 * On which day a note was entered, relative to its visit's. The day is the practice's, by the stored offset.
 * Without an offset, it is another day only when a whole day lies between in every time zone.
 * @param serviceStart wall time of the visit
 */
export function entryDay(serviceStart: string, { enteredAt, enteredOffset }: Entry): 'same' | 'later' | 'earlier' {
  if (enteredOffset === null) {
    if (minutesBetween(serviceStart, wallTimeAt(enteredAt, westernmost)) >= dayMinutes) return 'later'
    return minutesBetween(wallTimeAt(enteredAt, easternmost), serviceStart) >= dayMinutes ? 'earlier' : 'same'
  }
  const entered = dayAt(enteredAt, enteredOffset)
  const served = serviceStart.slice(0, 10)
  if (entered === served) return 'same'
  return entered > served ? 'later' : 'earlier'
}
