// Puts a restored vault in the place of the one so far: three folders beside each other, two renames.
//
//   1. <vault>.making-<id>  becomes <vault>.restored            it is complete, checked and on the disk
//   2. <vault>              becomes <vault>.set-aside <time>    it stays there for good
//   3. <vault>.restored     becomes <vault>
//
// A crash before 2 leaves the vault as it was, and the next start deletes the restored one. Between 2 and 3 the next start
// makes step 3.
import { existsSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { LeftBehind } from '#shared/contract/backups.ts'
import { syncFolder } from '../../durable.ts'
import { freeFolder } from '../../freePath.ts'
import { renameWithRetry } from '../../renaming.ts'
import { isOccupied, namesIn, placeOf, putInPlace, removeIfPossible, vaultFiles } from '../vaultFolder.ts'

const readyFolder = (folder: string) => `${folder}.restored`

/** Where the vault so far is set aside: a name beside it that is free. @param time as in a name of a file */
export const asideFolder = (folder: string, time: string): string => freeFolder(`${asidePath(folder)} ${time}`)

const asidePath = (folder: string) => `${folder}.set-aside`

/**
 * The vaults that were set aside beside the one in a folder, the newest first. Nothing removes them.
 * @returns null where that folder cannot be looked into
 */
export function vaultsSetAside(folder: string): LeftBehind['vaults'] {
  const aside = asidePath(placeOf(folder))
  const beginning = basename(aside)
  try {
    const names = namesIn(dirname(aside)).filter((name) => name.startsWith(beginning))
    const dayIn = (name: string) => /^ (\d{4}-\d\d-\d\d)/u.exec(name.slice(beginning.length))?.[1] ?? null
    return names
      .toSorted()
      .toReversed()
      .map((name) => ({ name, setAsideOn: dayIn(name) }))
  } catch {
    return null
  }
}

/**
 * Cleans up after a crash during a restore: finishes it, or deletes the restored vault that is not used.
 * @throws the node error when the folder cannot be renamed
 */
export function finishRestore(folder: string): void {
  const ready = readyFolder(folder)
  if (!existsSync(ready)) return
  if (!isOccupied(folder) && existsSync(vaultFiles(ready).database)) return putInPlace(ready, folder)
  removeIfPossible(ready)
}

/**
 * Makes the three steps. The vault has to be closed; when one fails, those before it are reverted.
 * @param restored the folder of the complete restored vault, a sibling
 * @param time as in a name of a file
 * @returns where the vault so far is now; null when there was none
 * @throws the node error of what failed
 */
export function swapInRestored(restored: string, folder: string, time: string): string | null {
  const ready = readyFolder(folder)
  rmSync(ready, { recursive: true, force: true })
  renameWithRetry(restored, ready)
  try {
    syncFolder(dirname(folder))
    return takePlace(ready, folder, time)
  } catch (error) {
    // Where the vault so far could not be moved back, the restored one is what the next start puts in its place.
    if (isOccupied(folder)) takeBack(ready, restored)
    throw error
  }
}

/** Steps 2 and 3. */
function takePlace(ready: string, folder: string, time: string): string | null {
  const aside = isOccupied(folder) ? asideFolder(folder, time) : null
  if (aside !== null) renameWithRetry(folder, aside)
  try {
    syncFolder(dirname(folder))
    putInPlace(ready, folder)
  } catch (error) {
    if (aside !== null) renameWithRetry(aside, folder)
    throw error
  }
  return aside
}

/** Reverts step 1, so that it can be tried again, or is removed with what was looked into. */
function takeBack(ready: string, restored: string): void {
  try {
    renameWithRetry(ready, restored)
  } catch {
    removeIfPossible(ready)
  }
}
