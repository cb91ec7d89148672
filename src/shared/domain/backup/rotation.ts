// Which backups stay: the newest of each of the last days, weeks and months that have one.
import { daysBetween, partsOfDay } from '../time.ts'

/** How many of each are kept. A week begins on Monday. */
export const keptOf = { day: 7, week: 5, month: 12 } as const

/** What the rotation needs to know of a backup. */
export interface DatedBackup {
  /** When it was made, local time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly madeAt: string
}

/** The first day of a week, from which days and weeks are counted. */
const beginningOfSomeWeek = '2000-01-03'

/** The period that a backup is of, as a text that all of its backups share. */
const periodOf: Readonly<Record<keyof typeof keptOf, (madeAt: string) => string>> = {
  day: (madeAt) => String(daysBetween(beginningOfSomeWeek, madeAt)),
  week: (madeAt) => String(Math.floor(daysBetween(beginningOfSomeWeek, madeAt) / 7)),
  month(madeAt) {
    const { year, month } = partsOfDay(madeAt)
    return `${year}-${month}`
  },
}

/**
 * The backups that are no longer needed. What is kept depends on the backups alone, not on today's date: with a clock
 * that is far ahead, or after a year without a backup, the old ones stay. The newest one always stays.
 * @param newestFirst verified ones of one vault in one place, in the order in which they were made: a clock that was set back,
 * or another time zone, must not make the newest one look older
 */
export function surplusBackups<B extends DatedBackup>(newestFirst: readonly B[]): B[] {
  const kept = new Set(newestFirst.slice(0, 1))
  for (const [period, count] of Object.entries(keptOf) as [keyof typeof keptOf, number][]) {
    const newestOf = new Map<string, B>()
    for (const backup of newestFirst) {
      const of = periodOf[period](backup.madeAt)
      if (newestOf.has(of)) continue
      if (newestOf.size === count) break
      newestOf.set(of, backup)
    }
    for (const backup of newestOf.values()) kept.add(backup)
  }
  return newestFirst.filter((backup) => !kept.has(backup))
}

/**
 * The first day on which the rotation has certainly removed a backup, if one is made in every month until then: as many later
 * months have a newer one as are kept.
 * @param madeAt when it was made, local time, `YYYY-MM-DDTHH:mm:ss`
 * @returns `YYYY-MM-DD`. The first backup on that day or later removes it
 */
export function goneBy(madeAt: string): string {
  const { year, month } = partsOfDay(madeAt)
  const months = year * 12 + (month - 1) + keptOf.month
  const [goneYear, goneMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return `${String(goneYear).padStart(4, '0')}-${String(goneMonth).padStart(2, '0')}-01`
}
