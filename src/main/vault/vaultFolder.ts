// What lies where in a vault's folder, and how a folder that was never finished is told from a vault.
import { readdirSync, readlinkSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { errnoOf } from '../fileErrors.ts'
import { syncFolder } from '../durable.ts'
import { unfinishedSuffix } from './writeFileSafely.ts'
import { renameWithRetry } from '../renaming.ts'

const names = {
  database: 'practice.db',
  envelope: 'envelope.json',
  envelopeCopy: 'envelope.copy.json',
  attempts: 'attempts.json',
  head: 'practice.head',
}

/** The files of the vault in a folder. */
export const vaultFiles = (folder: string) => ({
  database: join(folder, names.database),
  envelope: join(folder, names.envelope),
  envelopeCopy: join(folder, names.envelopeCopy),
  attempts: join(folder, names.attempts),
  head: join(folder, names.head),
})
export type VaultFiles = ReturnType<typeof vaultFiles>

// Nothing is lost with these: the count of wrong tries, and what file managers leave behind.
const worthless = new Set([names.attempts, names.attempts + unfinishedSuffix, '.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** The names in a folder; none where there is no folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return []
    throw error
  }
}

/** Whether anything is in the folder that a new vault must not take the place of. */
export const isOccupied = (folder: string) => namesIn(folder).some((name) => !worthless.has(name))

const mostLinks = 40

/**
 * Where the folder lies that a path leads to by way of links, whether it is there or not. What is renamed goes there: beside
 * a link it would take the link's place, and leave what the link leads to behind.
 */
export function placeOf(folder: string): string {
  let place = folder
  for (let links = 0; links < mostLinks; links += 1) {
    try {
      place = resolve(realpathSync(dirname(place)), readlinkSync(place))
    } catch {
      return place
    }
  }
  return folder
}

/** Renames a finished folder, a sibling, into the place of one that is not there or not occupied. */
export function putInPlace(finished: string, folder: string): void {
  for (const name of namesIn(folder)) if (worthless.has(name)) rmSync(join(folder, name), { force: true })
  try {
    // A folder that is still not empty makes this fail, which is what should happen.
    rmdirSync(folder)
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
  renameWithRetry(finished, folder)
  syncFolder(dirname(folder))
}

const makingPrefix = (folder: string) => `${basename(folder)}.making-`

/** Where a vault is made before it is renamed into place: a sibling, so that the rename is one step. */
export const makingFolder = (folder: string, unique: string) => join(dirname(folder), makingPrefix(folder) + unique)

/** Removes what a crash in the middle of making a vault left beside its folder. */
export function removeUnfinished(folder: string): void {
  const parent = dirname(folder)
  try {
    for (const name of namesIn(parent)) {
      if (name.startsWith(makingPrefix(folder))) rmSync(join(parent, name), { recursive: true, force: true })
    }
  } catch {
    // It is encrypted and in nobody's way; the next start tries again.
  }
}
