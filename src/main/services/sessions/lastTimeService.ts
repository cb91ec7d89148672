// The client's last visit before a session: what a new note starts from.
import type { LastTime, SessionRecord } from '#shared/contract/sessions.ts'
import { amendedBesideSections, currentSections } from '#shared/domain/record/partText.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers } from '../services.ts'
import { earlierVisits } from '../../records/earlierVisits.ts'
import { readSession } from '../../records/session.ts'

// Every member is named, so that nothing else of the earlier note is included, least of all its private remark.
const toLastTime = (record: SessionRecord): LastTime => ({
  sessionId: record.id,
  number: record.number,
  serviceStart: record.details.serviceStart,
  isSigned: record.signature !== null,
  painBefore: record.painBefore,
  painAfter: record.painAfter,
  measures: record.measures,
  // A corrected error is not taken over again.
  sections: currentSections(record),
  findings: record.findings,
  treatedAreas: record.treatedAreas,
  techniques: record.techniques,
  homework: record.homework,
  amended: amendedBesideSections(record),
})

export const createLastTimeService = (repositories: Repositories): Handlers<'session:lastTime'> => ({
  'session:lastTime': ({ sessionId }) => {
    const last = earlierVisits(repositories, sessionId).at(-1)
    return { visit: last ? toLastTime(readSession(repositories, found(repositories.sessions.byId(last.id)))) : null }
  },
})
