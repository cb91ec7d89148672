// Packs the app for this machine, verifies the result, and starts it once. If Electron
// cannot be downloaded, the one that ELECTRON_OVERRIDE_DIST_PATH names is packed instead.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { build, type Configuration } from 'electron-builder'
import { findPackedApp, measure, packedAddonFile, problemsOf, sha256Of } from './packedApp.ts'
import { hasDisplay, hasVirtualDisplay, projectRoot } from './runtimes.ts'

/** The Electron that packing uses instead of a download, if there is one. */
function localElectron(): Configuration {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist === undefined) return {}
  return {
    electronDist: dist,
    electronVersion: readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, ''),
    // What such a runtime starts when it is given no app.
    afterPack: ({ appOutDir }) => rmSync(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
  }
}

/** Packs, with a note in the archive that says which addon belongs to it. */
async function pack(): Promise<void> {
  const file = `prebuilds/${process.platform}-${process.arch}.node`
  const sha256 = sha256Of(join(projectRoot, 'node_modules/better-sqlite3', file))
  const note = join(projectRoot, packedAddonFile)
  writeFileSync(note, JSON.stringify({ file, sha256 }))
  try {
    const config = { extends: 'electron-builder.yml', ...localElectron() }
    await build({ projectDir: projectRoot, dir: true, publish: 'never', config })
  } finally {
    rmSync(note)
  }
}

await pack()
const packed = findPackedApp()
if (!packed) throw new Error('no packed app was found in dist/')
const problems = await problemsOf(packed)
if (problems.length > 0) throw new Error(`the packed app is not as it should be:\n${problems.join('\n')}`)
const { files, bytes } = measure(packed)
console.log(`packed: ${packed.executable}`)
console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB`)
console.log('read back: fuses, archive, addon and its fingerprint are as they should be')
if (hasDisplay() || hasVirtualDisplay()) {
  const display = hasDisplay() ? [] : ['xvfb-run', '-a']
  const [file = '', ...args] = [...display, process.execPath, join(projectRoot, 'tests/faults/packaged.ts'), '--short']
  process.exitCode = spawnSync(file, args, { stdio: 'inherit' }).status ?? 1
} else console.log('not started: there is no display')
