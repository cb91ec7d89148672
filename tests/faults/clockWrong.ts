// Sets the clock to wrong times, far ahead and far back, for one opening each, and right again: `node tests/faults/clockWrong.ts
// [runs] [settings]`. No backup is displaced, no draft leaves the bin, no client's time is over, nothing is erased, and a
// second computer never gets in while the vault is open here.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { wallTimeAt } from '#shared/domain/time.ts'
import { backupsOn } from '../fixtures/backupPlace.ts'
import {
  inTemporaryFolder,
  lookAt,
  makeTrialVault,
  passphrase,
  signNewNote,
  trialVault,
} from '../fixtures/trialVault.ts'
import { firstFew, report } from './reporting.ts'

const runs = Number(process.argv[2] ?? 10)
/** No more than the rotation keeps of days, so that none may go. */
const settings = Math.min(Number(process.argv[3] ?? 5), 5)

const day = 86_400_000
const year = 365.25 * day
const jumps = [60_000, day, 31 * day, 400 * day, 11 * year, 64 * year]
const one = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T

/** Surroundings whose clock is wrong by so many milliseconds. */
function surroundingsOff(by: number) {
  const real = realSurroundings()
  const now = () => new Date(Date.now() + by).toISOString()
  const { offsetAt } = real.clock
  return { ...real, clock: { now, offsetAt, wallNow: () => wallTimeAt(now(), offsetAt(now())) } }
}

/** A backup by its content, and the day on which it was made by the clock of then. */
function backupIn(folder: string) {
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, 'practice.db')))
    .digest('hex')
  const { madeAtWall } = JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as { madeAtWall: string }
  return { hash, madeOn: madeAtWall.slice(0, 10) }
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? String(error)

async function oneRun(place: string): Promise<{ tried: number; problems: string[] }> {
  const problems: string[] = []
  const folder = join(place, 'profile', 'vault')
  const stick = join(place, 'stick')
  const files = [join(place, 'profile', 'vaults.json'), join(place, 'profile', 'backups.json')] as const
  const desk = { computer: 'DESK', install: crypto.randomUUID() }
  const laptop = { computer: 'LAPTOP', install: crypto.randomUUID() }
  mkdirSync(stick)
  const made = await makeTrialVault(folder, ...files, { owner: desk })
  const { id: kept } = await made.call('client:create', { fields: { ...emptyClient, lastName: 'Kept' } })
  await signNewNote(made, kept, 'Left hip since March')
  await made.call('client:archive', { id: kept })
  const rule = { yearsAfterLast: 10, minors: null }
  await made.call('retention:saveRule', { chosen: { preset: 'own', rule } })
  await made.call('session:discard', { id: made.draftId })
  await made.dispatcher.backups.addPlace(stick)
  await made.call('backup:run', {})
  made.dispatcher.close()

  /** Opens it with a clock that is wrong by so much, and does what a day's work does. */
  async function workAt(by: number, where: string): Promise<void> {
    const vault = trialVault(folder, ...files, { owner: desk, surroundings: surroundingsOff(by) })
    const other = trialVault(folder, null, null, { owner: laptop, surroundings: surroundingsOff(-by) })
    const before = backupsOn(stick).map(backupIn)
    const name = String(Date.now())
    const wrong = (problem: string) => problems.push(`${where}: ${problem}`)
    try {
      await vault.unlock()
      await vault.saveName(name)
      const inside = await other.unlock().then(() => 'open', codeOf)
      if (inside !== 'IN_USE') wrong(`the other computer was answered ${inside}`)
      const bin = await vault.call('bin:list', {})
      if (bin.length !== 1) wrong(`${bin.length} drafts in the bin`)
      const over = (await vault.call('retention:list', {})).filter(({ isOver }) => isOver)
      if (over.length > 0) wrong('a client’s time is over')
      const early = { id: kept, typedName: 'Kept', reason: null }
      const erased = await vault.call('retention:erase', early).then(() => 'erased', codeOf)
      if (erased !== 'VALIDATION') wrong(`erasing was answered ${erased}`)
      const { places, copyProblem, failure } = await vault.call('backup:run', {})
      if (copyProblem !== null || failure !== null || places.some(({ problem }) => problem !== null)) {
        wrong(`the backup: ${JSON.stringify({ copyProblem, failure, problems: places.map(({ problem }) => problem) })}`)
      }
      const after = backupsOn(stick).map(backupIn)
      const fresh = after.find(({ hash }) => before.every((old) => old.hash !== hash))
      if (fresh === undefined) wrong('there is no new backup')
      const look = await lookAt(vault)
      if (look.integrity !== 'ok' || !look.isIntact || look.signatures !== 1) wrong('the record is not as it was')
      // Of one day only the newest is kept.
      const displaced = before.filter(
        ({ hash, madeOn }) => after.every((left) => left.hash !== hash) && madeOn !== fresh?.madeOn,
      )
      if (displaced.length > 0) wrong(`${displaced.length} backups were displaced`)
    } catch (error) {
      wrong(codeOf(error))
    } finally {
      other.dispatcher.close()
      vault.dispatcher.close()
    }
  }

  for (let setting = 1; setting <= settings; setting += 1) {
    const by = one(jumps) * one([1, -1]) + Math.round((Math.random() - 0.5) * day)
    // oxlint-disable no-await-in-loop -- one opening after the other
    await workAt(by, `wrong by ${Math.round(by / day)} days`)
    await workAt(0, `right again after ${Math.round(by / day)} days`)
    // oxlint-enable no-await-in-loop
  }
  // The newest backup of a right clock is the one that a new computer gets.
  const fresh = trialVault(join(place, 'elsewhere', 'vault'))
  const { copies } = await fresh.dispatcher.backups.findCopies(stick)
  if (copies.length === 0) problems.push('no backup is found')
  await fresh.call('backup:look', { id: copies[0]?.id ?? '', secret: { passphrase } })
  fresh.dispatcher.close()
  return { tried: settings, problems }
}

let tried = 0
let bad = 0
const problems: string[] = []
for (let run = 1; run <= runs; run += 1) {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  const result = await inTemporaryFolder(oneRun)
  tried += result.tried
  bad += new Set(result.problems.map((problem) => problem.replace(/:.*/u, ''))).size
  problems.push(...result.problems)
}
report({
  what: 'the clock set far ahead or back for one opening, and right again',
  tried,
  asItShouldBe: Math.max(tried - bad, 0),
  detail: firstFew(problems),
})
