// After a lock no process of the app holds anything of a client: three runs on real Electron, each from its own start.
// `node tests/faults/lockedMemory.ts [runs]`; prints a line for each run. Its profile on the disk is searched as well.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../../scripts/runtimes.ts'
import { needlesOf, planted, plantVault } from '../fixtures/plantedVault.ts'
import { lockAndSearch } from '../fixtures/lockAndSearch.ts'
import { canLookIntoMemory } from '../fixtures/unwatchedApp.ts'
import { wordsInFiles } from '../fixtures/wordsInFiles.ts'
import { firstFew, report } from './reporting.ts'

const runs = Number(process.argv[2] ?? 3)
const executable = findElectron()

if (executable === null || !canLookIntoMemory()) {
  console.log('skipped: this takes Linux, Electron, Xvfb, xdotool, and the right to read memory')
} else {
  const onDisk: string[] = []
  let nothingLeft = 0
  let nothingOnDisk = 0
  for (let run = 1; run <= runs; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'palpate-memory-'))
    try {
      const vault = join(folder, 'vault')
      await plantVault(vault)
      const searched = await lockAndSearch(executable, folder, await needlesOf(vault))
      const { open, left, milliseconds } = searched
      const counted = (hits: typeof open) =>
        hits.map(({ kind, pid, needle, count }) => `${kind} ${pid}: ${needle} ${count}`).join(', ') || 'nothing'
      console.log(`run ${run}: open: ${counted(open)}`)
      console.log(`run ${run}: ${(milliseconds / 1000).toFixed(1)} s after the lock: ${counted(left)}`)
      if (left.length === 0) nothingLeft += 1
      const { found } = wordsInFiles(folder, Object.values(planted))
      if (found.length === 0) nothingOnDisk += 1
      onDisk.push(...found)
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  report({ what: 'memory of all processes searched after a lock', tried: runs, asItShouldBe: nothingLeft })
  const detail = firstFew(onDisk)
  report({
    what: 'profile and vault of that app searched afterwards',
    tried: runs,
    asItShouldBe: nothingOnDisk,
    detail,
  })
}
