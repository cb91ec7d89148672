// Packs the app for this machine and reads the fuses back from the result. Where Electron cannot be downloaded, the
// one that ELECTRON_OVERRIDE_DIST_PATH names is packed instead.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, type Configuration } from 'electron-builder'

const root = join(import.meta.dirname, '..')

const expected = new Map([
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
])

/** The Electron that packing uses instead of a download, if there is one. */
function localElectron(): Pick<Configuration, 'electronDist' | 'electronVersion'> {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist === undefined) return {}
  return { electronDist: dist, electronVersion: readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '') }
}

function packedExecutable(): string {
  const folders: Partial<Record<NodeJS.Platform, [folder: RegExp, file: string]>> = {
    linux: [/^linux.*unpacked$/, 'palpate'],
    win32: [/^win.*unpacked$/, 'Palpate.exe'],
    darwin: [/^mac/, 'Palpate.app'],
  }
  const place = folders[process.platform]
  const folder = place && readdirSync(join(root, 'dist')).find((name) => place[0].test(name))
  const file = place && folder && join(root, 'dist', folder, place[1])
  if (!file || !existsSync(file)) throw new Error('no packed app was found in dist/')
  return file
}

await build({
  projectDir: root,
  dir: true,
  publish: 'never',
  config: { extends: 'electron-builder.yml', ...localElectron() },
})

const executable = packedExecutable()
const wire = await getCurrentFuseWire(executable)
const wrong = [...expected].filter(([fuse, state]) => wire[fuse] !== state).map(([fuse]) => FuseV1Options[fuse])
if (wrong.length > 0) throw new Error(`fuses are not as they should be: ${wrong.join(', ')}`)
console.log(`packed: ${executable}`)
console.log(`fuses read back: all ${expected.size} as they should be`)
