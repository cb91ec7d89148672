// Saving a draft: the changes of one act of the therapist together, and only over what the page has read.
import { z } from 'zod'
import { bodymapOperations } from './bodymap.ts'
import { changesSession, listsOfSessions, read, readsOfVisits } from './operation.ts'
import { sessionOperations } from './sessions.ts'

const id = z.uuid()
const operations = { ...sessionOperations, ...bodymapOperations }

type Operations = typeof operations

const changeBy = <C extends keyof Operations>(operation: C) =>
  z.strictObject({ operation: z.literal(operation), input: operations[operation].input as Operations[C]['input'] })

/** One change of one part of a note: an operation that saves a part, with its input. */
export const draftChange = z.discriminatedUnion('operation', [
  changeBy('session:saveSection'),
  changeBy('session:saveDetails'),
  changeBy('session:savePain'),
  changeBy('session:saveMeasures'),
  changeBy('session:saveItems'),
  changeBy('session:savePrivateRemark'),
  changeBy('timer:put'),
  changeBy('timer:remove'),
  changeBy('finding:put'),
  changeBy('finding:remove'),
  changeBy('stroke:put'),
  changeBy('stroke:remove'),
  changeBy('treatedArea:put'),
  changeBy('treatedArea:remove'),
  changeBy('noGo:answer'),
  changeBy('addendum:saveDraft'),
])
export type DraftChange = z.infer<typeof draftChange>

/** As many as all marks of a full map, taken off or put back in one step. */
const mostChanges = 2000

export const draftOperations = {
  /** The newest revision of anything: asked for right before a draft is read, it says how new what is read is. */
  'draft:revision': read(z.strictObject({ sessionId: id }), z.strictObject({ revision: z.int() })),
  /**
   * Makes changes to one draft, all or none. What is taken off and is not there is as good as taken off.
   * CONFLICT `changed_meanwhile`, at the part's name, when somebody else has saved a part after `since`;
   * CONFLICT `would_be_emptied` when nothing stands in the place of words that nobody took out.
   */
  'draft:save': changesSession(
    'sessionId',
    z.strictObject({
      sessionId: id,
      /** Who saves: what the same writer saved before is never in its way. */
      writer: id,
      /** The revision that the draft was read at. */
      since: z.int(),
      /** The therapist has decided so: what others saved is written over, and stays in the history as it was. */
      overwrites: z.literal(true).optional(),
      changes: z.array(draftChange).min(1).max(mostChanges),
    }),
    z.strictObject({ savedAt: z.string() }),
    { invalidates: [...listsOfSessions, ...readsOfVisits, 'lists:suggestions', 'measures:earlier', 'session:get'] },
  ),
} as const
