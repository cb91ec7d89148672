// Why something of a draft is not saved, whether that is tried again, and what to do: per code, as it truly is.
import { notifications } from '@mantine/notifications'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { isLasting } from './autosave.ts'

const reasons: Partial<Record<ErrorCode, string>> = {
  DISK_FULL: 'the disk is full',
  VAULT_MOVED: 'the vault is not where it was',
  IO_ERROR: 'the disk can’t be read or written to',
  READ_ONLY: 'the folder can’t be written to',
  DB_CORRUPT: 'the database is damaged',
  SIGNED: 'the note is already signed',
  NOT_FOUND: 'the session is no longer there',
  TOO_LARGE: 'it is more than Palpate can take at once',
  VALIDATION: 'Palpate can’t store it as it is',
  CONFLICT: 'a newer version of Palpate wrote what is stored',
  FORBIDDEN: 'this window may not write in the note',
}

/** What helps where trying again does not. */
const remedies: Partial<Record<ErrorCode, string>> = {
  SIGNED: 'Copy what you wrote, and add it as an addendum.',
  TOO_LARGE: 'Make it shorter.',
  VALIDATION: 'Change it, or copy it to another place.',
  CONFLICT: 'Copy what you wrote, and open the note there.',
}

const because = (code: ErrorCode) => (reasons[code] ? `: ${reasons[code]}` : '')

/** "Not saved: the disk is full. Trying again…", for what is still on screen. */
export function notSavedWords(code: ErrorCode): string {
  const next = isLasting(code)
    ? `${remedies[code] ?? 'Copy what you wrote.'} It stays here until you leave this screen.`
    : 'Trying again…'
  return `Not saved${because(code)}. ${next}`
}

/** The words when the screen was left. */
export function leftUnsavedWords(code: ErrorCode): string {
  return isLasting(code)
    ? `Your last changes in the session could not be saved${because(code)}. They are lost; what was saved before is safe.`
    : `Your last changes in the session are not saved yet${because(code)}. Palpate keeps them and tries again by itself: don’t close it.`
}

/** Notifies that a screen was left with something that is not saved. A lock needs no words: its screen says it. */
export function notifyLeftUnsaved(sessionId: string, code: ErrorCode): void {
  if (code === 'LOCKED') return
  const message = leftUnsavedWords(code)
  notifications.show({
    id: `left-unsaved-${sessionId}`,
    color: 'ember',
    title: 'Not saved',
    message,
    autoClose: 12_000,
  })
}
