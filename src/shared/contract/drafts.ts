// Saving a draft: the changes of one user action together, and only over what the page has read.
import { z } from 'zod'
import { bodymapOperations } from './bodymap.ts'
import type { AuditedRecord } from '../domain/audit/auditEntry.ts'
import { auditedAll, changesSession, listsOfSessions, read, readsOfVisits, type Audited } from './operation.ts'
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

/** The records that changes are made in: the session, and the additions to its note; each of them once. */
function changedBy({ changes }: { changes: readonly DraftChange[] }): readonly AuditedRecord[] {
  const records = new Map<string | null, AuditedRecord>()
  for (const { operation, input } of changes) {
    const { of } = operations[operation].audit as Audited<typeof input>
    for (const record of of(input)) records.set(record.id, record)
  }
  return [...records.values()]
}

/** As many as all marks of a full map, removed or restored in one step. */
const mostChanges = 2000

export const draftOperations = {
  /** The newest revision of anything: read right before a draft, it is the revision that the draft is read at. */
  'draft:revision': read(z.strictObject({}), z.strictObject({ revision: z.int() })),
  /**
   * Makes changes to one draft, all or none. Removing what does not exist is no error.
   * CONFLICT `changed_meanwhile`, at the part's name, when another writer has saved a part after `since`;
   * CONFLICT `would_be_emptied` when a document without text would replace words that nobody deleted.
   */
  'draft:save': changesSession(
    'sessionId',
    z.strictObject({
      sessionId: id,
      /** The writer: its own earlier saves never conflict. */
      writer: id,
      /** The revision that the draft was read at. */
      since: z.int(),
      /**
       * The therapist has decided so: what others saved is written over, and stays in the history as it was. Of a part
       * without a history both texts are stored, one below the other; the page has to read it before it saves it again.
       */
      overwrites: z.literal(true).optional(),
      changes: z.array(draftChange).min(1).max(mostChanges),
    }),
    z.strictObject({ savedAt: z.string() }),
    {
      invalidates: [...listsOfSessions, ...readsOfVisits, 'lists:suggestions', 'measures:earlier', 'session:get'],
      audit: auditedAll('changed', changedBy),
    },
  ),
} as const
