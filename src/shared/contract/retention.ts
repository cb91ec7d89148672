// Operations on how long records are kept, and on the erasure of a client's record.
import { z } from 'zod'
import { erasureBases } from '../domain/retention/erasure.ts'
import { chosenRetention } from '../domain/retention/retentionRule.ts'
import { longText } from '../domain/text.ts'
import { utcOffset } from '../domain/time.ts'
import {
  asJob,
  audited,
  changesPractice,
  changesVault,
  listsOfSessions,
  notAudited,
  read,
  readsOfVisits,
} from './operation.ts'

const nothing = z.strictObject({})
const id = z.uuid()

/** Until when a client's record has to be kept. */
const retainedClient = z.strictObject({
  clientId: id,
  clientName: z.string(),
  isArchived: z.boolean(),
  /** `YYYY-MM-DD`, as all days here. */
  lastEntryOn: z.string(),
  keptUntil: z.string(),
  because: z.enum(['last entry', 'under age']),
  /** Whether the rule for clients under age could not be applied, because the date of birth is not known. */
  isBirthMissing: z.boolean(),
  /** Whether that day has certainly passed. */
  isOver: z.boolean(),
})
export type RetainedClient = z.infer<typeof retainedClient>

/** What is left of an erased client. */
const erasureRecord = z.strictObject({
  id,
  clientId: id,
  basis: z.enum(erasureBases),
  /** Why before the time was over; empty where it was. */
  reason: z.string(),
  /** The erasure's own signature: its number and time, UTC. */
  sequence: z.int(),
  erasedAt: z.string(),
  erasedOffset: utcOffset.nullable(),
  /** How many signed notes, and how many other signed records, were erased. */
  notes: z.int(),
  others: z.int(),
})
export type ErasureRecord = z.infer<typeof erasureRecord>

/** A client whom a restored backup has brought back, and what is left of their erasure in the vault before it. */
const erasedComeBack = z.strictObject({
  clientId: id,
  clientName: z.string(),
  sessions: z.int(),
  sequence: z.int(),
  erasedAt: z.string(),
  erasedOffset: utcOffset.nullable(),
})
export type ErasedComeBack = z.infer<typeof erasedComeBack>

/** The backups in one place from before an erasure. */
const olderBackups = z.strictObject({
  folder: z.string(),
  /** When it was taken off the list of places, UTC; null while backups go there. */
  removedAt: z.string().nullable(),
  /** Null where the place could not be looked at. */
  backups: z
    .array(
      z.strictObject({
        /** UTC. */
        madeAt: z.string(),
        /**
         * The day on which rotation has removed it at the latest, if a backup is made every month, `YYYY-MM-DD`. Null for one that
         * it does not remove: one that is not verified, was made by another computer, or lies in a place that is used no more.
         */
        goneBy: z.string().nullable(),
      }),
    )
    .nullable(),
})
export type OlderBackups = z.infer<typeof olderBackups>

const rule = z.strictObject({ chosen: chosenRetention.nullable() })

const goneWithClient = [
  ...listsOfSessions,
  ...readsOfVisits,
  'bin:list',
  'session:get',
  'retention:list',
  'retention:ofClient',
  'retention:erasures',
  'retention:cameBack',
  'vault:tracesLeft',
  'vault:status',
] as const

export const retentionOperations = {
  /** The practice's rule; null while none is chosen. */
  'retention:rule': read(nothing, rule),
  'retention:saveRule': changesPractice(rule, rule, audited('settings changed', 'practice'), [
    'retention:rule',
    'retention:list',
    'retention:ofClient',
  ]),
  /** The archived clients whose time is over. None while no rule is chosen, or no day has certainly come. */
  'retention:list': read(nothing, z.array(retainedClient)),
  /** The same for one client; null while no rule is chosen. */
  'retention:ofClient': read(z.strictObject({ id }), z.strictObject({ retained: retainedClient.nullable() })),
  /**
   * Erases everything of an archived client. VALIDATION at `id` with `not_archived`, at `typedName` with `other_name`, at
   * `reason` with `too_early` (the time is not certainly over, and no reason is given) or `names_client`; SIGNER_UNNAMED, because
   * an erasure is signed.
   * @param typedName the client's last name, or the first where there is no other
   * @param reason why before the time is over; null where it is
   */
  'retention:erase': changesPractice(
    z.strictObject({ id, typedName: z.string().max(1000), reason: longText.nullable() }),
    erasureRecord,
    audited('erased', 'client', (input) => input.id),
    goneWithClient,
  ),
  /** The clients who were erased and came back with a restored backup, and about whom nobody has decided. */
  'retention:cameBack': read(nothing, z.array(erasedComeBack)),
  /** Erases such a client again, on the basis of the first time. NOT_FOUND for any other; SIGNER_UNNAMED. */
  'retention:eraseAgain': changesPractice(
    z.strictObject({ id }),
    erasureRecord,
    audited('erased', 'client', (input) => input.id),
    goneWithClient,
  ),
  /** Decides that such a client stays. NOT_FOUND for any other. */
  'retention:keepErased': changesPractice(
    z.strictObject({ id }),
    nothing,
    audited('restored', 'client', (input) => input.id),
    ['retention:cameBack', 'vault:status'],
  ),
  /** The erased clients, newest first. */
  'retention:erasures': read(nothing, z.array(erasureRecord)),
  /**
   * Whether unused places of the vault's files may still hold what was erased; and the names of files beside them that may:
   * logs that were set aside or found damaged, which the app never removes.
   */
  'vault:tracesLeft': read(nothing, z.strictObject({ isLeft: z.boolean(), files: z.array(z.string()) })),
  /** Overwrites unused places of the files. BUSY while something reads the whole file. */
  'vault:clearTraces': asJob(
    'clear traces',
    changesVault(nothing, nothing, notAudited('it overwrites unused places; the erasure has the entry'), [
      'vault:tracesLeft',
    ]),
  ),
  /** The backups in places that are or were used, from before an instant, UTC, the newest first. */
  'backup:olderThan': read(z.strictObject({ at: z.string().max(40) }), z.array(olderBackups)),
} as const
