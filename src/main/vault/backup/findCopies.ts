// Looks for vaults and backups in a folder that somebody has chosen, and in the folders within it.
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fromFileError } from '../../fileErrors.ts'
import { vaultFiles } from '../vaultFolder.ts'
import { isCutShort, isHalfMade, manifestIn, type BackupManifest } from './backupFolder.ts'
import { manifestOfMoveFile, moveFileExtension } from './moveFile.ts'

/** A folder that holds a vault, made by a backup or copied by hand; or a file that was made for another computer. */
export interface CopyInFolder {
  /** Absolute; of a file its own path. */
  readonly folder: string
  readonly isFile: boolean
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

async function copyIn(folder: string): Promise<CopyInFolder | 'not complete' | null> {
  if (isHalfMade(basename(folder))) return 'not complete'
  const { database, envelope, envelopeCopy } = vaultFiles(folder)
  const bytes = await sizeOf(database)
  if (bytes === null) return null
  if ((await sizeOf(envelope)) === null && (await sizeOf(envelopeCopy)) === null) return null
  if (await isCutShort(folder).catch(() => false)) return 'not complete'
  return { folder, isFile: false, bytes, manifest: await manifestIn(folder).catch(() => null) }
}

async function copyInFile(file: string): Promise<CopyInFolder> {
  const manifest = await manifestOfMoveFile(file)
  return { folder: file, isFile: true, bytes: manifest.bytes, manifest }
}

export interface FoundCopies {
  /** The newest backups first, then copies without a date. */
  readonly copies: CopyInFolder[]
  /** Whether there is also one that is being written just now, or was never finished. */
  readonly hasUnfinished: boolean
}

/**
 * @param chosen a folder, or a file that was made for another computer
 * @throws AppError READ_ONLY or IO_ERROR where the chosen folder or file itself cannot be read; for a file also NO_MOVE_FILE,
 * DB_CORRUPT and DB_FROM_FUTURE
 */
export async function findCopies(chosen: string): Promise<FoundCopies> {
  if ((await stat(chosen).catch(() => null))?.isDirectory() === false) {
    const copy = await copyInFile(chosen).catch((error: unknown) => {
      throw fromFileError(error) ?? error
    })
    return { copies: [copy], hasUnfinished: false }
  }
  const copies: CopyInFolder[] = []
  let hasUnfinished = false
  let level = [chosen]
  let seen = 0
  for (let depth = 0; depth <= deepest; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      if (seen >= mostFolders) break
      seen += 1
      // oxlint-disable-next-line no-await-in-loop -- one disk answers one question at a time
      const copy = await copyIn(folder)
      // oxlint-disable-next-line no-await-in-loop -- see above
      const within = copy === null ? await namesWithin(folder, folder === chosen) : nothing
      // oxlint-disable-next-line no-await-in-loop -- see above
      if (copy === null) copies.push(...(await copiesInFiles(within.files)))
      else if (copy === 'not complete') hasUnfinished = true
      else copies.push(copy)
      next.push(...within.folders)
    }
    level = next
  }
  const order = ({ manifest }: CopyInFolder) => manifest?.madeAt ?? ''
  const newestFirst = copies.toSorted((a, b) => (order(a) < order(b) ? 1 : order(a) > order(b) ? -1 : 0))
  return { copies: newestFirst, hasUnfinished }
}

interface Within {
  readonly folders: readonly string[]
  /** Those that may have been made for another computer. */
  readonly files: readonly string[]
}

const nothing: Within = { folders: [], files: [] }

async function namesWithin(folder: string, isChosen: boolean): Promise<Within> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const shown = entries.filter(({ name }) => !name.startsWith('.'))
    const pathOf = ({ name }: { readonly name: string }) => join(folder, name)
    return {
      folders: shown.filter((entry) => entry.isDirectory()).map(pathOf),
      files: shown.filter((entry) => entry.isFile() && entry.name.endsWith(`.${moveFileExtension}`)).map(pathOf),
    }
  } catch (error) {
    // A folder within it that somebody else keeps closed holds nothing for us.
    if (isChosen) throw fromFileError(error) ?? error
    return nothing
  }
}

/** Damaged ones are left out: who chooses one by itself is told what is wrong. */
async function copiesInFiles(files: readonly string[]): Promise<CopyInFolder[]> {
  const found = await Promise.all(files.map((file) => copyInFile(file).catch(() => [])))
  return found.flat()
}
