// What is said where a session has no room for one more range or activity.
import { mostActivities, mostRanges, type SessionMeasures } from '#shared/domain/measures.ts'

export const fullWords = {
  range: `A session has ${mostRanges} ranges at most.`,
  activity: 'The scale asks for three activities at most.',
} as const

/** What is said when there is no room for one more; null while there is. */
export function noRoomWords(
  { ranges, activities }: Pick<SessionMeasures, 'ranges' | 'activities'>,
  added: 'range' | 'activity',
): string | null {
  const isFull = added === 'range' ? ranges.length >= mostRanges : activities.length >= mostActivities
  return isFull ? fullWords[added] : null
}
