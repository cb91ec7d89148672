// Which backups stay: the newest of each of the last days, weeks and months that have one.

/** How many of each are kept. A week begins on Monday. */
export const keptOf = { day: 7, week: 5, month: 12 } as const

/** What the rotation needs to know of a backup. */
export interface DatedBackup {
  /** When it was made, local time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly madeAt: string
}

const millisecondsOfDay = 86_400_000

/** The Monday of a day's week, both `YYYY-MM-DD`. */
function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  const daysSinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at - daysSinceMonday * millisecondsOfDay).toISOString().slice(0, 10)
}

const periodOf: Readonly<Record<keyof typeof keptOf, (madeAt: string) => string>> = {
  day: (madeAt) => madeAt.slice(0, 10),
  week: (madeAt) => mondayOf(madeAt.slice(0, 10)),
  month: (madeAt) => madeAt.slice(0, 7),
}

/**
 * The backups that are no longer needed. What is kept depends on the backups alone, not on today's date: with a clock
 * that is far ahead, or after a year without a backup, the old ones stay. The newest one always stays.
 * @param backups verified ones of one vault in one place, in any order
 */
export function surplusBackups<B extends DatedBackup>(backups: readonly B[]): B[] {
  const newestFirst = backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0))
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
