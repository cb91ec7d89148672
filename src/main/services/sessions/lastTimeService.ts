// The client's last visit before a session: what a new note is begun from.
import type { LastTime, SessionRecord } from '#shared/contract/sessions.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../refusals.ts'
import type { Handlers } from '../services.ts'
import { readSessions } from './sessionReader.ts'

/**
 * The client's last visit before a session, by when the visits were. Drafts count, discarded ones do not.
 * @returns null at the first visit
 * @throws NOT_FOUND when the session is not there or discarded
 */
export function visitBefore(repositories: Repositories, sessionId: string): SessionRecord | null {
  const { clients, sessions } = repositories
  const { clientId } = found(sessions.byId(sessionId))
  const visits = sessions.visitsOf(clientId)
  const at = visits.findIndex(({ id }) => id === sessionId)
  if (at < 0) found(undefined)
  const last = visits[at - 1]
  if (!last) return null
  const client = found(clients.byId(clientId))
  return readSessions(repositories, client, [{ row: found(sessions.byId(last.id)), number: at }])[0] ?? null
}

// Every member is named, so that nothing of the earlier note goes along unasked, least of all its private remark.
const toLastTime = (record: SessionRecord): LastTime => ({
  sessionId: record.id,
  number: record.number,
  serviceStart: record.details.serviceStart,
  isSigned: record.signature !== null,
  painBefore: record.painBefore,
  painAfter: record.painAfter,
  measures: record.measures,
  sections: record.sections,
  findings: record.findings,
  treatedAreas: record.treatedAreas,
  techniques: record.techniques,
  homework: record.homework,
})

export const createLastTimeService = (repositories: Repositories): Handlers<'session:lastTime'> => ({
  'session:lastTime': ({ sessionId }) => {
    const record = visitBefore(repositories, sessionId)
    return { visit: record && toLastTime(record) }
  },
})
