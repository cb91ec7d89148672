// An earlier day's copy over a crashed vault: only its database, which must never be mixed with the log of today, and the
// whole folder, as the guide advises. A notice says so each time: `node tests/faults/mixedStates.ts [times]`.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import {
  copyOver,
  inTemporaryFolder,
  makeTrialVault,
  nextStart,
  signNewNote,
  writeIn,
  type TrialVault,
} from '../fixtures/trialVault.ts'
import { firstFew, report } from './reporting.ts'

const times = Number(process.argv[2] ?? 20)
const some = (most: number) => 1 + Math.floor(Math.random() * most)

/** Every third day so much is written that the log is moved into the file in between. */
async function aDay(vault: TrialVault, ids: { clientId: string; draftId: string }, day: string, time: number) {
  const isLong = time % 3 === 0
  const saves = isLong ? 12 + some(8) : some(30)
  for (let save = 1; save <= saves; save += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as somebody works
    await writeIn(vault, ids.draftId, `${day} ${save}${isLong ? ' x'.repeat(200_000) : ''}`)
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (save % 10 === 0) await signNewNote(vault, ids.clientId, `${day} ${save}`)
  }
  await vault.saveName(day)
}

/** Works on two days and crashes on the second one; `putBack` brings the first one back. Gives what is wrong. */
async function tryOnce(
  place: string,
  time: number,
  putBack: (monday: string, crashed: string) => void,
  kinds: string,
): Promise<readonly string[]> {
  const markerFile = join(place, 'vaults.json')
  const vault = await makeTrialVault(join(place, 'vault'), markerFile)
  const { folder, dispatcher, draftId } = vault
  await aDay(vault, vault, 'Monday', time)
  dispatcher.lock()
  const monday = copyOver(folder, join(place, 'monday'))
  const mondayMarker = copyOver(markerFile, `${markerFile}.monday`)
  const expected = await nextStart(copyOver(monday, join(place, 'expected')), draftId, mondayMarker)
  await vault.unlock()
  await aDay(vault, vault, 'Tuesday', time + (time % 2))
  const crashed = copyOver(folder, join(place, 'crashed'))
  const crashedMarker = copyOver(markerFile, `${markerFile}.crashed`)
  dispatcher.close()
  const log = readFileSync(`${vaultFiles(crashed).database}-wal`).length
  putBack(monday, crashed)
  const found = await nextStart(crashed, draftId, crashedMarker)
  if (typeof found === 'string' || typeof expected === 'string') return [`does not open: ${String(found)}`]
  const isSame = JSON.stringify({ ...found, notices: [] }) === JSON.stringify({ ...expected, notices: [] })
  return [
    ...(isSame && found.integrity === 'ok' && found.isIntact ? [] : [`not the earlier day: log ${log}`]),
    ...(found.notices.toSorted().join(', ') === kinds ? [] : [`reported ${found.notices.join(', ') || 'nothing'}`]),
    ...(expected.notices.length === 0 ? [] : ['a notice about the earlier day by itself']),
  ]
}

async function tryKind(what: string, putBack: (monday: string, crashed: string) => void, kinds: string) {
  const problems: string[] = []
  let fine = 0
  for (let time = 1; time <= times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one vault after the other
    const found = await inTemporaryFolder((place) => tryOnce(place, time, putBack, kinds))
    if (found.length === 0) fine += 1
    problems.push(...found)
  }
  const detail = problems.length === 0 ? 'the earlier day exactly, and reported each time' : firstFew(problems)
  report({ what, tried: times, asItShouldBe: fine, detail })
}

await tryKind(
  'an earlier day’s database over a crashed vault',
  (monday, crashed) => copyFileSync(vaultFiles(monday).database, vaultFiles(crashed).database),
  'log set aside, older',
)
await tryKind(
  'an earlier day’s whole folder in the place of a crashed vault',
  (monday, crashed) => void copyOver(monday, crashed),
  'older',
)
