// How long a draft has been waiting for its signature, in words.

/** Days after which a draft is late: notes written later are remembered worse. */
const lateAfterDays = 2

export interface DraftAge {
  readonly words: string
  readonly isLate: boolean
}

/**
 * @param serviceStart wall time of the session
 * @param today `YYYY-MM-DD`
 */
export function draftAge(serviceStart: string, today: string): DraftAge {
  const days = Math.round(
    (Date.parse(`${today}T00:00Z`) - Date.parse(`${serviceStart.slice(0, 10)}T00:00Z`)) / 86_400_000,
  )
  const isLate = days > lateAfterDays
  if (days <= 0) return { words: 'Draft from today', isLate }
  if (days === 1) return { words: 'Draft since yesterday', isLate }
  if (days < 14) return { words: `Draft for ${days} days`, isLate }
  return { words: `Draft for ${Math.floor(days / 7)} weeks`, isLate }
}
