// The vault's files are moved, removed or replaced while it is open: how often a save is acknowledged that is in no file
// of the vault, and how often a rescue copy holds everything: `node tests/faults/savedIntoNothing.ts [times]`.
import { randomBytes, randomInt } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { frameBytes, logHeaderBytes } from '#main/database/file/logFile.ts'
import { pageSize } from '#main/database/file/pages.ts'
import { tryToMountDisk, unmount } from '../fixtures/smallDisk.ts'
import {
  inTemporaryFolder,
  lookAt,
  makeTrialVault,
  nextStart,
  trialVault,
  writeIn,
  type Look,
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

/** The file stays the same one, its content does not: as `cp`, a restored copy or a defect leaves it. */
const overwritten: readonly (readonly [string, (vault: TrialVault, earlier: string) => void])[] = [
  ['the database truncated', ({ files }) => truncateSync(files.database)],
  [
    'an earlier day’s copied over the database',
    ({ files }, earlier) => execFileSync('cp', [join(earlier, 'practice.db'), files.database]),
  ],
  ['the database’s first page overwritten', ({ files }) => putOver(files.database, 0, pageSize)],
  [
    'a page of the database overwritten',
    ({ files }) => {
      const pages = statSync(files.database).size / pageSize
      putOver(files.database, pageSize * randomInt(1, pages), pageSize)
    },
  ],
  ['the log truncated', (vault) => truncateSync(log(vault))],
  [
    'an earlier log copied over the log',
    (vault, earlier) => execFileSync('cp', [join(earlier, 'practice.db-wal'), log(vault)]),
  ],
  ['the log’s header overwritten', (vault) => putOver(log(vault), 0, logHeaderBytes)],
  [
    'a frame of the log overwritten',
    (vault) => {
      const frames = Math.floor((statSync(log(vault)).size - logHeaderBytes) / frameBytes)
      putOver(log(vault), logHeaderBytes + randomInt(0, frames) * frameBytes, frameBytes)
    },
  ],
]

function putOver(file: string, at: number, bytes: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, randomBytes(bytes), 0, bytes, at)
  closeSync(handle)
}

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

/** The next start, and the check of the whole file where that is due by itself. */
async function nextStartWithCheck(folder: string, draftId: string, markerFile: string): Promise<Look | string> {
  const vault = trialVault(folder, markerFile)
  try {
    await vault.unlock()
    const { soundAt } = await vault.call('vault:checkState', {})
    if (soundAt === null) await vault.call('vault:startCheck', {})
    return await lookAt(vault, draftId)
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    vault.dispatcher.close()
  }
}

/**
 * One trial: saves before and after, then a lock and the next start. Gives what is wrong: what was acknowledged must be
 * there, or something must have been said, by the app as it was open or by the next start.
 */
async function tryOverwriting(
  happen: (vault: TrialVault, earlier: string) => void,
  place: string,
): Promise<readonly string[]> {
  const folder = join(place, 'vault')
  const markerFile = join(place, 'vaults.json')
  const made = await makeTrialVault(folder, markerFile)
  const { draftId } = made
  await writeIn(made, draftId, 'Earlier')
  made.dispatcher.lock()
  await made.unlock()
  await writeIn(made, draftId, 'In the earlier log')
  const earlier = join(place, 'earlier')
  cpSync(folder, earlier, { recursive: true })
  made.dispatcher.lock()
  await made.unlock()
  let last = ''
  const saves = randomInt(1, 30)
  for (let time = 0; time < saves; time += 1) await writeIn(made, draftId, (last = `Before ${time}`))
  happen(made, earlier)
  for (let time = 0; time < saves; time += 1) {
    const text = `After ${time}`
    await writeIn(made, draftId, text).then(
      () => (last = text),
      () => undefined,
    )
  }
  const { isMoved, isOnlyHere } = await made.call('vault:status', {})
  const problems: string[] = []
  if (isMoved) {
    made.dispatcher.beginRescue()
    const isTaken = await writeIn(made, draftId, 'On screen').then(
      () => true,
      () => false,
    )
    const rescue = join(place, 'rescue')
    const rescued = await Promise.resolve()
      .then(() => made.dispatcher.writeRescue(rescue))
      .catch((error: { code: string }) => error.code)
    if (rescued === true) {
      const look = await nextStart(rescue, draftId)
      const isThere = typeof look !== 'string' && look.draft === 'On screen' && look.integrity === 'ok'
      if (!isTaken || !isThere) problems.push(`called rescued: ${JSON.stringify(look)}`)
    }
    made.dispatcher.endRescue()
  }
  made.dispatcher.close()
  const next = await nextStartWithCheck(folder, draftId, markerFile)
  const isThere = typeof next !== 'string' && next.draft === last && next.integrity === 'ok'
  const isSaid = typeof next === 'string' || next.notices.length > 0
  if (!isThere && !isSaid) problems.push(`lost without a word: ${JSON.stringify(next)}, saved was ${last}`)
  if (isThere && isOnlyHere) problems.push('said to be in no file, and was')
  return problems
}

async function tryKind(
  what: string,
  run: (place: string, time: number) => Promise<readonly string[]>,
  asItShouldBe = '4 saves refused each time, the rescue copy whole',
): Promise<void> {
  let fine = 0
  const problems: string[] = []
  for (let time = 1; time <= times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one vault after the other
    const found = await inTemporaryFolder((place) => run(place, time)).catch((error: Error) => [error.message])
    if (found.length === 0) fine += 1
    problems.push(...found)
  }
  const detail = problems.length === 0 ? asItShouldBe : firstFew(problems)
  report({ what: `while the vault is open, ${what}`, tried: times, asItShouldBe: fine, detail })
}

for (const [what, happen] of mishaps) {
  await tryKind(what, (place, time) => tryOnce(happen, join(place, 'vault'), place, time))
}

for (const [what, happen] of overwritten) {
  const asItShouldBe = 'what was called saved was there at the next start, or its loss was said'
  await tryKind(what, (place) => tryOverwriting(happen, place), asItShouldBe)
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
