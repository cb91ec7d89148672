// Why a backup could not be found or looked into. The general words speak of the vault that is here: on the worst day they would send
// somebody to its sound files, so each code has words for the backup.
import type { ErrorCode } from '#shared/contract/errors.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'

/** Nothing of this is thrown by looking into a backup, or it is not about a file: the general words say it. */
type Elsewhere =
  | 'VALIDATION'
  | 'SIGNED'
  | 'SIGNER_UNNAMED'
  | 'LOCKED'
  | 'ALREADY_EXISTS'
  | 'THROTTLED'
  | 'VAULT_MISSING'
  | 'VAULT_MOVED'
  | 'NO_VAULT_THERE'
  | 'IS_BACKUP'
  | 'VAULT_NOT_A_FOLDER'
  | 'UNSAVED'
  | 'TARGET_IN_USE'
  | 'CANCELLED'
  | 'TOO_LARGE'
  | 'FORBIDDEN'
  | 'APP_CHANGED'
  | 'INTERNAL'

/** A code that is new needs words here, or a place in the list above. */
const words: Readonly<Record<Exclude<ErrorCode, Elsewhere>, ErrorWords>> = {
  NOT_FOUND: {
    title: 'This backup is not there any more',
    text: 'It was removed or moved, or its disk was unplugged. Nothing on this computer was changed. Go back and choose again.',
  },
  CONFLICT: {
    title: 'This backup is of another practice',
    text: 'Only sessions of your own practice’s other copies can be brought in. Nothing on this computer was changed.',
  },
  WRONG_PASSPHRASE: {
    title: 'This backup has another passphrase',
    text: 'It is the one that was in use when the backup was made. Nothing on this computer was changed.',
  },
  WRONG_RECOVERY_CODE: {
    title: 'This backup has another recovery code',
    text: 'The code belongs to another vault, or was replaced before the backup was made. Nothing on this computer was changed.',
  },
  MISTYPED_RECOVERY_CODE: {
    title: 'This backup was not opened: the code is mistyped',
    text: 'Compare it with the printed one and correct it. Nothing on this computer was changed.',
  },
  ENVELOPE_DAMAGED: {
    title: 'This backup’s key file is damaged',
    text: 'Without it nothing opens this backup. Your records on this computer were not touched. Try another backup.',
  },
  ENVELOPE_MISSING: {
    title: 'This backup’s key file is missing',
    text: 'It was not copied along, or was removed. Your records on this computer were not touched. Copy the whole folder again, or try another backup.',
  },
  KEY_FILE_OTHER: {
    title: 'This backup has a key file that is not that of its records',
    text: 'Somebody has put a key file of another day into its folder. Your records on this computer were not touched. Try another backup.',
  },
  DB_MISSING: {
    title: 'This backup has no records in it',
    text: 'The file practice.db was not copied along, or was removed. Your records on this computer were not touched. Copy the whole folder again, or try another backup.',
  },
  DB_FOREIGN: {
    title: 'This backup is put together from two',
    text: 'The records in its folder are of another vault than its key file. Your records on this computer were not touched. Try another backup.',
  },
  DB_CORRUPT: {
    title: 'This backup is damaged',
    text: 'It is not what was once written there. Your records on this computer were not touched. Try an older backup, or one in another place.',
  },
  DB_FROM_FUTURE: {
    title: 'This backup was made by a newer version',
    text: 'Nothing is wrong with it, and your records on this computer were not touched. Install the newest version of Palpate, then look into it again.',
  },
  IN_USE: {
    title: 'This backup is being written just now',
    text: 'Palpate on another computer has it open, or it is still being copied. Nothing on this computer was changed. Lock Palpate there, or wait until the copying is done, then look into it again.',
  },
  NO_MOVE_FILE: {
    title: 'This backup is not a file that Palpate made',
    text: 'A file from another computer has a name that ends in .palpate. Nothing on this computer was changed. Choose another file.',
  },
  NOT_A_FILE: {
    title: 'This backup has something in it that is not a file',
    text: 'A folder, a pipe or a device has the name of one of its files. Your records on this computer were not touched. Copy the backup again, or try another one.',
  },
  IO_ERROR: {
    title: 'This backup could not be copied here to look into it',
    text: 'Its disk, or the one of this computer, did not answer as it should. Your records were not touched. Check the cable of the backup’s disk and try again, or try a backup in another place.',
  },
  DISK_FULL: {
    title: 'This backup needs room to be looked into',
    text: 'It is first copied beside your records, and the disk there is full. Nothing was changed. Free some space, then try again.',
  },
  NO_ROOM: {
    title: 'This backup needs room to be looked into',
    text: 'It is first copied beside your records, and there is too little free space. Nothing was changed. Free some space, then try again.',
  },
  READ_ONLY: {
    title: 'This backup could not be copied here to look into it',
    text: 'Palpate may not read one of its files, or may not write beside your records, where the copy goes. Nothing was changed. Allow it in the system’s settings, or copy the backup’s folder to another disk and choose it there.',
  },
  BUSY: {
    title: 'This backup has to wait',
    text: 'Another backup is being looked into, in another window. Nothing was changed. Wait for it, or cancel it there.',
  },
}

/** Why a backup could not be looked into. */
export const lookFailureWords = ({ code }: { readonly code: ErrorCode }): ErrorWords =>
  code in words ? words[code as keyof typeof words] : wordsOf({ code })

/** Why a folder that was chosen could not be searched for backups. */
export const searchFailureWords = ({ code }: { readonly code: ErrorCode }): ErrorWords => {
  switch (code) {
    case 'READ_ONLY':
      return {
        title: 'Palpate may not read this folder',
        text: 'Nothing was changed. Allow it in the system’s settings, or choose another folder.',
      }
    case 'IO_ERROR':
      return {
        title: 'This folder could not be read',
        text: 'Its disk did not answer as it should. Nothing was changed. Check its cable and choose the folder again, or try another disk.',
      }
    default:
      return wordsOf({ code })
  }
}

/** Why a file that was chosen is not offered as a backup. */
export const fileFailureWords = ({ code }: { readonly code: ErrorCode }): ErrorWords => {
  switch (code) {
    case 'DB_CORRUPT':
      return {
        title: 'This file is damaged, or not complete',
        text: 'Nothing on this computer was changed. Copy it from the stick once more, or make it again on the other computer.',
      }
    case 'DB_FROM_FUTURE':
      return {
        title: 'This file was made by a newer version',
        text: 'Nothing is wrong with it, and nothing on this computer was changed. Install the newest version of Palpate, then choose it again.',
      }
    case 'READ_ONLY':
      return {
        title: 'Palpate may not read this file',
        text: 'Nothing was changed. Allow it in the system’s settings, or copy the file to another disk and choose it there.',
      }
    case 'IO_ERROR':
      return {
        title: 'This file could not be read',
        text: 'Its disk did not answer as it should. Nothing was changed. Check its cable and choose the file again.',
      }
    default:
      return wordsOf({ code })
  }
}
