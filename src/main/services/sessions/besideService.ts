// Saves what belongs to a session besides the sections of its note: measures, lists, the timer, the private remark.
import { AppError, fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { openDraft } from '../../records/openDraft.ts'

type BesideChannel = Extract<
  ServiceChannel,
  'session:saveMeasures' | 'session:saveItems' | 'session:savePrivateRemark' | `timer:${string}`
>

export function createBesideService(repositories: Repositories, { clock }: Surroundings): Handlers<BesideChannel> {
  const { sessions, measures: measured, items: listed, timer, remarks, treatedAreas, atomic } = repositories

  /** Records that something of a draft was saved now. */
  const touched = (sessionId: string) => {
    const savedAt = clock.now()
    sessions.touch(sessionId, savedAt)
    return { savedAt }
  }

  /** Rows of another session are not moved. */
  const refuseForeign = (sessionId: string, owners: readonly string[]) => {
    if (owners.some((owner) => owner !== sessionId)) throw new AppError('CONFLICT')
  }

  return {
    'session:saveMeasures': atomic(({ id, measures }) => {
      openDraft(repositories, id)
      refuseForeign(id, measured.ranges.sessionsOf(measures.ranges.map((range) => range.id)))
      refuseForeign(id, measured.activities.sessionsOf(measures.activities.map((activity) => activity.id)))
      measured.replaceAll(id, measures)
      return touched(id)
    }),

    'session:saveItems': atomic(({ id, list, items }) => {
      openDraft(repositories, id)
      listed.replaceList(id, list, items)
      return touched(id)
    }),

    'session:savePrivateRemark': atomic(({ id, text }) => {
      found(sessions.byId(id))
      const savedAt = clock.now()
      remarks.put({ sessionId: id, text, updatedAt: savedAt })
      return { savedAt }
    }),

    'timer:put': atomic(({ sessionId, span }) => {
      openDraft(repositories, sessionId)
      const stored = timer.byId(span.id)
      const area = span.treatedAreaId === null ? undefined : treatedAreas.byId(span.treatedAreaId)
      refuseForeign(
        sessionId,
        [stored, area].flatMap((one) => one?.sessionId ?? []),
      )
      if (span.endedAt !== null && span.endedAt < span.startedAt) throw fieldError('span.endedAt', 'ends_before_start')
      const isOtherRunning = timer.ofSessions([sessionId]).some(({ id, endedAt }) => id !== span.id && endedAt === null)
      if (span.endedAt === null && isOtherRunning) throw fieldError('span.endedAt', 'running')
      timer.put({ ...span, sessionId })
      return touched(sessionId)
    }),

    'timer:remove': atomic(({ sessionId, id }) => {
      openDraft(repositories, sessionId)
      const stored = found(timer.byId(id))
      refuseForeign(sessionId, [stored.sessionId])
      timer.remove(id)
      return touched(sessionId)
    }),
  }
}
