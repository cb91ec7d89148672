// Operations on another copy of the open vault: what it has that is not here, and bringing its sessions in as drafts.
import { z } from 'zod'
import { emptyClient, type ClientFields } from '../domain/client.ts'
import { amendedParts } from '../domain/note/parts.ts'
import { reviewKinds } from '../domain/health/reviews.ts'
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

/** Of a link that was made there, says something else there, or is only here because it was removed there. */
const linkState = z.enum(['missing', 'other', 'removed'])

/** What the copy has of a client beside sessions and details. Words that a later version may have others of are plain text. */
const recordThere = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('health review'), review: z.enum(reviewKinds), signerName: z.string().nullable() }),
  z.strictObject({ kind: z.literal('safety decision'), wording: z.string(), decision: z.string(), remark: z.string() }),
  z.strictObject({ kind: z.literal('consent'), name: z.string() }),
  z.strictObject({ kind: z.literal('withdrawal'), name: z.string(), cause: z.string(), remark: z.string() }),
  /** A consent that was lacking when a note was signed, with the time of the visit. */
  z.strictObject({ kind: z.literal('lack'), name: z.string(), reason: z.string(), serviceStart: z.string() }),
  z.strictObject({
    kind: z.literal('provider'),
    name: z.string(),
    role: z.string(),
    mayRelease: z.boolean(),
    state: linkState,
  }),
  z.strictObject({
    kind: z.literal('household'),
    name: z.string(),
    phone: z.string(),
    /** What the person is of the client. */
    relation: z.string(),
    state: linkState,
  }),
  /** The client was erased there, and is here. */
  z.strictObject({ kind: z.literal('erasure') }),
])

/** What is only in the copy and is not brought in. */
export const otherRecord = z.strictObject({
  clientId: id,
  clientName: z.string(),
  /** Whether the client is here. */
  isHere: z.boolean(),
  /** When it was said or saved there, UTC; null for what was removed there. */
  at: z.string().nullable(),
  atOffset: utcOffset.nullable(),
  what: recordThere,
})
export type OtherRecord = z.infer<typeof otherRecord>

export const copyComparison = z.strictObject({
  /** By client, then by date. */
  sessions: z.array(otherSession),
  /** Clients who are not here. */
  newClients: z.array(otherClient),
  /** Clients who are here too, and whose details were changed in the copy. */
  differences: z.array(clientDifference),
  /** Addenda and amendments that are only in the copy, with their words: they are not brought in. By client, then by note. */
  additions: z.array(otherAddition),
  /** What else is only in the copy of its clients; erasures first, then by client, and by time. */
  records: z.array(otherRecord),
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
