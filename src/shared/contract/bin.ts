// Operations on the bin: drafts that were discarded and can still be restored (`session:restore`).
import { z } from 'zod'
import { audited, changesSession, listsOfSessions, read } from './operation.ts'
import { sessionSummary } from './sessions.ts'

/** A discarded draft as the bin shows it. */
export const binned = sessionSummary
  .pick({ id: true, clientId: true, serviceStart: true, lengthMinutes: true, place: true, excerpt: true })
  .extend({
    clientName: z.string(),
    /** UTC. */
    discardedAt: z.string(),
    /** Whole days until it is gone for good, from 1. */
    daysLeft: z.int(),
  })
export type Binned = z.infer<typeof binned>

export const binOperations = {
  /** The discarded drafts, the latest first. Those older than the bin's time are removed before. */
  'bin:list': read(z.strictObject({}), z.array(binned)),
  /** Removes a discarded draft for good. */
  'bin:remove': changesSession('id', z.strictObject({ id: z.uuid() }), z.strictObject({}), {
    invalidates: [...listsOfSessions, 'bin:list', 'bodymap:visits'],
    audit: audited('erased', 'session', ({ id }) => id),
  }),
} as const
