// The words for what was found wrong with the vault's files: what happened, what is missing, what to do next.
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import { countWords, dateWords, timeWords } from '#renderer/ui/dateWords.ts'
import { wallTimeOf } from '#renderer/bridge/wallClock.ts'

export interface NoticeWords {
  readonly title: string
  readonly text: string
}

/** "28 Nov 2026, 14:03" on this computer's clock, of an instant in UTC. */
const moment = (instant: string) => {
  const wall = wallTimeOf(new Date(instant))
  return `${dateWords(wall)}, ${timeWords(wall)}`
}

const lastKnown = ({ expectedAt }: VaultNotice) =>
  expectedAt === null ? '' : ` The last save that Palpate knew of was on ${moment(expectedAt)}.`

function missingSignatures({ expectedSignatures, foundSignatures }: VaultNotice): string {
  const missing = (expectedSignatures ?? 0) - (foundSignatures ?? 0)
  return missing > 0 ? ` ${countWords(missing, 'signature')} made since ${missing === 1 ? 'is' : 'are'} not in it.` : ''
}

const kept = ({ fileName }: VaultNotice) =>
  fileName === null ? '' : ` What was found is kept in the vault’s folder as ${fileName}.`

/** What to tell of a notice. */
export function noticeWords(notice: VaultNotice): NoticeWords {
  switch (notice.kind) {
    case 'older':
      return {
        title: 'These records are older than the last save',
        text: `Either an older copy was put back, or the newest part of the file is lost.${lastKnown(notice)}${missingSignatures(notice)}${kept(notice)} If you did not put a copy back on purpose, look for a newer copy before you write anything.`,
      }
    case 'log set aside':
      return {
        title: 'A part of the file belonged to another day',
        text: `Beside the database lay the unfinished work of another state of it. Palpate did not mix the two.${kept(notice)} If you put an older copy back on purpose, all is well.`,
      }
    case 'log damaged':
      return {
        title: 'The newest part of the file could not be read',
        text: `Palpate or the computer stopped while work was unfinished, and that part is damaged. Everything before it is here.${kept(notice)} Compare your last notes with what you remember.`,
      }
    case 'signatures gone':
      return {
        title: 'Signatures are missing',
        text: `Somebody changed the file while Palpate was closed.${missingSignatures(notice)}${lastKnown(notice)} Put a copy back in which they are, or write down what you know of it.`,
      }
    case 'signatures changed':
      return {
        title: 'The newest signature is not the one that was made',
        text: `Somebody rebuilt signed notes while Palpate was closed.${lastKnown(notice)} Compare “Verify record” with a printed fingerprint or a seal.`,
      }
    case 'head missing':
      return {
        title: 'Palpate can’t tell whether these records are complete',
        text: 'The small file practice.head, which remembers the last save, is gone or can’t be read. Nothing else was found wrong. It was made anew, so from now on Palpate can tell again.',
      }
    case 'damage':
      return {
        title: 'The database is damaged in places',
        text: `The check of the whole file found ${countWords(notice.problems ?? 1, 'problem')}. What can be read is shown. Copy the vault’s folder to a safe place first; then close Palpate and put a sound copy back.`,
      }
  }
}
