// The files in a vault's folder, and how an unfinished folder is distinguished from a vault.
import { existsSync, readdirSync, readlinkSync, realpathSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../appError.ts'
import { errnoOf, fromFileError } from '../fileErrors.ts'
import { syncFolder } from '../durable.ts'
import { removeLarge } from '../largeFiles.ts'
import { unfinishedSuffix } from './writeFileSafely.ts'
import { renameWithRetry } from '../renaming.ts'

const names = {
  database: 'practice.db',
  envelope: 'envelope.json',
  envelopeCopy: 'envelope.copy.json',
  attempts: 'attempts.json',
  head: 'practice.head',
  lease: 'in-use.json',
}

/** The files of the vault in a folder. */
export const vaultFiles = (folder: string) => ({
  database: join(folder, names.database),
  envelope: join(folder, names.envelope),
  envelopeCopy: join(folder, names.envelopeCopy),
  attempts: join(folder, names.attempts),
  head: join(folder, names.head),
})
/** Who has the vault in a folder open; see `lease.ts`. It is no part of a copy. */
export const leaseFile = (folder: string) => join(folder, names.lease)

export type VaultFiles = ReturnType<typeof vaultFiles>

// Files that a new vault may replace: the count of wrong attempts, a lease, and what file managers leave behind.
const worthless = new Set([
  ...[names.attempts, names.lease].flatMap((name) => [name, name + unfinishedSuffix]),
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
])

/** The names in a folder; none where there is no folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return []
    throw error
  }
}

/** Whether anything is in the folder that a new vault must not replace. */
export const isOccupied = (folder: string) => namesIn(folder).some((name) => !worthless.has(name))

/** The name of a vault's folder in the app's own folder; people choose either. */
const usualName = 'vault'
/** What Palpate writes beside the files of a backup. */
export const manifestName = 'backup.json'

const holdsVault = (folder: string) =>
  isThere(vaultFiles(folder).database) &&
  (isThere(vaultFiles(folder).envelope) || isThere(vaultFiles(folder).envelopeCopy))

/** Unlike `existsSync`, does not take an unreadable folder for an empty one. */
function isThere(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return false
    throw fromFileError(error) ?? error
  }
}

/**
 * The vault in a folder that somebody has chosen, or in the folder `vault` within it.
 * @returns its absolute path
 * @throws AppError NO_VAULT_THERE; IS_BACKUP, because somebody who wrote in a backup would have no backup any more;
 * READ_ONLY or IO_ERROR where it cannot be determined
 */
export function vaultFolderIn(chosen: string): string {
  const found = [chosen, join(chosen, usualName)].find(holdsVault)
  if (found === undefined) throw new AppError('NO_VAULT_THERE')
  if (existsSync(join(found, manifestName))) throw new AppError('IS_BACKUP')
  return found
}

const mostLinks = 40

/**
 * Where a path leads through links, whether that folder or file exists or not. Folders are renamed to there: at the link's own
 * place they would replace the link, and leave its target behind.
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

/** Renames a finished folder, a sibling, to a place that is free or not occupied. */
export function putInPlace(finished: string, folder: string): void {
  for (const name of namesIn(folder)) if (worthless.has(name)) rmSync(join(folder, name), { force: true })
  try {
    // A folder that is not empty makes this fail, as it should.
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

/** Removes a folder that is no longer needed. It is encrypted: where that fails, the next start tries again. */
export function removeIfPossible(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // See above.
  }
}

/** The same of one that holds a copy of the vault, without blocking: a save would wait for the end of all of it. */
export const removeCopyIfPossible = (folder: string): Promise<void> => removeLarge(folder).catch(() => undefined)

/** Removes what a crash in the middle of making a vault left beside its folder. */
export function removeUnfinished(folder: string): void {
  const parent = dirname(folder)
  try {
    for (const name of namesIn(parent)) {
      if (name.startsWith(makingPrefix(folder))) rmSync(join(parent, name), { recursive: true, force: true })
    }
  } catch {
    // It is encrypted and harmless; the next start tries again.
  }
}
