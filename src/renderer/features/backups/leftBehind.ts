// Whole copies of the vault that Palpate never removes, in words: vaults that were set aside, and places no longer used.
import { useQuery } from '@tanstack/react-query'
import type { LeftBehind } from '#shared/contract/backups.ts'
import { andWords } from '#shared/domain/wordLists.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { dateWords, dayHere } from '#renderer/ui/dateWords.ts'

/** What is left behind now: people remove such folders with other programs. Undefined before the first answer. */
export const useLeftBehind = (): LeftBehind | undefined =>
  useQuery<LeftBehind, Failure>({
    queryKey: ['backup:leftBehind', {}],
    queryFn: () => ask('backup:leftBehind', {}),
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  }).data

/** "3 May 2026 and 4 May 2026"; the name of one whose name has no day. */
const setAsideDays = (vaults: NonNullable<LeftBehind['vaults']>): string =>
  andWords([...new Set(vaults.map(({ name, setAsideOn }) => (setAsideOn === null ? name : dateWords(setAsideOn))))])

/** "/media/stick (removed 3 May 2026)". */
const removedPlaces = (places: LeftBehind['places']): string =>
  andWords(places.map(({ folder, removedAt }) => `${folder} (removed ${dateWords(dayHere(removedAt))})`))

/** What still holds a client who is erased, as ends of "What stays". */
export function wordsOfKept(left: LeftBehind | undefined): string[] {
  if (left === undefined) return []
  const { vaults, places } = left
  return [
    ...(vaults === null ? ['vaults that were set aside beside this one, if any: their folder could not be read'] : []),
    ...(vaults !== null && vaults.length > 0
      ? [`vaults that were set aside beside this one, until you delete them: ${setAsideDays(vaults)}`]
      : []),
    ...(places.length > 0
      ? [`backups in places that you no longer use, until you delete them: ${removedPlaces(places)}`]
      : []),
  ]
}

/** What new keys do not change, as sentences. */
export function wordsOfOldKeys(left: LeftBehind | undefined): string[] {
  if (left === undefined) return []
  const { vaults, places } = left
  return [
    ...(vaults === null
      ? ['Vaults that were set aside beside this one, if any, still open too: their folder could not be read.']
      : []),
    ...(vaults !== null && vaults.length > 0
      ? [
          `Vaults that were set aside beside this one still open with the passphrase and code of their day: ${setAsideDays(vaults)}.`,
        ]
      : []),
    ...(places.length > 0 ? [`So do the backups in places that you no longer use: ${removedPlaces(places)}.`] : []),
  ]
}
