// The vault's files are moved, removed or replaced while it is open: how often a save is acknowledged that is in no file
// of the vault, and how often a rescue copy holds everything: `node tests/faults/savedIntoNothing.ts [times]`.
import { copyFileSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { tryToMountDisk, unmount } from '../fixtures/smallDisk.ts'
import {
  inTemporaryFolder,
  lookAt,
  makeTrialVault,
  trialVault,
  writeIn,
  type TrialVault,
} from '../fixtures/trialVault.ts'
import { firstFew, report, reportSkipped } from './reporting.ts'

const times = Number(process.argv[2] ?? 8)

type Happen = (vault: TrialVault, aside: string) => void
const log = ({ files }: TrialVault) => `${files.database}-wal`

const mishaps: readonly (readonly [string, Happen])[] = [
  ['the folder removed', ({ folder }) => rmSync(folder, { recursive: true })],
  ['the folder renamed', ({ folder }, aside) => renameSync(folder, aside)],
  [
    'a file in the folder’s place',
    ({ folder }, aside) => {
      renameSync(folder, aside)
      writeFileSync(folder, '')
    },
  ],
  [
    'a copy in the folder’s place',
    ({ folder }, aside) => {
      renameSync(folder, aside)
      cpSync(aside, folder, { recursive: true })
    },
  ],
  ['the database removed', ({ files }) => rmSync(files.database)],
  ['the database renamed', ({ files }, aside) => renameSync(files.database, aside)],
  [
    'the database replaced by a rename',
    ({ files }, aside) => {
      copyFileSync(files.database, aside)
      renameSync(aside, files.database)
    },
  ],
  ['the log removed', (vault) => rmSync(log(vault))],
  ['the log renamed', (vault, aside) => renameSync(log(vault), aside)],
  [
    'the log replaced',
    (vault) => {
      rmSync(log(vault))
      writeFileSync(log(vault), '')
    },
  ],
]

/** Saves that must be refused, each of another kind. Gives those that were acknowledged. */
async function acknowledged(vault: TrialVault, clientId: string, draftId: string): Promise<string[]> {
  const saves: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['the practice', () => vault.saveName('After')],
    ['a draft', () => writeIn(vault, draftId, 'After')],
    ['a session', () => vault.call('session:start', { clientId, serviceStart: '2026-11-23T14:00' })],
    ['a signature', () => vault.call('session:sign', { id: draftId, answers: [] })],
  ]
  const taken: string[] = []
  for (const [what, save] of saves) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as somebody works
    const outcome = await save().then(
      () => 'acknowledged',
      (error: { code: string }) => error.code,
    )
    if (outcome !== 'VAULT_MOVED') taken.push(`${what}: ${outcome}`)
  }
  return taken
}

/** One trial. Gives what is wrong. */
async function tryOnce(happen: Happen, vaultFolder: string, place: string, before: number): Promise<readonly string[]> {
  const markerFile = join(place, 'vaults.json')
  const vault = await makeTrialVault(vaultFolder, markerFile)
  const { dispatcher, clientId, draftId } = vault
  try {
    for (let time = 0; time <= before; time += 1) await writeIn(vault, draftId, `Before ${time}`)
    happen(vault, join(place, 'aside'))
    const taken = await acknowledged(vault, clientId, draftId)
    dispatcher.beginRescue()
    await vault.saveName('On screen')
    const rescue = join(place, 'rescue')
    dispatcher.writeRescue(rescue)
    dispatcher.endRescue()
    const rescued = trialVault(rescue, markerFile)
    await rescued.unlock()
    const look = await lookAt(rescued, draftId)
    rescued.dispatcher.close()
    const isWhole = look.name === 'On screen' && look.integrity === 'ok' && look.notices.length === 0
    const isDraftThere = look.draft === `Before ${before}`
    return [...taken, ...(isWhole && isDraftThere ? [] : [`the rescue copy: ${JSON.stringify(look)}`])]
  } finally {
    dispatcher.close()
  }
}

async function tryKind(what: string, run: (place: string, time: number) => Promise<readonly string[]>): Promise<void> {
  let fine = 0
  const problems: string[] = []
  for (let time = 1; time <= times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one vault after the other
    const found = await inTemporaryFolder((place) => run(place, time)).catch((error: Error) => [error.message])
    if (found.length === 0) fine += 1
    problems.push(...found)
  }
  const detail = problems.length === 0 ? '4 saves refused each time, the rescue copy whole' : firstFew(problems)
  report({ what: `while the vault is open, ${what}`, tried: times, asItShouldBe: fine, detail })
}

for (const [what, happen] of mishaps) {
  await tryKind(what, (place, time) => tryOnce(happen, join(place, 'vault'), place, time))
}

const canMount = await inTemporaryFolder(async (place) => {
  const isMounted = tryToMountDisk(place, '1m')
  if (isMounted) unmount(place)
  return isMounted
})
const away = 'the disk away'
if (!canMount) reportSkipped(`while the vault is open, ${away}`, 'this takes Linux and the right to mount')
else {
  await tryKind(away, (place, time) => {
    const disk = join(place, 'disk')
    mkdirSync(disk)
    if (!tryToMountDisk(disk, '64m')) return Promise.resolve(['nothing was mounted'])
    return tryOnce(() => execFileSync('umount', ['-l', disk]), join(disk, 'vault'), place, time)
  })
}
