// The words for every error code: what happened, whether the data is safe, what to do next.
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { Failure } from './bridge.ts'

export interface ErrorWords {
  readonly title: string
  readonly text: string
}

const words: Readonly<Record<ErrorCode, ErrorWords>> = {
  VALIDATION: { title: 'Something isn’t right', text: 'Nothing was changed. Check what you typed, then try again.' },
  NOT_FOUND: { title: 'No longer there', text: 'This record does not exist, or was removed. Go back to the list.' },
  CONFLICT: {
    title: 'Changed in the meantime',
    text: 'Somebody changed this record in the meantime. Nothing was overwritten. Open it again to see the latest version.',
  },
  SIGNED: { title: 'The note is signed', text: 'A signed note never changes. Add an addendum or an amendment to it.' },
  SIGNER_UNNAMED: {
    title: 'Not signed: your name is missing',
    text: 'It is you who signs, not the practice. Type your name, then sign.',
  },
  LOCKED: { title: 'Palpate is locked', text: 'Enter your passphrase to go on.' },
  IS_BACKUP: {
    title: 'This is a backup',
    text: 'It was not opened: what you write in a backup would be in no backup. Choose “Restore from backup” instead.',
  },
  ALREADY_EXISTS: {
    title: 'There is already a vault here',
    text: 'Nothing was changed. Start Palpate again to unlock it.',
  },
  WRONG_PASSPHRASE: { title: 'That is not the passphrase', text: 'Nothing is lost. Check Caps Lock and the keyboard.' },
  WRONG_RECOVERY_CODE: {
    title: 'That is not this vault’s recovery code',
    text: 'The code is well formed but belongs to another vault, or was replaced by a newer one.',
  },
  APP_CHANGED: {
    title: 'Part of Palpate was changed',
    text: 'The vault was not opened and not touched. Install Palpate again.',
  },
  MISTYPED_RECOVERY_CODE: { title: 'The code is mistyped', text: 'Compare it with the printed one and correct it.' },
  THROTTLED: {
    title: 'Too many wrong attempts',
    text: 'Nothing is erased. Wait until the time is up, then try again.',
  },
  ENVELOPE_DAMAGED: {
    title: 'The key file is damaged',
    text: 'The database itself was not touched. Put envelope.json back from the newest copy of the vault’s folder.',
  },
  ENVELOPE_MISSING: {
    title: 'The key file is missing',
    text: 'The database is there and was not touched, but without envelope.json it cannot be opened. Put the file back from the newest copy of the vault’s folder.',
  },
  KEY_FILE_OTHER: {
    title: 'The key file is not that of these records',
    text: 'envelope.json is from before new keys were made, or from another copy. Nothing is damaged, and nothing was changed. If you have chosen another passphrase since then, type that one. Otherwise put envelope.json back from the newest copy of the vault’s folder, or restore a backup.',
  },
  DB_MISSING: {
    title: 'The database is missing',
    text: 'The key file is there, the database is not. Put it back from the newest copy of the vault’s folder. Nothing was created in its place.',
  },
  DB_FOREIGN: {
    title: 'That is not this vault’s database',
    text: 'Another file lies in the database’s place. It was not touched. Put the right file back.',
  },
  DB_CORRUPT: {
    title: 'The database is damaged',
    text: 'It was not changed. Copy the vault’s folder to a safe place before anything else, then put a sound copy back.',
  },
  DB_FROM_FUTURE: {
    title: 'Made by a newer version',
    text: 'A newer version of Palpate wrote this database. It was not touched. Install the newer version to open it.',
  },
  VAULT_MISSING: {
    title: 'Your vault is not where it was',
    text: 'Nothing was made in its place. Put the folder back, or plug in the disk that it is on, then look again.',
  },
  IN_USE: {
    title: 'These records are in use on another computer',
    text: 'It opened them in the meantime. Nothing was changed. Choose how to open them here.',
  },
  VAULT_MOVED: {
    title: 'Your vault is not where it was',
    text: 'Nothing can be read or saved until it is back. What is on screen is kept: do not close Palpate. Put the vault’s folder back, or write a rescue copy.',
  },
  NO_VAULT_THERE: {
    title: 'There is no vault in this folder',
    text: 'A vault’s folder has the files practice.db and envelope.json in it. Nothing was changed.',
  },
  NO_MOVE_FILE: {
    title: 'This file was not made by Palpate',
    text: 'Choose the file that “Move to another computer” made; its name ends in .palpate. Nothing was changed.',
  },
  VAULT_NOT_A_FOLDER: {
    title: 'A file lies in the vault’s place',
    text: 'There is a file where the vault’s folder should be. It was not touched. Move it away and put the folder back.',
  },
  NOT_A_FILE: {
    title: 'One of the vault’s files is not a file',
    text: 'A folder, a pipe or a device lies where practice.db-wal, practice.db-shm, practice.db-journal or practice.head belongs. Nothing was opened or changed. Move it out of the vault’s folder, then try again.',
  },
  IO_ERROR: {
    title: 'The disk can’t be read or written to',
    text: 'Nothing was changed, and what is on screen stays here. Check the disk and its cable; copy the vault’s folder to another disk soon.',
  },
  DISK_FULL: {
    title: 'The disk is full',
    text: 'What is on screen stays here, and what was saved is safe. Free some space, then try again.',
  },
  UNSAVED: {
    title: 'Not everything is saved yet',
    text: 'Something on screen could not be saved. It stays there, and nothing else was done. See there why, then try again.',
  },
  NO_ROOM: {
    title: 'Not enough free space',
    text: 'Nothing was changed. This needs room for a second copy of the practice: free some space, then try again.',
  },
  READ_ONLY: {
    title: 'Palpate can’t write to this folder',
    text: 'Nothing was changed. Choose another place, or allow writing to this one.',
  },
  TARGET_IN_USE: {
    title: 'The file is open in another program',
    text: 'The old file was left as it is. Close it there, or save under another name.',
  },
  BUSY: { title: 'One at a time', text: 'The previous file is still being made. Wait for it, or cancel it.' },
  CANCELLED: { title: 'Cancelled', text: 'Nothing was written.' },
  TOO_LARGE: { title: 'Too large', text: 'This is more than Palpate can take at once. Nothing was changed.' },
  FORBIDDEN: { title: 'Refused', text: 'The request did not come from Palpate’s own window.' },
  INTERNAL: {
    title: 'Something went wrong in Palpate',
    text: 'What was saved is safe. Start Palpate again; if it happens again, it is a defect in Palpate. Diagnostics, in Settings, shows where it happened.',
  },
}

/** The words that the user reads about a failure. */
export const wordsOf = (failure: Pick<Failure, 'code'>): ErrorWords => words[failure.code]
