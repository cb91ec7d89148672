// Use cases of no-go areas: a client's regions that are forbidden or limited, and what a session decided about them.
import { AppError } from '#main/appError.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { makingTime } from '../makingTime.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { openDraft } from '../../records/openDraft.ts'
import { refuseUnknownRegions, type RegionLookup } from './places.ts'

export function createNoGoService(
  repositories: Repositories,
  { clock }: Surroundings,
  regionById: RegionLookup,
): Handlers<'noGo:put' | 'noGo:remove' | 'noGo:answer'> {
  const { clients, sessions, noGo, atomic } = repositories

  return {
    'noGo:put': atomic(({ area }) => {
      found(clients.byId(area.clientId))
      const stored = noGo.area(area.id)
      if (stored && stored.clientId !== area.clientId) throw new AppError('CONFLICT')
      refuseUnknownRegions('area.regionId', [area.regionId], [stored?.regionId], regionById)
      const now = clock.now()
      // An area that was ended and is put again is in force again.
      const row = { ...area, updatedAt: now, endedAt: null }
      if (stored) noGo.updateArea({ ...row, createdAt: stored.createdAt })
      else noGo.insertArea({ ...row, createdAt: makingTime(now, noGo.lastAreaMadeAt(area.clientId)) })
      return {}
    }),

    'noGo:remove': atomic(({ clientId, id }) => {
      const stored = found(noGo.area(id))
      if (stored.clientId !== clientId) throw new AppError('CONFLICT')
      if (stored.endedAt !== null) throw new AppError('NOT_FOUND')
      const now = clock.now()
      noGo.updateArea({ ...stored, updatedAt: now, endedAt: now })
      return {}
    }),

    'noGo:answer': atomic(({ answer }) => {
      const { clientId } = openDraft(repositories, answer.sessionId)
      const stored = noGo.answer(answer.id)
      if (stored && stored.sessionId !== answer.sessionId) throw new AppError('CONFLICT')
      const known = [stored, ...noGo.areasOf(clientId)].map((row) => row?.regionId)
      refuseUnknownRegions('answer.regionId', [answer.regionId], known, regionById)
      const savedAt = clock.now()
      if (stored) noGo.updateAnswer({ ...answer, answeredAt: stored.answeredAt })
      else {
        noGo.insertAnswer({ ...answer, answeredAt: makingTime(savedAt, noGo.lastAnsweredAt(answer.sessionId)) })
      }
      sessions.touch(answer.sessionId, savedAt)
      return { savedAt }
    }),
  }
}
