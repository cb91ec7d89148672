// The day after which a client's record may be destroyed under a rule, and whether that day has passed.
import { dayOf, partsOfDay } from '../time.ts'
import type { RetentionRule } from './retentionRule.ts'

interface RetainedRecord {
  /** The day of the newest entry, `YYYY-MM-DD`. */
  readonly lastEntryOn: string
  /** `YYYY-MM-DD`; null when unknown. */
  readonly dateOfBirth: string | null
}

export interface DestroyAfter {
  /** The last day on which the record has to be kept, `YYYY-MM-DD`. */
  readonly day: string
  /** What this day follows from: the last entry, or the rule for clients under age. */
  readonly because: 'last entry' | 'under age'
  /**
   * Whether the rule for clients under age could not be applied, because no date of birth is known: the record may have to be
   * kept longer.
   */
  readonly isBirthMissing: boolean
}

/** The same day some years later; 1 March for a 29 February that the year does not have. */
function yearsAfter(day: string, years: number): string {
  const { year, month, day: ofMonth } = partsOfDay(day)
  const later = year + years
  return dayOf(later, month, ofMonth) ?? dayOf(later, 3, 1) ?? day
}

/**
 * The day up to which a record has to be kept. Of the two parts of a rule the later day counts for everybody: a record that
 * was begun under age is never destroyed before either.
 */
export function destroyAfter({ yearsAfterLast, minors }: RetentionRule, record: RetainedRecord): DestroyAfter {
  const afterLast = yearsAfter(record.lastEntryOn, yearsAfterLast)
  if (minors === null) return { day: afterLast, because: 'last entry', isBirthMissing: false }
  if (record.dateOfBirth === null) return { day: afterLast, because: 'last entry', isBirthMissing: true }
  const afterMajority = yearsAfter(record.dateOfBirth, minors.ageOfMajority + minors.yearsAfter)
  return afterMajority > afterLast
    ? { day: afterMajority, because: 'under age', isBirthMissing: false }
    : { day: afterLast, because: 'last entry', isBirthMissing: false }
}

/**
 * Whether a record's time is over.
 * @param certainDay a day that has certainly come, `YYYY-MM-DD`; null while none is known, when nothing is over
 */
export const isRetentionOver = ({ day }: DestroyAfter, certainDay: string | null): boolean =>
  certainDay !== null && certainDay > day
