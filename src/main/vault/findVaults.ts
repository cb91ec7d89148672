// Looks for vaults in folders and in the folders within them, so far down and so many as is said. Links are not followed, so
// that nobody walks in a circle, and mounted network shares are left out.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnvelope } from './envelope.ts'
import { manifestName, vaultFiles } from './vaultFolder.ts'

/** Where to look: a folder, and how many folders down. */
export interface SearchRoot {
  readonly folder: string
  readonly depth: number
}

export interface VaultInFolder {
  /** Absolute. */
  readonly folder: string
  /** Null where its key file can't be read. */
  readonly vaultId: string | null
  /** When its database was written last, UTC. */
  readonly writtenAt: string
  readonly isBackup: boolean
}

export interface VaultSearch {
  readonly roots: readonly SearchRoot[]
  /** Folders that are not entered, such as mounted network shares. */
  readonly without: ReadonlySet<string>
  readonly mostFolders: number
  /** Whether the time for it is over. */
  isOver(): boolean
  /** Called before each folder with how many were seen; may throw to end it. */
  step(seen: number): Promise<void>
}

/** Folders in which nobody keeps a vault, and which have many within. */
const large: ReadonlySet<string> = new Set([
  'node_modules',
  'Library',
  'AppData',
  'Windows',
  'Program Files',
  'proc',
  'sys',
])

/** @returns what was found, each once, the one that was written last first; and whether all folders were seen */
export async function findVaults(search: VaultSearch): Promise<{ found: VaultInFolder[]; isComplete: boolean }> {
  const { roots, without, mostFolders, isOver, step } = search
  const found = new Map<string, VaultInFolder>()
  /** How far below a folder was looked already. */
  const seen = new Map<string, number>()
  let open = roots.map((root) => ({ ...root, isRoot: true }))
  while (open.length > 0) {
    const next: typeof open = []
    for (const { folder, depth, isRoot } of open) {
      if (seen.size >= mostFolders || isOver()) return { found: newestFirst(found), isComplete: false }
      if (without.has(folder) || (seen.get(folder) ?? -1) >= depth) continue
      seen.set(folder, depth)
      // oxlint-disable no-await-in-loop -- one disk answers one question at a time
      await step(seen.size)
      const vault = await vaultIn(folder)
      if (vault !== null) found.set(folder, vault)
      else if (depth > 0) {
        for (const name of await foldersIn(folder, isRoot)) {
          next.push({ folder: join(folder, name), depth: depth - 1, isRoot: false })
        }
      }
      // oxlint-enable no-await-in-loop
    }
    open = next
  }
  return { found: newestFirst(found), isComplete: true }
}

const newestFirst = (found: ReadonlyMap<string, VaultInFolder>) =>
  [...found.values()].toSorted((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1))

async function vaultIn(folder: string): Promise<VaultInFolder | null> {
  const { database, envelope, envelopeCopy } = vaultFiles(folder)
  const file = await stat(database).catch(() => null)
  if (file?.isFile() !== true) return null
  const keyFiles = await Promise.all([envelope, envelopeCopy].map(smallFile))
  if (keyFiles.every((text) => text === null)) return null
  return {
    folder,
    vaultId: keyFiles.map(idIn).find((id) => id !== null) ?? null,
    writtenAt: file.mtime.toISOString(),
    isBackup: (await stat(join(folder, manifestName)).catch(() => null)) !== null,
  }
}

const largestKeyFile = 64 * 1024

async function smallFile(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  if (found?.isFile() !== true || found.size > largestKeyFile) return null
  return readFile(file, 'utf8').catch(() => null)
}

function idIn(text: string | null): string | null {
  try {
    return text === null ? null : (readEnvelope(text)?.vaultId ?? null)
  } catch {
    return null
  }
}

/** Folders that nobody may read hold nothing for us. A root's own hidden folders are not looked into either. */
async function foldersIn(folder: string, isRoot: boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !(isRoot && large.has(entry.name)))
    .map(({ name }) => name)
}
