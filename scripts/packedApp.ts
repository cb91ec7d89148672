// The packed app in dist/ on the disk: where it is, and what is in its archive and beside it.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { projectRoot } from './runtimes.ts'

/** Beside the built main process: which addon was packed, and its fingerprint. */
export const packedAddonFile = 'out/main/packedAddon.json'

const expectedFuses = new Map([
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
])

export interface PackedApp {
  /** The folder, or on a Mac the bundle, that is the app. */
  readonly folder: string
  readonly executable: string
  readonly resources: string
}

/** The packed app for this system in dist/, or null. */
export function findPackedApp(): PackedApp | null {
  const places: Partial<Record<NodeJS.Platform, [folder: RegExp, executable: string, resources: string]>> = {
    linux: [/^linux.*unpacked$/, 'palpate', 'resources'],
    win32: [/^win.*unpacked$/, 'Palpate.exe', 'resources'],
    darwin: [/^mac/, 'Palpate.app/Contents/MacOS/Palpate', 'Palpate.app/Contents/Resources'],
  }
  const place = places[process.platform]
  const dist = join(projectRoot, 'dist')
  const name = place && existsSync(dist) ? readdirSync(dist).find((found) => place[0].test(found)) : undefined
  if (!place || name === undefined) return null
  const folder = join(dist, name)
  const found = { folder, executable: join(folder, place[1]), resources: join(folder, place[2]) }
  return existsSync(found.executable) ? found : null
}

export const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly offset?: string
  readonly size?: number
  readonly unpacked?: boolean
}

/** The content of an archive: each file's path with its bytes; null for an unpacked one. */
function readArchive(file: string): Map<string, Buffer | null> {
  const bytes = readFileSync(file)
  const header: Entry = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)))
  const start = 8 + bytes.readUInt32LE(4)
  const found = new Map<string, Buffer | null>()
  const visit = ({ files, offset, size = 0, unpacked }: Entry, path: string): void => {
    if (files) for (const [name, entry] of Object.entries(files)) visit(entry, path ? `${path}/${name}` : name)
    else found.set(path, unpacked ? null : bytes.subarray(start + Number(offset), start + Number(offset) + size))
  }
  visit(header, '')
  return found
}

const filesIn = (folder: string) =>
  globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))

/** Size and number of files of the app. */
export function measure({ folder }: PackedApp): { files: number; bytes: number } {
  const files = filesIn(folder)
  return { files: files.length, bytes: files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) }
}

/** Verifies the result of packing. Returns what is wrong, as sentences; empty when all is well. */
export async function problemsOf(packed: PackedApp): Promise<string[]> {
  const problems: string[] = []
  const wire = await getCurrentFuseWire(packed.executable)
  for (const [fuse, state] of expectedFuses) {
    if (wire[fuse] !== state) problems.push(`the fuse ${FuseV1Options[fuse]} is not as it should be`)
  }
  const inside = readArchive(join(packed.resources, 'app.asar'))
  const outside = filesIn(join(packed.resources, 'app.asar.unpacked'))
  const record = inside.get(packedAddonFile)
  const addon = record ? (JSON.parse(record.toString()) as { file: string; sha256: string }) : undefined
  const addonPath = `node_modules/better-sqlite3/${addon?.file}`
  if (addon === undefined) problems.push('the archive does not know its addon')
  else if (sha256Of(join(packed.resources, 'app.asar.unpacked', addonPath)) !== addon.sha256)
    problems.push('the addon is not the one whose fingerprint is in the archive')
  problems.push(...outside.filter((path) => path !== addonPath).map((path) => `${path} lies outside the archive`))
  if (!inside.get('node_modules/better-sqlite3/lib/database.js')) problems.push('the archive lacks better-sqlite3')
  const known = /^(package\.json$|out\/|node_modules\/better-sqlite3\/(lib\/|package\.json$|LICENSE$|prebuilds\/))/
  problems.push(...[...inside.keys()].filter((path) => !known.test(path)).map((path) => `${path} is in the archive`))
  if (existsSync(join(packed.resources, 'app'))) problems.push('an app lies beside the archive')
  const locales = join(packed.folder, 'locales')
  if (existsSync(locales) && readdirSync(locales).join() !== 'en-US.pak')
    problems.push('more than one language is packed')
  return problems
}
