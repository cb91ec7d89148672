// Operations on the body map: what is marked in a session, what is forbidden for a client, and earlier visits.
import { z } from 'zod'
import { markPart } from '../domain/note/parts.ts'
import { phases } from '../domain/bodymap/finding.ts'
import { noGoAnswer, noGoArea } from '../domain/bodymap/noGo.ts'
import { stroke, treatedArea } from '../domain/bodymap/marks.ts'
import { visit } from '../domain/bodymap/visits.ts'
import {
  audited,
  auditedInOutput,
  changesPractice,
  changesSession,
  listsOfSessions,
  read,
  readsOfVisits,
} from './operation.ts'
import { finding } from './sessions.ts'

const id = z.uuid()
const saved = z.strictObject({ savedAt: z.string() })
const markOfSession = z.strictObject({ sessionId: id, id })

export const bodymapOperations = {
  /** Each `put` adds the mark, or changes it when its id is known already. */
  'finding:put': changesSession('finding.sessionId', z.strictObject({ finding }), saved, {
    invalidates: [...listsOfSessions, ...readsOfVisits],
    part: (input) => markPart('finding', input.finding.id),
  }),
  'finding:remove': changesSession('sessionId', markOfSession, saved, {
    invalidates: [...listsOfSessions, ...readsOfVisits],
    part: (input) => markPart('finding', input.id),
  }),
  'stroke:put': changesSession('stroke.sessionId', z.strictObject({ stroke }), saved, {
    invalidates: [...listsOfSessions, ...readsOfVisits],
    part: (input) => markPart('stroke', input.stroke.id),
  }),
  'stroke:remove': changesSession('sessionId', markOfSession, saved, {
    invalidates: [...listsOfSessions, ...readsOfVisits],
    part: (input) => markPart('stroke', input.id),
  }),
  'treatedArea:put': changesSession('area.sessionId', z.strictObject({ area: treatedArea }), saved, {
    invalidates: [...listsOfSessions, ...readsOfVisits, 'lists:suggestions'],
    part: (input) => markPart('area', input.area.id),
  }),
  'treatedArea:remove': changesSession('sessionId', markOfSession, saved, {
    invalidates: [...listsOfSessions, ...readsOfVisits, 'lists:suggestions'],
    part: (input) => markPart('area', input.id),
  }),
  /** Forbids or limits a region for a client, or changes its entry. */
  'noGo:put': changesPractice(
    z.strictObject({ area: noGoArea }),
    z.strictObject({}),
    audited('changed', 'client', ({ area }) => area.clientId),
    ['session:get'],
  ),
  'noGo:remove': changesPractice(
    z.strictObject({ clientId: id, id }),
    z.strictObject({}),
    audited('changed', 'client', ({ clientId }) => clientId),
    ['session:get'],
  ),
  /** Records the decision about a no-go region in a draft. */
  'noGo:answer': changesSession('answer.sessionId', z.strictObject({ answer: noGoAnswer }), saved, {
    invalidates: [],
    part: (input) => `noGoAnswer/${input.answer.id}`,
  }),
  /** The map of the client's last visit before a session, as it was after treatment; null at the first visit. */
  'bodymap:lastVisit': read(
    z.strictObject({ sessionId: id }),
    z.strictObject({ visit: visit.omit({ comparison: true }).nullable() }),
    auditedInOutput('viewed', 'session', (output) => output.visit?.sessionId),
  ),
  /** All visits of a client, oldest first, each compared with the one before. Discarded drafts are left out. */
  'bodymap:visits': read(
    z.strictObject({ clientId: id, phase: z.enum(phases) }),
    z.strictObject({ visits: z.array(visit) }),
    audited('viewed', 'client', ({ clientId }) => clientId),
  ),
} as const
