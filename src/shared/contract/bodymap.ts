// Operations on the body map: what is marked in a session, what is forbidden for a client, and earlier visits.
import { z } from 'zod'
import { phases } from '../domain/bodymap/finding.ts'
import { noGoAnswer, noGoArea } from '../domain/bodymap/noGo.ts'
import { stroke } from '../domain/bodymap/stroke.ts'
import { treatedArea } from '../domain/bodymap/treatedArea.ts'
import { visit } from '../domain/bodymap/visits.ts'
import { service } from './operation.ts'
import { finding } from './sessions.ts'

const id = z.uuid()
const saved = z.strictObject({ savedAt: z.string() })
const markOfSession = z.strictObject({ sessionId: id, id })

export const bodymapOperations = {
  /** Each `put` adds the mark, or changes it when its id is known already. */
  'finding:put': service(z.strictObject({ finding }), saved),
  'finding:remove': service(markOfSession, saved),
  'stroke:put': service(z.strictObject({ stroke }), saved),
  'stroke:remove': service(markOfSession, saved),
  'treatedArea:put': service(z.strictObject({ area: treatedArea }), saved),
  'treatedArea:remove': service(markOfSession, saved),
  /** Forbids or limits a region for a client, or changes what was said of it. */
  'noGo:put': service(z.strictObject({ area: noGoArea }), z.strictObject({})),
  'noGo:remove': service(z.strictObject({ clientId: id, id }), z.strictObject({})),
  /** Records what was decided about a no-go region in a draft. */
  'noGo:answer': service(z.strictObject({ answer: noGoAnswer }), saved),
  /** The map of the client's last visit before a session, as it was after treatment; null at the first visit. */
  'bodymap:lastVisit': service(
    z.strictObject({ sessionId: id }),
    z.strictObject({ visit: visit.omit({ comparison: true }).nullable() }),
  ),
  /** All visits of a client, oldest first, each compared with the one before. Discarded drafts are left out. */
  'bodymap:visits': service(
    z.strictObject({ clientId: id, phase: z.enum(phases) }),
    z.strictObject({ visits: z.array(visit) }),
  ),
} as const
