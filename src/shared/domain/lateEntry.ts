// A late entry: a note for a visit that was never charted at the time. It states both dates and why.

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
