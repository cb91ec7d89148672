// Operations on backups: the places they go to, making them, and what is known about the last ones.
import { z } from 'zod'
import { asJob, changesVault, read, shell } from './operation.ts'

const nothing = z.strictObject({})

/** Why a copy does not count as good. */
export const copyProblem = z.discriminatedUnion('kind', [
  /** SQLite finds damage in it. */
  z.strictObject({ kind: z.literal('damage') }),
  /** It does not have the rows that the database has. */
  z.strictObject({ kind: z.literal('other rows') }),
  /** A record in it cannot be read. */
  z.strictObject({ kind: z.literal('unreadable'), clientId: z.string().nullable(), sessionId: z.string().nullable() }),
  /** The chain of signatures does not fit from this one on. */
  z.strictObject({ kind: z.literal('chain'), sequence: z.number() }),
])
export type CopyProblem = z.infer<typeof copyProblem>

/** Why no copy could be made. */
const failures = ['NO_ROOM', 'DISK_FULL', 'READ_ONLY', 'IO_ERROR', 'DB_CORRUPT', 'INTERNAL'] as const

/** Why nothing was written to a place the last time. */
export const placeProblems = [
  'missing', // the folder is not there, as with a stick that is not plugged in
  'other disk', // the folder is there, and is not the one that was chosen: another disk, or an emptied one
  'newest gone', // the newest backup that was made there is not there any more
  'full',
  'read-only',
  'failed', // the disk failed to read or write, or what was read back is not what was written
] as const
export type PlaceProblem = (typeof placeProblems)[number]

const madeAndVerified = z.strictObject({
  /** When it was made and when it was found to be good, UTC. */
  madeAt: z.string(),
  verifiedAt: z.string(),
})

export const backupPlace = z.strictObject({
  id: z.string(),
  /** The folder that was chosen, absolute. */
  folder: z.string(),
  /** The newest verified backup that was made there from here; null for none yet. */
  last: madeAndVerified.nullable(),
  problem: z.enum(placeProblems).nullable(),
})
export type BackupPlace = z.infer<typeof backupPlace>

export const backupState = z.strictObject({
  places: z.array(backupPlace),
  /** Why the newest copy did not count as good; null when it did, or when none was made. */
  copyProblem: copyProblem.nullable(),
  /** Why no copy could be made the last time, as an error's code; null when one could. */
  failure: z.enum(failures).nullable(),
  /** Whether something was changed that is in no verified backup yet. */
  hasChanged: z.boolean(),
  /** Whether the question for a place was put off; it is asked again later. */
  isPutOff: z.boolean(),
})
export type BackupState = z.infer<typeof backupState>

const placeId = z.strictObject({ id: z.string().min(1).max(100) })
const stale = ['backup:state'] as const

export const backupOperations = {
  'backup:state': read(nothing, backupState),
  /** Copies the vault, verifies the copy, and writes it to every place. Answers with the state after it. */
  'backup:run': asJob('backup', changesVault(nothing, backupState, stale)),
  /** Asks for a folder and makes it a place for backups; one that is a place already is not added twice. */
  'backup:addPlace': shell(nothing, placeId, stale),
  /** Uses the folder of a place from now on although it is another disk, or was emptied. */
  'backup:acceptPlace': changesVault(placeId, nothing, stale),
  /** Forgets a place. The backups there stay. */
  'backup:removePlace': changesVault(placeId, nothing, stale),
  /** Puts the question for a place off. */
  'backup:putOff': changesVault(nothing, nothing, stale),
  /** Shows a place's folder in the system's file manager. */
  'backup:showPlace': shell(placeId, nothing),
} as const
