// What is said of a copy before and after it was looked into.
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import { instantOnScreen, wallTimeWords } from '#renderer/ui/dateWords.ts'
import { offsetHere } from '#shared/domain/time.ts'
import { countWords } from '#shared/domain/wordLists.ts'

/** When it was made, as the clock of that computer showed it. */
export const copyTitle = ({ madeAtWall }: Pick<FoundCopy, 'madeAtWall'>): string =>
  madeAtWall === null ? 'A copy without a date' : wallTimeWords(madeAtWall.slice(0, 16))

/** Whether it was found to be good, how much is signed in it, and whose it is. */
export function copyState({ madeAt, verifiedAt, signatures, isOfThisVault }: FoundCopy): string {
  const state =
    verifiedAt !== null
      ? `Verified ${instantOnScreen(verifiedAt, offsetHere(verifiedAt))}`
      : madeAt === null
        ? 'Copied by hand, not verified'
        : 'Not verified: something in it could not be read'
  const signed = signatures === null ? [] : [countWords(signatures, 'signed record')]
  const other = isOfThisVault === false ? ['another practice'] : []
  return [state, ...signed, ...other].join(' · ')
}

/** Where it is: of a backup the folder that was chosen for it, without the folders that Palpate makes there. */
export const placeOf = ({ folder, madeAt }: Pick<FoundCopy, 'folder' | 'madeAt'>): string =>
  madeAt === null ? folder : folder.replace(/[/\\]Palpate backups[/\\][^/\\]+[/\\][^/\\]+$/u, '')

const units = ['KB', 'MB', 'GB'] as const

/** The size of a file: 820 KB, 4.2 MB. */
export function sizeWords(bytes: number): string {
  let size = bytes / 1000
  let at = 0
  while (size >= 1000 && at < units.length - 1) {
    size /= 1000
    at += 1
  }
  return `${size < 10 ? Math.max(0.1, size).toFixed(1) : Math.round(size)} ${units[at] ?? ''}`
}

/** The newest session in a copy; null for none. */
export const newestWords = ({ newestSessionAt }: Pick<CopyContent, 'newestSessionAt'>): string =>
  newestSessionAt === null ? 'none' : wallTimeWords(newestSessionAt)
