// What is wrong with backups, in words: what happened, whether the records are safe, what to do next.
import type { BackupState, CopyProblem, PlaceProblem } from '#shared/contract/backups.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { JobStage } from '#shared/contract/jobs.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'

/** What a running backup does. */
export const stageWords: Readonly<Record<JobStage<'backup'>, string>> = {
  copying: 'Copying the records',
  checking: 'Verifying the copy',
  writing: 'Writing it to its places, and reading it back',
}

const stays = 'The backups before it are still there.'

/** Why the newest copy is not good; of an unreadable record the screen names the client itself. */
export function copyProblemWords(problem: Exclude<CopyProblem, { kind: 'unreadable' }>): ErrorWords {
  switch (problem.kind) {
    case 'damage':
      return {
        title: 'The newest copy is damaged',
        text: `It does not count as a backup. ${stays} Your records may be damaged too: check the whole file now, under Vault.`,
      }
    case 'other rows':
      return {
        title: 'The newest copy is not complete',
        text: `It has fewer or more records than the vault, so it does not count as a backup. ${stays} Back up again; if it happens again, check the whole file, under Vault.`,
      }
    case 'chain':
      return {
        title: `Signature ${problem.sequence} does not fit the one before it`,
        text: `Something signed was changed outside of Palpate, or is damaged. The newest copy does not count as a backup. ${stays} “Verify record”, under Record, says which note it is.`,
      }
  }
}

/**
 * The same of a record that cannot be read.
 * @param of whether it is a note or what is known of the client, and the day of the visit; null where nothing is known
 */
export function unreadableWords(of: { readonly isNote: boolean; readonly day: string | null } | null): ErrorWords {
  const text = `The newest copy does not count as a backup. ${stays} Nothing else is affected: you can go on working.`
  if (of === null) return { title: 'A note without a client can’t be read', text }
  if (!of.isNote) return { title: 'The record of a client can’t be read', text: `${text} It is the record of:` }
  const title = of.day === null ? 'A note can’t be read' : `A note of ${of.day} can’t be read`
  return { title, text: `${text} It is in the record of:` }
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
