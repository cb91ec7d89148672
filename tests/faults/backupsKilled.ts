// Kills a process that makes backups or restores one, right before each of its changes to the file system and at random
// moments: `node tests/faults/backupsKilled.ts [kills]`. The vault opens with all that was acknowledged, the newest backup on
// the stick is whole and holds at least what it was said to hold, and one more backup leaves nothing half made.
import { join } from 'node:path'
import { afterBackupKilled, killDuring, makeBackupPlace, type Killed } from '../fixtures/backupPlace.ts'
import { copyOver, inTemporaryFolder } from '../fixtures/trialVault.ts'
import { firstFew, report } from './reporting.ts'

const kills = Number(process.argv[2] ?? 100)

/** What is wrong after a kill. @param before what was saved and backed up already */
async function problemsAfter(place: string, killed: Killed, before: { saved: number; backedUp: number }) {
  try {
    const { vault, backup, problems } = await afterBackupKilled(place)
    const saved = Math.max(before.saved, killed.saved)
    const backedUp = Math.max(before.backedUp, killed.backedUp)
    // A restored vault is as old as the backup that it was.
    const least = killed.isRestored ? backedUp : saved
    const found = Number(vault.name)
    const all = [
      ...killed.problems,
      ...problems,
      ...(found >= (killed.isRestored ? 0 : least) ? [] : [`${least} was saved, ${found} is there`]),
      ...(Number(backup.name) >= backedUp ? [] : [`${backedUp} was backed up, ${backup.name} is there`]),
      ...[vault, backup].flatMap((one) => [
        ...(one.integrity === 'ok' ? [] : [one.integrity]),
        ...(one.isIntact && one.signatures === 1 ? [] : ['the signature does not verify']),
      ]),
    ]
    return { all, found }
  } catch (error) {
    return { all: [error instanceof Error ? (error.stack ?? error.message) : String(error)], found: before.saved }
  }
}

async function beforeEachChange(work: 'back up' | 'restore', place: string): Promise<void> {
  // The profile names the stick's folder, so that each kill is in the same place.
  const here = join(place, 'here')
  const kept = join(place, 'kept')
  await makeBackupPlace(here)
  copyOver(here, kept)
  const { changes } = await killDuring(here, { work })
  const total = changes ?? 0
  const problems: string[] = []
  let bad = 0
  for (let step = 1; step <= total; step += 1) {
    copyOver(kept, here)
    // oxlint-disable no-await-in-loop -- one kill after the other
    const killed = await killDuring(here, { work, atChange: step })
    const { all } = await problemsAfter(here, killed, { saved: 0, backedUp: 0 })
    // oxlint-enable no-await-in-loop
    if (killed.changes !== null) all.push('it was not killed')
    if (all.length > 0) bad += 1
    problems.push(...all.map((problem) => `change ${step}: ${problem}`))
  }
  report({
    what: work === 'restore' ? 'killed before a change while it restores' : 'killed before a change while it backs up',
    tried: total,
    asItShouldBe: total - bad,
    detail: firstFew(problems),
  })
}

async function atRandomMoments(place: string): Promise<void> {
  await makeBackupPlace(place)
  const problems: string[] = []
  let saved = 0
  let backedUp = 0
  let bad = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const afterMilliseconds = Math.round(Math.random() * 1500)
    // oxlint-disable no-await-in-loop -- one kill after the other, in what the last one has left
    const killed = await killDuring(place, { work: 'back up', afterMilliseconds, firstName: saved + 1 })
    const { all, found } = await problemsAfter(place, killed, { saved, backedUp })
    // oxlint-enable no-await-in-loop
    saved = found
    // The look after the kill has made one more.
    backedUp = found
    if (all.length > 0) bad += 1
    problems.push(...all.map((problem) => `after ${afterMilliseconds} ms: ${problem}`))
  }
  report({
    what: 'killed at a random moment while it saves and backs up',
    tried: kills,
    asItShouldBe: kills - bad,
    detail: [`${saved} things saved`, firstFew(problems)].filter(Boolean).join(' '),
  })
}

await inTemporaryFolder((place) => beforeEachChange('back up', place))
await inTemporaryFolder((place) => beforeEachChange('restore', place))
await inTemporaryFolder(atRandomMoments)
