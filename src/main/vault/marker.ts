// The marker: a small file in the profile, outside of any vault's folder, that remembers which vaults were opened here,
// where, and their last heads. So a vault that is gone is missing, not absent, and one that was put back from an older
// copy of its whole folder is noticed.
import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { z } from 'zod'
import { writeFileSafely } from './writeFileSafely.ts'

const known = z.strictObject({
  id: z.uuid(),
  /** Path of the vault's folder: relative to the profile where it lies in there, so that a copied profile has its own. */
  folder: z.string(),
  /** The last head, sealed, in base64: only the holder of the vault's key can read it. */
  head: z.string().nullable(),
})
const markerSchema = z.strictObject({
  format: z.literal('palpate-vaults'),
  version: z.literal(1),
  /** The folder that was opened last, where the app looks at its start. */
  current: z.string().nullable(),
  vaults: z.array(known).max(100),
})
type Content = z.infer<typeof markerSchema>

export interface Marker {
  /** The folder that was opened last; null when none was. */
  readonly current: string | null
  /** Whether a vault was opened in this folder before. */
  knows(folder: string): boolean
  /** The sealed head of a vault; null when it is not known. */
  headOf(id: string): Buffer | null
  /** Remembers a vault, where it lies, and its head. Never throws: the marker is a help, not a condition. */
  remember(id: string, folder: string, head: Buffer | null): void
}

const empty: Content = { format: 'palpate-vaults', version: 1, current: null, vaults: [] }

/** The marker in a file; nothing is remembered where the file is null. */
export function markerIn(file: string | null): Marker {
  // Read each time: a few hundred bytes, and nobody else's change is overwritten.
  const read = (): Content => {
    if (file === null) return empty
    try {
      return markerSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return empty
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
    knows: (folder) => read().vaults.some((vault) => vault.folder === written(folder)),
    headOf(id) {
      const head = read().vaults.find((vault) => vault.id === id)?.head ?? null
      return head === null ? null : Buffer.from(head, 'base64')
    },
    remember(id, folder, head) {
      if (file === null) return
      const before = read()
      const others = before.vaults.filter((vault) => vault.id !== id).slice(-99)
      const vaults = [...others, { id, folder: written(folder), head: head?.toString('base64') ?? null }]
      try {
        writeFileSafely(
          file,
          `${JSON.stringify({ ...before, current: written(folder), vaults } satisfies Content, null, 2)}\n`,
        )
      } catch {
        // A profile that can't be written keeps nobody from the records.
      }
    },
  }
}
