// How long a draft has been waiting for its signature, in words; and which drafts are overdue.
import { countWords } from '#shared/domain/wordLists.ts'
import { overdueMinutes } from '#shared/domain/draftLimits.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { daysBetween } from '#shared/domain/time.ts'

type Served = Pick<SessionDetails, 'serviceStart' | 'lengthMinutes'>

export interface DraftAge {
  readonly words: string
  readonly isLate: boolean
}

function waitingWords(serviceStart: string, now: string): string {
  const days = daysBetween(serviceStart, now)
  if (days <= 0) return 'Draft from today'
  if (days === 1) return 'Draft since yesterday'
  return days < 14 ? `Draft for ${days} days` : `Draft for ${Math.floor(days / 7)} weeks`
}

function overdueWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours < 1) return 'Just became overdue'
  if (hours < 48) return `Overdue for ${countWords(hours, 'hour')}`
  const days = Math.floor(hours / 24)
  return days < 14 ? `Overdue for ${days} days` : `Overdue for ${Math.floor(days / 7)} weeks`
}

/**
 * @param limitHours the practice's limit, counted from the end of the session
 * @param now wall time at the practice
 */
export function draftAge(session: Served, limitHours: number, now: string): DraftAge {
  const overdue = overdueMinutes(session, limitHours, now)
  return overdue === null
    ? { words: waitingWords(session.serviceStart, now), isLate: false }
    : { words: overdueWords(overdue), isLate: true }
}

/**
 * The drafts that are over the practice's limit, and the others; each in the order given.
 * @param nowOf gives the wall time now where a draft was begun
 */
export function byUrgency<T extends Served>(
  drafts: readonly T[],
  limitHours: number,
  nowOf: (draft: T) => string,
): { overdue: readonly T[]; waiting: readonly T[] } {
  const isOverdue = (draft: T) => overdueMinutes(draft, limitHours, nowOf(draft)) !== null
  return { overdue: drafts.filter(isOverdue), waiting: drafts.filter((draft) => !isOverdue(draft)) }
}
