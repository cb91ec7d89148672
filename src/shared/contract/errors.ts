// The closed list of what can go wrong, as codes. The renderer owns the words.
import { z } from 'zod'

export const errorCodes = [
  'VALIDATION', // the input does not fit; details.issues says where
  'NOT_FOUND', // the record that was asked for does not exist
  'CONFLICT', // somebody (another window, a stale screen) changed the record in between
  'SIGNED', // the note is signed; it never changes
  'SIGNER_UNNAMED', // the practice does not name the therapist, and nothing is signed without a person's name
  'LOCKED', // the vault is locked
  'ALREADY_EXISTS', // a vault is there already
  'WRONG_PASSPHRASE',
  'WRONG_RECOVERY_CODE', // well-formed, but not this vault's
  'MISTYPED_RECOVERY_CODE', // a group's check character does not fit; details.group says which (from 1)
  'THROTTLED', // too many wrong tries; details.retryAfterSeconds
  'ENVELOPE_DAMAGED', // the key file cannot be read, and neither can its copy
  'ENVELOPE_MISSING', // a database is there, its key file is not
  'KEY_FILE_OTHER', // the key file is of other keys than the database, as one from before new keys were made
  'DB_MISSING', // the key file is there, the database is not
  'DB_FOREIGN', // the file in the database's place is not this vault's
  'DB_CORRUPT', // the database is damaged
  'DB_FROM_FUTURE', // a newer version of the app wrote the database
  'VAULT_MISSING', // a vault was here once, and is not where it was
  'IN_USE', // another computer has the vault open, or the practice was moved to one
  'VAULT_MOVED', // the open vault's files are no longer where they were opened; nothing was kept there
  'NO_VAULT_THERE', // the chosen folder holds no vault
  'NO_MOVE_FILE', // the chosen file is none that was made for another computer
  'IS_BACKUP', // the chosen folder holds a backup, which is restored and not opened
  'VAULT_NOT_A_FOLDER', // a file lies where the vault's folder should be
  'NOT_A_FILE', // a folder, a pipe or a device lies where one of the vault's files should be
  'IO_ERROR', // the disk failed to read or write
  'DISK_FULL',
  'UNSAVED', // something on screen could not be saved, so what would take it away was not done
  'NO_ROOM', // too little free space to begin; details.neededBytes
  'READ_ONLY', // the folder or file cannot be written
  'TARGET_IN_USE', // the file to replace is open in another program
  'BUSY', // a job of this kind is running already
  'CANCELLED', // the user said no
  'TOO_LARGE', // the message is over the size that is taken
  'FORBIDDEN', // not from our own window
  'APP_CHANGED', // a part of the installed app is not the one that was packed
  'INTERNAL', // a mistake of ours
] as const
export type ErrorCode = (typeof errorCodes)[number]

export const issueSchema = z.strictObject({
  /** Dotted path of the field, such as `fields.dateOfBirth`; empty for the whole input. */
  path: z.string(),
  /** A short machine word such as `in_future`, never the value. */
  code: z.string(),
})

export const errorDetails = z.strictObject({
  issues: z.array(issueSchema).optional(),
  retryAfterSeconds: z.number().optional(),
  group: z.number().optional(),
  neededBytes: z.number().optional(),
})
export type ErrorDetails = z.infer<typeof errorDetails>

export interface ContractError {
  code: ErrorCode
  details?: ErrorDetails | undefined
}

export type Result<T> = { ok: true; data: T } | { ok: false; error: ContractError }
