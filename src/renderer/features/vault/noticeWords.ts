// The words for what was found wrong with the vault's files: what happened, what is missing, what to do next.
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'

export interface NoticeWords {
  readonly title: string
  readonly text: string
}

const moment = (at: string) => instantOnScreen(at, null)

const lastKnown = ({ expectedAt }: VaultNotice) =>
  expectedAt === null ? '' : ` The last save that Palpate knew of was on ${moment(expectedAt)}.`

function missingSignatures({ expectedSignatures, foundSignatures }: VaultNotice): string {
  const missing = (expectedSignatures ?? 0) - (foundSignatures ?? 0)
  return missing > 0 ? ` ${countWords(missing, 'signature')} ${missing === 1 ? 'is' : 'are'} missing.` : ''
}

function notInIt({ expectedSignatures, foundSignatures }: VaultNotice): string {
  const later = (expectedSignatures ?? 0) - (foundSignatures ?? 0)
  return later > 0 ? ` ${countWords(later, 'signature')} made since then ${later === 1 ? 'is' : 'are'} not in it.` : ''
}

const kept = ({ fileName }: VaultNotice) =>
  fileName === null ? '' : ` What was found there is kept in the vault’s folder as ${fileName}.`

/** Notices of what somebody has asked for: nothing is wrong. */
export const isAskedFor = ({ kind }: VaultNotice): boolean => kind === 'restored'

/** The heading over notices, and what stands below it. */
export function headWords(notices: readonly VaultNotice[]): NoticeWords {
  return notices.every(isAskedFor)
    ? {
        title: 'The backup is restored',
        text: 'These are the records as they were when it was made. Nothing was deleted.',
      }
    : {
        title: 'Something is not as it was',
        text: 'Palpate checks your files whenever it opens them. Nothing was deleted.',
      }
}

/** The words of a notice. */
export function noticeWords(notice: VaultNotice): NoticeWords {
  switch (notice.kind) {
    case 'older':
      return {
        title: 'These records are older than the last save',
        text: `An older copy was put back, or the newest part of the file was lost.${lastKnown(notice)}${missingSignatures(notice)}${kept(notice)} If you did not put a copy back yourself, look for a newer copy before you write anything. If two computers share this folder, the newest files may still be on their way: lock, wait, and open it again.`,
      }
    case 'log set aside':
      return {
        title: 'A part of the file belonged to another day',
        text: `Next to your records was unfinished work from another day. Palpate did not mix the two.${kept(notice)} If you put an older copy back yourself, all is well.`,
      }
    case 'log damaged':
      return {
        title: 'The newest part of the file could not be read',
        text: `Palpate or the computer stopped while it was being written, and that part is damaged. Everything before it is here.${kept(notice)} Read through your last notes and see whether anything is missing.`,
      }
    case 'signatures gone':
      return {
        title: 'Signatures are missing',
        text: `Somebody changed the file while Palpate was closed.${missingSignatures(notice)}${lastKnown(notice)} Put back a copy that still has them, or write down what you know about it.`,
      }
    case 'signatures changed':
      return {
        title: 'The newest signature is not the one that was made',
        text: `Somebody replaced signed notes while Palpate was closed.${lastKnown(notice)} In Settings, check a seal that you kept, or compare “Verify record” with a printed fingerprint.`,
      }
    case 'head missing':
      return {
        title: 'Palpate can’t tell whether these records are complete',
        text: 'The small file practice.head, which remembers the last save, is missing or can’t be read. Nothing else is wrong. Palpate has made a new one, and can check this again from now on.',
      }
    case 'damage':
      return {
        title: 'The database is damaged in places',
        text: `The check of the whole file found ${countWords(notice.problems ?? 1, 'problem')}. Palpate shows what it can read. Lock Palpate and restore a backup that is sound, or salvage what can be read: that makes a new file and a list of what is missing. Nothing is deleted either way.`,
      }
    case 'restored':
      return {
        title: `You restored ${notice.fileName === null ? 'a backup' : `“${notice.fileName}”`}`,
        text: `It is older than the last save on this computer, as a backup is.${lastKnown(notice)}${notInIt(notice)} The records that were here before are not deleted: their folder is beside this one, and has “set-aside” in its name. What you need from them comes back by “Bring in sessions from another copy” in Settings, Backups.`,
      }
    case 'salvaged':
      return {
        title: 'These records were salvaged',
        text: `The file was damaged (${countWords(notice.problems ?? 1, 'page')} of it), and everything that could be read is here, in a new file. The damaged vault was not deleted: its folder is now called “${notice.fileName ?? ''}”, next to this one. What could not be read is listed under Settings, “What could not be read”. A backup from before the damage may still have it.`,
      }
    case 'refusals missing':
      return {
        title: 'The lock on signed notes had been changed',
        text: `The database refuses every change to what is signed. Before this update, ${countWords(notice.problems ?? 1, 'rule')} of that lock ${notice.problems === 1 ? 'was' : 'were'} missing or changed: somebody worked on the file without Palpate. The update makes rules anew, so “Verify record” may not show it any more. Signed notes may have been changed meanwhile. In Settings, choose “Verify record”, and check a seal that you kept.`,
      }
  }
}
