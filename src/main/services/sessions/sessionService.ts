// Use cases of a session before it is signed: read, save, discard; and what Today shows.
import { fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import { displayName } from '#shared/domain/client.ts'
import { lateEntryProblem } from '#shared/domain/lateEntry.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { wallTimeAt } from '#shared/domain/time.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { NamedSummary, SessionRow } from '../../database/repositories/sessionRepository.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { openDraft } from '../../records/openDraft.ts'
import { endSpans } from '../../records/endSpans.ts'
import { readSession } from '../../records/session.ts'
import { addressOf, createSessionStart } from './sessionStart.ts'
import { createOverwriteGuard } from '../../records/document.ts'

const recentSessions = 20

function named({ firstName, lastName, preferredName, ...summary }: NamedSummary) {
  return { ...summary, clientName: displayName({ firstName, lastName, preferredName }) }
}

export function createSessionService(repositories: Repositories, surroundings: Surroundings) {
  const { clock } = surroundings
  const { clients, sessions, notes, timer, clockBelief, atomic } = repositories

  const guard = createOverwriteGuard()

  /** The time now in the time zone in which a draft was begun, wherever this computer is. */
  const wallNowOf = (offset: number | null) => (offset === null ? clock.wallNow() : wallTimeAt(clock.now(), offset))

  /** Changes a draft's own row. */
  const change = (id: string, changes: Partial<SessionRow>) => {
    const savedAt = clock.now()
    sessions.update({ ...openDraft(repositories, id), ...changes, updatedAt: savedAt })
    return { savedAt }
  }

  return {
    ...createSessionStart(repositories, surroundings),

    'session:get': ({ id }) => {
      const row = sessions.byId(id)
      return readSession(repositories, found(row?.discardedAt === null ? row : undefined))
    },

    'session:saveDetails': atomic(({ id, details }) => {
      const { lateEntryReason, clientId, enteredOffset } = found(sessions.byId(id))
      if (lateEntryReason !== null) {
        const { dateOfBirth } = found(clients.byId(clientId))
        const problem = lateEntryProblem(details.serviceStart, dateOfBirth, wallNowOf(enteredOffset))
        if (problem) throw fieldError('details.serviceStart', problem)
      }
      return change(id, { ...details, visitAddress: addressOf(details.place, details.visitAddress) })
    }),

    'session:savePain': atomic(({ id, painBefore, painAfter }) => change(id, { painBefore, painAfter })),

    'session:saveSection': atomic(({ id, section, document, isConfirmed, isEmptied }) => {
      openDraft(repositories, id)
      const columns = guard.columns(`${id}/${section}`, notes.section(id, section), document, isEmptied)
      const savedAt = clock.now()
      notes.putSection({ sessionId: id, section, ...columns, updatedAt: savedAt })
      if (isConfirmed) keepConfirmation(repositories, surroundings, { sessionId: id, section })
      sessions.touch(id, savedAt)
      return { savedAt }
    }),

    'session:discard': atomic(({ id }) => {
      const now = clock.now()
      const newest = clockBelief.newestInstant()
      // A clock set to the past must not make the draft look as if it had been in the bin for years.
      change(id, { discardedAt: newest !== null && newest > now ? newest : now })
      endSpans(timer, id, now)
      return {}
    }),

    'session:restore': atomic(({ id }) => {
      change(id, { discardedAt: null })
      return {}
    }),

    'today:overview': () => ({
      drafts: sessions.drafts().map(named),
      recent: sessions.recent(recentSessions).map(named),
    }),
  } satisfies Partial<Handlers<ServiceChannel>>
}

/**
 * Stores that a section's text is right today although it is last time's. Its share is computed when the note is signed.
 * To be called within a transaction.
 */
function keepConfirmation(
  { signAnswers }: Repositories,
  { clock, newId }: Surroundings,
  { sessionId, section }: { readonly sessionId: string; readonly section: SectionId },
): void {
  const kept = signAnswers.ofSessions([sessionId])
  if (kept.some((answer) => answer.section === section)) return
  signAnswers.replace(sessionId, [
    ...kept,
    {
      id: newId(),
      sessionId,
      position: kept.length,
      question: 'same as last time',
      section,
      amount: null,
      decision: 'confirmed',
      answeredAt: clock.now(),
    },
  ])
}
