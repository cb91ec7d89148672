// Which visits were before a session: one rule for the last visit's card, its map, its measures and the questions at signing.
import { AppError } from '#main/appError.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import type { VisitRow } from '../database/repositories/sessionRepository.ts'
import { found } from './found.ts'

/**
 * The client's visits before a session, the oldest first, by when the visits were. Drafts count, discarded ones do not.
 * @throws NOT_FOUND when the session is not there or discarded
 */
export function earlierVisits({ sessions }: Repositories, sessionId: string): VisitRow[] {
  const visits = sessions.visitsOf(found(sessions.byId(sessionId)).clientId)
  const at = visits.findIndex(({ id }) => id === sessionId)
  if (at < 0) throw new AppError('NOT_FOUND')
  return visits.slice(0, at)
}
