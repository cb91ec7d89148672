// The one file of the app that lies outside its archive: SQLite's native addon. Before it is loaded it must be, byte for
// byte, the one that was packed; the archive, whose own fingerprint Electron checks where it can, says which that was.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../appError.ts'

const archive = 'app.asar'
/** Written when the app is packed, next to the built main process. */
export const packedAddonFile = 'out/main/packedAddon.json'

const packedAddon = z.strictObject({
  /** The addon's path within its package, with forward slashes. */
  file: z.string().regex(/^prebuilds\/[\w-]+\.node$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

let checked: string | undefined

/**
 * The addon to load: absolute in a packed app, undefined where the package finds its own.
 * @param packageFolder where better-sqlite3 lies
 * @throws AppError APP_CHANGED when the file is missing or is not the one that was packed
 */
export function nativeAddon(packageFolder = folderOfPackage()): string | undefined {
  if (!packageFolder.split(/[\\/]/).includes(archive)) return undefined
  // Once for a process: the addon stays loaded.
  checked ??= checkedAddon(packageFolder)
  return checked
}

/** The same without remembering it. */
export function checkedAddon(packageFolder: string): string {
  try {
    const written = readFileSync(join(packageFolder, '../..', packedAddonFile), 'utf8')
    const { file, sha256 } = packedAddon.parse(JSON.parse(written))
    const outside = join(packageFolder.replace(archive, `${archive}.unpacked`), file)
    if (createHash('sha256').update(readFileSync(outside)).digest('hex') === sha256) return outside
  } catch (error) {
    throw new AppError('APP_CHANGED', undefined, { cause: error })
  }
  throw new AppError('APP_CHANGED')
}

const folderOfPackage = () => dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'))
