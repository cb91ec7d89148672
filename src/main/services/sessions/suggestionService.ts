// Suggestions for a session's fields: what the practice writes most, and what was measured before.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers } from '../services.ts'
import { toActivity, toRange } from '../../records/besideTheNote.ts'
import { earlierVisits } from '../../records/earlierVisits.ts'

type SuggestionChannel = Extract<ServiceChannel, 'lists:suggestions' | 'measures:earlier'>

/** Nobody reads through more than these. */
const mostSuggestions = 60

export function createSuggestionService(repositories: Repositories): Handlers<SuggestionChannel> {
  const { items, measures } = repositories
  return {
    'lists:suggestions': () => ({
      techniques: items.mostUsed('technique', mostSuggestions),
      homework: items.mostUsed('homework', mostSuggestions),
    }),

    'measures:earlier': ({ sessionId }) => {
      const earlier = earlierVisits(repositories, sessionId).toReversed()
      const ids = earlier.map(({ id }) => id)
      /** The rows of the newest visit that has any. */
      const newest = <R extends { readonly sessionId: string }, T>(rows: readonly R[], toWhat: (row: R) => T) => {
        const bySession = Map.groupBy(rows, (row) => row.sessionId)
        const visit = earlier.find(({ id }) => bySession.has(id))
        return visit ? { serviceStart: visit.serviceStart, what: (bySession.get(visit.id) ?? []).map(toWhat) } : null
      }
      return {
        activities: newest(measures.activities.ofSessions(ids), toActivity),
        ranges: newest(measures.ranges.ofSessions(ids), toRange),
      }
    },
  }
}
