// Operations on another copy of the open vault: what it has that is not here, and bringing its sessions in as drafts.
import { z } from 'zod'
import { emptyClient, type ClientFields } from '../domain/client.ts'
import { amendedParts } from '../domain/note/parts.ts'
import { addendumKinds } from '../domain/record/amendment.ts'
import { utcOffset } from '../domain/time.ts'
import { asJob, changesPractice, listsOfSessions, notAudited, read, readsOfVisits } from './operation.ts'

const id = z.uuid()
/** A copy that `backup:look` keeps open. */
const copyId = z.string().min(1).max(100)

/** When and by whom something was signed in the copy. */
const thereSigned = z.strictObject({
  signedAt: z.string(),
  signedOffset: utcOffset.nullable(),
  signerName: z.string(),
})

/** A session of the copy that is not here, or says something else there. */
export const otherSession = z.strictObject({
  /** Its id in the copy. */
  id,
  clientId: id,
  clientName: z.string(),
  /** Wall time. */
  serviceStart: z.string(),
  /** The beginning of the note; empty where nothing is written. */
  excerpt: z.string(),
  /** Its signature in the copy; null for a draft. */
  signature: thereSigned.nullable(),
  here: z.enum(['missing', 'draft', 'signed', 'in the bin']),
  /** Addenda and amendments of it that are only in the copy. They are not brought in. */
  additions: z.int(),
  /** Whether the same was brought in before. */
  isBroughtIn: z.boolean(),
})
export type OtherSession = z.infer<typeof otherSession>

/** An addition to a signed note of the copy that is not here, and none that says the same. */
const otherAddition = z.strictObject({
  id,
  sessionId: id,
  clientName: z.string(),
  /** Of the note, wall time. */
  serviceStart: z.string(),
  kind: z.enum(addendumKinds),
  /** What an amendment corrects; null for an addendum, and where it corrects one. */
  part: z.enum(amendedParts).nullable(),
  /** Why it was corrected; empty for an addendum. */
  reason: z.string(),
  plainText: z.string(),
  createdAt: z.string(),
  createdOffset: utcOffset.nullable(),
  /** Its signature in the copy; null for a draft. */
  signature: thereSigned.nullable(),
  /** Whether its note is here, and signed, so that it can be written again below it. */
  isNoteHere: z.boolean(),
})
export type OtherAddition = z.infer<typeof otherAddition>

const fieldNames = Object.keys(emptyClient) as [keyof ClientFields, ...(keyof ClientFields)[]]

/** A client of the copy. */
const otherClient = z.strictObject({ id, name: z.string() })

/** What a client's record says there and not here; no-go areas are only named. */
export const clientDifference = otherClient.extend({
  fields: z.array(z.strictObject({ field: z.enum(fieldNames), there: z.string() })),
  areNoGoAreasOther: z.boolean(),
})
export type ClientDifference = z.infer<typeof clientDifference>

export const copyComparison = z.strictObject({
  /** By client, then by date. */
  sessions: z.array(otherSession),
  /** Clients who are not here. */
  newClients: z.array(otherClient),
  /** Clients who are here too, and whose details were changed in the copy. */
  differences: z.array(clientDifference),
  /** Addenda and amendments that are only in the copy, with their words: they are not brought in. By client, then by note. */
  additions: z.array(otherAddition),
  /** How many clients of the copy were erased here. They stay erased. */
  erased: z.int(),
})
export type CopyComparison = z.infer<typeof copyComparison>

const ids = z.array(id).max(100_000)

export const copyOperations = {
  /** NOT_FOUND for a copy that is not kept open. */
  'copy:compare': asJob('compare copies', read(z.strictObject({ copyId }), copyComparison)),
  /**
   * Makes a new draft of each chosen session, and adds the chosen clients and those of the sessions who are not here. What is
   * here is not changed. What was brought in before, and what belongs to an erased client, is left out.
   */
  'copy:bringIn': asJob(
    'bring in',
    changesPractice(
      z.strictObject({ copyId, sessionIds: ids, clientIds: ids }),
      z.strictObject({ sessions: z.int(), clients: z.int() }),
      notAudited('each session and client that it adds has an entry of its own'),
      [...listsOfSessions, ...readsOfVisits],
    ),
  ),
} as const
