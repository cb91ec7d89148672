// Operations on the history of a draft: its note after each save. Stored after signing too, outside of the note.
import { z } from 'zod'
import { stroke, treatedArea } from '../domain/bodymap/marks.ts'
import { sessionMeasures } from '../domain/measures.ts'
import { historyParts } from '../domain/note/parts.ts'
import { painScore, sessionDetails } from '../domain/session.ts'
import { sessionItems } from '../domain/sessionItem.ts'
import { audited, changesSession, listsOfSessions, read, readsOfVisits } from './operation.ts'
import { finding, noteSection } from './sessions.ts'

const id = z.uuid()
const instant = z.iso.datetime()

const part = z.enum(historyParts)

/** A state of the draft that can be shown. */
export const historyMoment = z.strictObject({
  /** UTC: the last save in it, and its key. */
  at: z.string(),
  /** What was changed since the moment before. */
  parts: z.array(part),
  /** The moment that was restored, or null for a save. */
  restoredFrom: z.string().nullable(),
})
export type HistoryMoment = z.infer<typeof historyMoment>

/** The whole draft as it was at a moment. */
export const historyState = z.strictObject({
  at: z.string(),
  sections: z.array(noteSection),
  findings: z.array(finding),
  strokes: z.array(stroke),
  treatedAreas: z.array(treatedArea),
  painBefore: painScore,
  painAfter: painScore,
  measures: sessionMeasures,
  techniques: sessionItems,
  homework: sessionItems,
  details: sessionDetails,
})
export type HistoryState = z.infer<typeof historyState>

export const historyOperations = {
  /** The moments of a draft, the newest first. Saves within a minute are one moment as long as nothing was deleted. */
  'history:list': read(z.strictObject({ sessionId: id }), z.strictObject({ moments: z.array(historyMoment) })),
  'history:get': read(
    z.strictObject({ sessionId: id, at: instant }),
    historyState,
    audited('viewed', 'session', ({ sessionId }) => sessionId),
  ),
  /**
   * Restores a part of an unsigned draft, or everything (null). That is a new version, so it can be undone:
   * by restoring the same from `undoneBy`.
   */
  'history:restore': changesSession(
    'sessionId',
    z.strictObject({ sessionId: id, at: instant, part: part.nullable() }),
    z.strictObject({ savedAt: z.string(), undoneBy: z.string() }),
    {
      invalidates: [...listsOfSessions, ...readsOfVisits, 'lists:suggestions', 'measures:earlier', 'history:list'],
      part: () => 'whole',
    },
  ),
} as const
