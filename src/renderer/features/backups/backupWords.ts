// What is wrong with backups, in words: what happened, whether the records are safe, what to do next.
import type { BackupState, PlaceProblem } from '#shared/contract/backups.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { JobStage } from '#shared/contract/jobs.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'

/** What a running backup does. */
export const stageWords: Readonly<Record<JobStage<'backup'>, string>> = {
  copying: 'Copying the records',
  checking: 'Verifying the copy',
  writing: 'Writing it to its places, and reading it back',
}

type FailureCode = NonNullable<BackupState['failure']>

const noRoom: ErrorWords = {
  title: 'No backup was made: not enough free space',
  text: 'Your records are safe, and so are earlier backups. A backup is first made beside the vault, which takes as much room as the vault itself. Free some space on that disk, then back up again.',
}

/** Why no copy could be made. */
export const failureWords: Readonly<Record<FailureCode, ErrorWords>> = {
  NO_ROOM: noRoom,
  DISK_FULL: noRoom,
  READ_ONLY: {
    title: 'No backup was made: nothing can be written beside the vault',
    text: 'Your records are safe, and so are earlier backups. A backup is first made in the folder that the vault’s folder lies in. Allow writing there, then back up again.',
  },
  IO_ERROR: {
    title: 'No backup was made: the vault’s disk can’t be read or written to',
    text: 'Earlier backups are as they were. The disk may be failing: copy the vault’s folder to another disk soon, then back up again.',
  },
  DB_CORRUPT: {
    title: 'No backup was made: the database is damaged',
    text: 'Nothing was changed, and earlier backups are as they were. Copy the vault’s folder to a safe place before anything else, then check the whole file, under Vault.',
  },
  INTERNAL: {
    title: 'No backup was made: something went wrong in Palpate',
    text: 'Your records are safe, and so are earlier backups. Back up again; if it happens again, Diagnostics, below, shows where it happened.',
  },
}

export interface PlaceProblemWords {
  readonly title: string
  readonly text: string
  /** What helps beside backing up again. */
  readonly step: 'look' | 'accept' | null
}

/** Why nothing was written to a place. */
export const placeProblemWords: Readonly<Record<PlaceProblem, PlaceProblemWords>> = {
  missing: {
    title: 'Not there',
    text: 'Plug the disk in, or connect to the network drive, then look again. The backups on it are as they were.',
    step: 'look',
  },
  'other disk': {
    title: 'Not the folder that was chosen',
    text: 'It is on another disk, or the backups in it were moved away. Plug in the right disk; or use this folder, if you want backups here. Nothing is written to it until you say so.',
    step: 'accept',
  },
  'newest gone': {
    title: 'The newest backup is gone',
    text: 'It was deleted, moved or cut short. Put it back if you can; or go on without it. The others are as they were, and nothing is written here until you say so.',
    step: 'accept',
  },
  full: {
    title: 'The disk is full',
    text: 'The newest backup is not on it; those before it are. Free some space on it, then back up again.',
    step: null,
  },
  'read-only': {
    title: 'Palpate can’t write here',
    text: 'The newest backup is not here; those before it are. Allow writing to the folder, then back up again, or add another place.',
    step: null,
  },
  failed: {
    title: 'The disk failed',
    text: 'It could not be read or written, or what was read back is not what was written. The backups before are as they were. Back up again; if it happens again, use another disk.',
    step: null,
  },
}

const addingWords: Partial<Record<ErrorCode, ErrorWords>> = {
  NOT_FOUND: {
    title: 'The folder is not there',
    text: 'Nothing was changed. Plug the disk in, or choose another folder.',
  },
  READ_ONLY: {
    title: 'Palpate can’t write to this folder',
    text: 'Nothing was changed. Choose another folder, or allow writing to this one.',
  },
  DISK_FULL: {
    title: 'This disk is full',
    text: 'Nothing was changed, and your records are safe. Free some space on it, or choose another folder.',
  },
  IO_ERROR: {
    title: 'This folder can’t be read or written to',
    text: 'Nothing was changed, and your records are safe. Check the disk and its cable, or choose another folder.',
  },
}

/** Why a folder could not be made a place. */
export const addingFailureWords = ({ code }: { readonly code: ErrorCode }): ErrorWords =>
  addingWords[code] ?? wordsOf({ code })

/** Why the folder of a place could not be shown. */
export const showingFailureWords = ({ code }: { readonly code: ErrorCode }): ErrorWords =>
  code === 'NOT_FOUND'
    ? { title: 'This place was removed', text: 'The backups in it stay. Nothing was changed.' }
    : wordsOf({ code })
