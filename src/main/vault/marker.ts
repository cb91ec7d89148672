// The marker: a small file in the profile, outside of any vault's folder, that records which vaults were opened here,
// where, and their last heads. So a vault that was here is reported as missing, and one that was restored from an older
// copy of its whole folder is noticed.
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { z } from 'zod'
import { errnoOf } from '../fileErrors.ts'
import { readOrdinary } from '../ordinaryFile.ts'
import { writeFileSafely } from './writeFileSafely.ts'

/** No system has longer paths. */
const longestPath = 32_767
const folderPath = z
  .string()
  .max(longestPath)
  .refine((value) => !value.includes('\0'))
const known = z.strictObject({
  id: z.uuid(),
  /** Path of the vault's folder: relative to the profile if it is inside, so that a copied profile has its own. */
  folder: folderPath,
  /** The last head, sealed, in base64: only the holder of the vault's key can read it. */
  head: z.string().nullable(),
  /** The generation of that head, in the clear: the only part that can be read once the vault has other keys. */
  generation: z.int().min(0).default(0),
})
const markerSchema = z
  .strictObject({
    format: z.literal('palpate-vaults'),
    version: z.literal(1),
    /** The folder that was opened last, which the app opens at its start. */
    current: folderPath.nullable(),
    vaults: z.array(known).max(100),
  })
  // One flipped byte in a path would otherwise lead to a place where no vault ever was.
  .refine(({ current, vaults }) => current === null || vaults.some(({ folder }) => folder === current))
type Content = z.infer<typeof markerSchema>

export interface Marker {
  /** The folder that was opened last; null when none was. */
  readonly current: string | null
  /** Whether a vault was opened in this folder before; true also where the file exists and can't be read. */
  knows(folder: string): boolean
  /** Whether a vault of this id was opened on this computer before. */
  remembers(id: string): boolean
  /** The sealed head of a vault; null when it is not known. */
  headOf(id: string): RememberedHead | null
  /** Records a vault, where it is, and its head. Never throws: the marker is a help, not a condition. */
  remember(id: string, folder: string, head: RememberedHead | null): void
}

export interface RememberedHead {
  readonly sealed: Buffer
  readonly generation: number
}

const empty: Content = { format: 'palpate-vaults', version: 1, current: null, vaults: [] }

/** The marker in a file; nothing is recorded where the file is null. */
export function markerIn(file: string | null): Marker {
  // Read each time: a few hundred bytes, and another process's change is not overwritten.
  const read = (): Content & { isDamaged?: true } => {
    if (file === null) return empty
    try {
      return markerSchema.parse(JSON.parse(readOrdinary(file)))
    } catch (error) {
      return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '') ? empty : { ...empty, isDamaged: true }
    }
  }
  const profile = dirname(file ?? '')
  const written = (folder: string) => {
    const path = relative(profile, folder)
    return path === '' || path.startsWith('..') || isAbsolute(path) ? folder : path
  }
  return {
    get current() {
      const { current } = read()
      return current === null ? null : resolve(profile, current)
    },
    knows(folder) {
      const { isDamaged, vaults } = read()
      return isDamaged === true || vaults.some((vault) => vault.folder === written(folder))
    },
    remembers: (id) => read().vaults.some((vault) => vault.id === id),
    headOf(id) {
      const vault = read().vaults.find((one) => one.id === id)
      if (vault === undefined || vault.head === null) return null
      return { sealed: Buffer.from(vault.head, 'base64'), generation: vault.generation }
    },
    remember(id, folder, head) {
      if (file === null) return
      const before = read()
      const others = before.vaults.filter((vault) => vault.id !== id).slice(-99)
      const { sealed, generation } = head ?? { sealed: null, generation: 0 }
      const vaults = [...others, { id, folder: written(folder), head: sealed?.toString('base64') ?? null, generation }]
      try {
        writeFileSafely(
          file,
          `${JSON.stringify({ ...empty, current: written(folder), vaults } satisfies Content, null, 2)}\n`,
        )
      } catch {
        // A read-only profile keeps nobody from the records.
      }
    },
  }
}
