// What is said of a copy before and after it was looked into.
import type { CopyContent, CopyProblem, FoundCopy } from '#shared/contract/backups.ts'
import { instantOnScreen, wallTimeWords } from '#renderer/ui/dateWords.ts'
import { offsetHere } from '#shared/domain/time.ts'

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
  const signed = signatures === null ? [] : [count(signatures, 'signed record')]
  const other = isOfThisVault === false ? ['another practice'] : []
  return [state, ...signed, ...other].join(' · ')
}

/** Where it is: of a backup the folder that was chosen for it, without the folders that Palpate makes there. */
export const placeOf = ({ folder, madeAt }: Pick<FoundCopy, 'folder' | 'madeAt'>): string =>
  madeAt === null ? folder : folder.replace(/[/\\]Palpate backups[/\\][^/\\]+[/\\][^/\\]+$/u, '')

const grouped = new Intl.NumberFormat('en')

/** A number, its thousands apart. */
export const numberWords = (number: number): string => grouped.format(number)

/** A number with what is counted; the plural is made with "s". */
export const count = (number: number, one: string): string => `${numberWords(number)} ${number === 1 ? one : `${one}s`}`

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

/** What is wrong with a copy, and what it means for somebody who needs it. */
export function copyProblemWords(problem: CopyProblem): string {
  switch (problem.kind) {
    case 'damage':
      return 'The file is damaged in places. Some records may be missing or unreadable.'
    case 'other rows':
      return 'It does not hold all the records that were there when it was made.'
    case 'unreadable':
      return problem.sessionId === null
        ? 'The record of one client can’t be read. All others can.'
        : 'One session, or more, can’t be read. All others can.'
    case 'chain':
      return `From signature ${problem.sequence} on, the signed records are not as they were signed.`
  }
}
