// Replaces a vault by one with new keys: three folders beside each other, two renames.
//
//   1. <vault>.making-<id>   becomes <vault>.new-keys        it is complete, checked and on the disk
//   2. <vault>               becomes <vault>.old-keys-<id>   from here on the old one is out of use
//   3. <vault>.new-keys      becomes <vault>
//   4. the new one is opened from its place
//   5. <vault>.old-keys-<id> is removed
//
// A crash before 2 leaves the old vault, and the next start deletes the new one: nobody has seen its code yet. Between
// 2 and 3 the next start makes step 3. After 3 the new vault is there, and step 5 waits until somebody has opened it.
import { closeSync, existsSync, readSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { errnoOf } from '../fileErrors.ts'
import { openOrdinary, readOrdinary } from '../ordinaryFile.ts'
import { saltOf } from '../database/ownFile.ts'
import { isOccupied, namesIn, placeOf, putInPlace, removeIfPossible, vaultFiles } from './vaultFolder.ts'
import { syncFolder } from '../durable.ts'
import { writeFileSafely } from './writeFileSafely.ts'
import { renameWithRetry } from '../renaming.ts'

const readyFolder = (folder: string) => `${folder}.new-keys`
const oldPrefix = (folder: string) => `${basename(folder)}.old-keys-`
/** In a vault with new keys: the name of the folder that it replaces. */
const noteOfOld = (folder: string) => join(folder, 'takes-place-of.txt')

/** Whether a folder holds what a vault needs to be opened. */
function isWhole(folder: string): boolean {
  const { database, envelope, envelopeCopy } = vaultFiles(folder)
  return existsSync(database) && (existsSync(envelope) || existsSync(envelopeCopy))
}

const oldFolders = (folder: string) =>
  namesIn(dirname(folder))
    .filter((name) => name.startsWith(oldPrefix(folder)))
    .map((name) => join(dirname(folder), name))

/** The folder that belongs in the vault's place after a crash between the two renames; undefined at any other time. */
function stranded(folder: string): string | undefined {
  if (isOccupied(folder)) return undefined
  // The last one of several: their ids sort by time.
  return [...oldFolders(folder).toSorted(), readyFolder(folder)].findLast(isWhole)
}

/** Whether the vault lies beside its place, because a crash came between the two renames. */
export const isStranded = (folder: string) => stranded(folder) !== undefined

/**
 * Cleans up after a crash during a swap: finishes it, or deletes a new vault that nobody uses yet.
 * Nothing is removed unless a whole vault is in its place.
 * @throws the node error when the folder cannot be renamed
 */
export function finishSwap(folder: string): void {
  const found = stranded(folder)
  if (found !== undefined) return putInPlace(found, folder)
  if (!isWhole(folder)) return
  removeIfPossible(readyFolder(folder))
}

/**
 * Step 1: declares a new vault complete. It has to be on the disk.
 * @param unique makes the old folder's name unique
 */
export function declareReady(making: string, folder: string, unique: string): void {
  writeFileSafely(noteOfOld(making), oldPrefix(folder) + unique)
  rmSync(readyFolder(folder), { recursive: true, force: true })
  renameWithRetry(making, readyFolder(folder))
  syncFolder(dirname(folder))
}

/**
 * Steps 2 and 3. Both vaults have to be closed. When the second rename fails, the first is reverted.
 * @throws the node error of what failed
 */
export function swapIn(folder: string): void {
  const old = join(dirname(folder), readOrdinary(noteOfOld(readyFolder(folder))))
  renameWithRetry(folder, old)
  try {
    syncFolder(dirname(folder))
    putInPlace(readyFolder(folder), folder)
  } catch (error) {
    renameWithRetry(old, folder)
    throw error
  }
}

/** Reverts a swap whose new vault did not open; the new one is deleted by the next start or the next swap. */
export function swapBack(folder: string): void {
  const old = join(dirname(folder), readOrdinary(noteOfOld(folder)))
  renameWithRetry(folder, readyFolder(folder))
  renameWithRetry(old, folder)
  syncFolder(dirname(folder))
}

// Files that belong to the old keys; anything else in the folder is its owner's.
const isOfOldKeys = (name: string) => /^(practice|envelope|attempts)\./u.test(name) || name === basename(noteOfOld(''))

/**
 * Step 5, after the vault in its place was opened: removes the one that it replaced. Files in there that are
 * not ours are moved along. What fails is tried again the next time the vault is opened.
 * @param vaultId of both
 */
export function removeOld(folder: string, vaultId: string): void {
  try {
    const name = readOrdinary(noteOfOld(folder))
    const old = join(dirname(folder), name)
    // The note is in a folder that others can write in: it must not name anything else to be removed.
    if (name.startsWith(oldPrefix(folder)) && basename(name) === name) {
      for (const file of namesIn(old)) {
        const isOurs = isOfOldKeys(file) || existsSync(join(folder, file))
        if (!isOurs) renameWithRetry(join(old, file), join(folder, file))
      }
      removeLinkedDatabase(vaultFiles(old).database, vaultId)
      rmSync(old, { recursive: true, force: true })
      syncFolder(dirname(folder))
    }
    rmSync(noteOfOld(folder), { force: true })
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

/** Where the database is a link: removes what it leads to, if that is this vault's. Others can write in the folder too. */
function removeLinkedDatabase(link: string, vaultId: string): void {
  const database = placeOf(link)
  if (database === link || !existsSync(database)) return
  const salt = saltOf(vaultId)
  const beginning = Buffer.alloc(salt.length)
  const handle = openOrdinary(database)
  try {
    readSync(handle, beginning, 0, beginning.length, 0)
  } finally {
    closeSync(handle)
  }
  if (!beginning.equals(salt)) return
  for (const suffix of ['', '-wal', '-shm']) rmSync(database + suffix, { force: true })
}
