// Looks for vaults and backups in a folder that somebody has chosen, and in the folders within it.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fromFileError } from '../../fileErrors.ts'
import { vaultFiles } from '../vaultFolder.ts'
import { isHalfMade, manifestIn, type BackupManifest } from './backupFolder.ts'

/** A folder that holds a vault, made by a backup or copied by hand. */
export interface CopyInFolder {
  /** Absolute. */
  readonly folder: string
  /** Null for one that is no backup. */
  readonly manifest: BackupManifest | null
  /** Of the database's file. */
  readonly bytes: number
}

/** From a disk's top down to a backup: "Palpate backups", the vault, the backup. */
const deepest = 3
/** A whole disk is not searched: what is wanted lies near its top. */
const mostFolders = 3000

const sizeOf = async (file: string): Promise<number | null> => {
  const found = await stat(file).catch(() => null)
  return found?.isFile() === true ? found.size : null
}

async function copyIn(folder: string): Promise<CopyInFolder | null> {
  const { database, envelope, envelopeCopy } = vaultFiles(folder)
  const bytes = await sizeOf(database)
  if (bytes === null) return null
  if ((await sizeOf(envelope)) === null && (await sizeOf(envelopeCopy)) === null) return null
  return { folder, bytes, manifest: await manifestIn(folder).catch(() => null) }
}

/**
 * @returns what is there, the newest backups first, then copies without a date
 * @throws AppError READ_ONLY or IO_ERROR where the chosen folder itself cannot be read
 */
export async function findCopies(chosen: string): Promise<CopyInFolder[]> {
  const copies: CopyInFolder[] = []
  let level = [chosen]
  let seen = 0
  for (let depth = 0; depth <= deepest; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      if (seen >= mostFolders) break
      seen += 1
      // oxlint-disable-next-line no-await-in-loop -- one disk answers one question at a time
      const copy = await copyIn(folder)
      if (copy !== null) copies.push(copy)
      // A vault's folder may have other copies in it; a backup's has none.
      // oxlint-disable-next-line no-await-in-loop -- see above
      else next.push(...(await foldersIn(folder, folder === chosen)))
    }
    level = next
  }
  const order = ({ manifest }: CopyInFolder) => manifest?.madeAt ?? ''
  return copies.toSorted((a, b) => (order(a) < order(b) ? 1 : order(a) > order(b) ? -1 : 0))
}

async function foldersIn(folder: string, isChosen: boolean): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !isHalfMade(entry.name))
      .map((entry) => join(folder, entry.name))
  } catch (error) {
    // A folder within it that somebody else keeps closed holds nothing for us.
    if (isChosen) throw fromFileError(error) ?? error
    return []
  }
}
