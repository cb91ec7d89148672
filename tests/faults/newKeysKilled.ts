// Kills a process that makes new keys, right before each of its changes to the file system and at random moments, and opens
// the vault each time: `node tests/faults/newKeysKilled.ts [kills]`.
import { join } from 'node:path'
import { killAfter, killAtChange, makeVaultWithRows, problemsAfterStart } from '../fixtures/newKeysVault.ts'
import { inTemporaryFolder } from '../fixtures/trialVault.ts'
import { firstFew, report } from './reporting.ts'

const kills = Number(process.argv[2] ?? 100)

async function beforeEachChange(place: string): Promise<void> {
  const folder = join(place, 'vault')
  const rows = 2000
  await makeVaultWithRows(folder, rows)
  const changes = killAtChange(folder, 0) ?? 0
  const problems: string[] = []
  let bad = 0
  for (let step = 1; step <= changes; step += 1) {
    const wasKilled = killAtChange(folder, step) === null
    // oxlint-disable-next-line no-await-in-loop -- one kill after the other, in the same vault
    const found = await problemsAfterStart(folder, rows)
    if (!wasKilled || found.length > 0) bad += 1
    problems.push(...found.map((problem) => `change ${step}: ${problem}`))
  }
  const detail = problems.length === 0 ? 'whole, with every row, and nothing beside it' : firstFew(problems)
  report({
    what: 'killed before a change while it makes new keys',
    tried: changes,
    asItShouldBe: changes - bad,
    detail,
  })
}

async function atRandomMoments(place: string): Promise<void> {
  const folder = join(place, 'vault')
  const rows = 20_000
  await makeVaultWithRows(folder, rows)
  const problems: string[] = []
  let gotThrough = 0
  let bad = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const milliseconds = Math.round(Math.random() * 1500)
    // oxlint-disable-next-line no-await-in-loop -- one kill after the other, in the same vault
    gotThrough += await killAfter(folder, milliseconds)
    // oxlint-disable-next-line no-await-in-loop -- see above
    const found = await problemsAfterStart(folder, rows)
    if (found.length > 0) bad += 1
    problems.push(...found.map((problem) => `after ${milliseconds} ms: ${problem}`))
  }
  const whole = `whole, with every row; it got through ${gotThrough} times before it was killed`
  const detail = problems.length === 0 ? whole : firstFew(problems)
  report({ what: 'killed at a random moment while it makes new keys', tried: kills, asItShouldBe: kills - bad, detail })
}

await inTemporaryFolder(beforeEachChange)
await inTemporaryFolder(atRandomMoments)
