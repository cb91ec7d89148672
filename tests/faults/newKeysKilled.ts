// Kills a process that makes new keys, at random moments, and opens the vault each time:
// `node tests/faults/newKeysKilled.ts [kills]`. Prints one line; exit code 1 when anything was not as it should be.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killAfter, makeVaultWithRows, problemsAfterStart } from '../fixtures/newKeysVault.ts'

const kills = Number(process.argv[2] ?? 100)
const rows = 20_000
const place = mkdtempSync(join(tmpdir(), 'palpate-faults-'))
const folder = join(place, 'vault')
const found: string[] = []
let gotThrough = 0

try {
  await makeVaultWithRows(folder, rows)
  for (let kill = 1; kill <= kills; kill += 1) {
    const milliseconds = Math.round(Math.random() * 1500)
    gotThrough += await killAfter(folder, milliseconds)
    const problems = await problemsAfterStart(folder, rows)
    found.push(...problems.map((problem) => `kill ${kill} after ${milliseconds} ms: ${problem}`))
  }
} finally {
  rmSync(place, { recursive: true, force: true })
}
const result = found.length === 0 ? 'every time whole, with every row' : found.join('; ')
process.stdout.write(`new keys, killed: ${kills} kills, ${gotThrough} times got through before, ${result}\n`)
process.exitCode = found.length === 0 ? 0 : 1
