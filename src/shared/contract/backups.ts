// Operations on backups: the places they go to, making them, and what is known about the last ones.
import { z } from 'zod'
import { dateFormat } from '../domain/dateWords.ts'
import { utcOffset } from '../domain/time.ts'
import { emergencySheet } from '../domain/emergencySheet.ts'
import { asJob, audited, changesVault, notAudited, read, shell } from './operation.ts'

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

/** What is remembered of a place. */
export const knownPlace = z.strictObject({
  id: z.string(),
  /** The folder that was chosen, absolute. */
  folder: z.string(),
  /** The newest verified backup that was made there from here; null for none yet. */
  last: madeAndVerified.nullable(),
  problem: z.enum(placeProblems).nullable(),
})

export const backupPlace = knownPlace.extend({
  /** Whether something was changed that is in no verified backup there. */
  isBehind: z.boolean(),
})
export type BackupPlace = z.infer<typeof backupPlace>

export const backupState = z.strictObject({
  places: z.array(backupPlace),
  /** Why the newest copy did not count as good; null when it did, or when none was made. */
  copyProblem: copyProblem.nullable(),
  /** Why no copy could be made the last time, as an error's code; null when one could. */
  failure: z.enum(failures).nullable(),
  /** When the question for a place was put off the last time, UTC; null for never. It is asked again later. */
  putOffAt: z.string().nullable(),
})
export type BackupState = z.infer<typeof backupState>

/** A vault, or a backup of one, in some folder. */
export const foundCopy = z.strictObject({
  /** For the operations below, until the app is locked or restarted. */
  id: z.string(),
  /** Absolute; of a file that was made for another computer, the file. */
  folder: z.string(),
  /** When it was made, UTC and as the computer's clock showed it; null for a copy that Palpate did not make. */
  madeAt: z.string().nullable(),
  madeAtWall: z.string().nullable(),
  /** When it was found to be good, UTC; null when it was not, or when that is unknown. */
  verifiedAt: z.string().nullable(),
  /** How many signatures it has; null when that is unknown. */
  signatures: z.number().nullable(),
  bytes: z.number(),
  /** Whether it is of the vault that is on this computer; null when there is none. */
  isOfThisVault: z.boolean().nullable(),
})
export type FoundCopy = z.infer<typeof foundCopy>
const foundCopies = z.strictObject({
  copies: z.array(foundCopy),
  /** Whether there is also one that is being written just now, or was never finished. */
  hasUnfinished: z.boolean(),
})
export type FoundCopies = z.infer<typeof foundCopies>

const secretText = z.string().min(1).max(1000)
/** What opens a copy: its passphrase, its recovery code, or null for the key of the vault that is open. */
const copySecret = z
  .union([z.strictObject({ passphrase: secretText }), z.strictObject({ recoveryCode: z.string().min(1).max(200) })])
  .nullable()

/** What is in a copy, which was opened and checked for that. */
export const copyContent = z.strictObject({
  clients: z.number(),
  sessions: z.number(),
  signatures: z.number(),
  /** When the newest session was, wall time; null for none. */
  newestSessionAt: z.string().nullable(),
  /** Why it does not count as good; it can be restored all the same. */
  problem: copyProblem.nullable(),
  /**
   * The erasures since, by number and time, of clients whom the copy brings back to the vault that is here, the first one first. Null
   * where the vault that is here cannot be read.
   */
  erasedSince: z
    .array(z.strictObject({ sequence: z.number(), erasedAt: z.string(), erasedOffset: utcOffset.nullable() }))
    .nullable(),
})
export type CopyContent = z.infer<typeof copyContent>

/** A file in which the whole vault goes to another computer. */
export const moveFile = z.strictObject({
  /** Absolute. */
  file: z.string(),
  bytes: z.number(),
  clients: z.number(),
  sessions: z.number(),
  /** Why it does not count as good; null when it does. */
  problem: copyProblem.nullable(),
})
export type MoveFile = z.infer<typeof moveFile>

/** Whole copies of the vault that the app knows of and never removes. Each opens with the passphrase of its day. */
const leftBehind = z.strictObject({
  /** Vaults that were set aside beside this one, the newest first; null where that cannot be determined. */
  vaults: z
    .array(
      z.strictObject({
        /** The folder's name. */
        name: z.string(),
        /** By the name, `YYYY-MM-DD`; null where that does not say it. */
        setAsideOn: z.string().nullable(),
      }),
    )
    .nullable(),
  /** Places that backups go to no more. Those that were made stay there. */
  places: z.array(z.strictObject({ folder: z.string(), removedAt: z.string() })),
})
export type LeftBehind = z.infer<typeof leftBehind>

const copyId = z.strictObject({ id: z.string().min(1).max(100) })
const placeId = z.strictObject({ id: z.string().min(1).max(100) })
const stale = ['backup:state', 'backup:leftBehind', 'backup:olderThan'] as const
const placeChanged = audited('settings changed', 'backup place', ({ id }: z.infer<typeof placeId>) => id)

export const backupOperations = {
  'backup:state': read(nothing, backupState),
  /** Copies the vault, verifies the copy, and writes it to every place. Answers with the state after it. */
  'backup:run': asJob('backup', changesVault(nothing, backupState, audited('backup made', 'vault'), stale)),
  /** Asks for a folder and makes it a place for backups; one that is a place already is not added twice. */
  'backup:addPlace': shell(nothing, placeId, stale),
  /** Uses the folder of a place from now on although it is another disk, or was emptied. */
  'backup:acceptPlace': changesVault(placeId, nothing, placeChanged, stale),
  /** Uses a place no more. The backups there stay, and where they are stays known. */
  'backup:removePlace': changesVault(placeId, nothing, placeChanged, stale),
  'backup:leftBehind': read(nothing, leftBehind),
  /** Puts the question for a place off. */
  'backup:putOff': changesVault(nothing, nothing, notAudited('a question is asked later'), stale),
  /** Asks for a folder and looks for copies in it and in the folders within. */
  'backup:findCopies': shell(nothing, foundCopies),
  /** Asks for a file that was made for another computer. */
  'backup:openMoveFile': shell(nothing, foundCopies),
  /** Asks for a place, and writes the whole vault into one file there, verified like a backup. */
  'backup:writeMoveFile': asJob('move', shell(nothing, moveFile)),
  /** The backups in the places that are known on this computer. */
  'backup:knownCopies': read(nothing, foundCopies),
  /**
   * Rehearses a restore: brings a copy beside the vault, opens and checks it. Nothing else is changed. While it is kept,
   * it can be restored. To bring in its sessions it is kept open instead, while the vault is: CONFLICT for a copy of another
   * vault. WRONG_PASSPHRASE without a secret where the copy was made with other keys than the open vault's.
   */
  'backup:look': asJob(
    'restore',
    changesVault(
      copyId.extend({ secret: copySecret, to: z.literal('bring in').optional() }),
      copyContent,
      notAudited('its entry names the time of the copy, which the input does not'),
    ),
  ),
  /** Gives up what was looked into. */
  'backup:forgetLook': changesVault(copyId, nothing, notAudited('it removes what was only looked into')),
  /**
   * Puts a copy that was looked into in the vault's place. The vault so far is set aside beside it, never deleted. Only
   * while it is locked, missing, or none was there.
   */
  'backup:restore': changesVault(
    copyId.extend({
      /** The user wants it although it has a problem. */
      problemAccepted: z.boolean().optional(),
    }),
    /** Where the vault so far is now, absolute; null when there was none. */
    z.strictObject({ setAside: z.string().nullable() }),
    notAudited('no vault is open then; the copy got its entry when it was looked into'),
    ['vault:status'],
  ),
  /** What the emergency sheet says, today. */
  'backup:emergencySheet': read(nothing, emergencySheet),
  /** Asks for a place, prints the sheet, writes it. Answers with the file's name, or CANCELLED. */
  'backup:saveEmergencySheet': asJob(
    'patient file',
    shell(z.strictObject({ dates: dateFormat }), z.strictObject({ fileName: z.string(), bytes: z.int() })),
  ),
  /**
   * Saves and locks, so that a copy that was found can be restored: the lock screen takes it up. Throws what `vault:lock`
   * throws.
   */
  'backup:lockToRestore': shell(copyId, nothing),
  /** The copy for which the vault was locked, once; null for none, or where it is not there any more. */
  'backup:takeWanted': shell(nothing, z.strictObject({ copy: foundCopy.nullable() })),
  /** Shows a place's folder in the system's file manager. */
  'backup:showPlace': shell(placeId, nothing),
} as const
