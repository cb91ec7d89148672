// Reads and writes of the vault's files fail with EIO, once or from some place on, while somebody unlocks, saves, signs
// and locks. What was acknowledged is there afterwards, or a notice says so: `node tests/faults/failingDisk.ts [places]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultyDisk, withFaults, type Faults } from '../fixtures/faultyDisk.ts'
import { copyOver, inTemporaryFolder, makeTrialVault, nextStart } from '../fixtures/trialVault.ts'
import { acknowledgedBy, lostIn, nothingYet, work, type Workplace } from '../fixtures/workingVault.ts'
import { firstFew, report, reportSkipped } from './reporting.ts'

/** Calls at which each kind begins to fail; where there are more, these are spread over all of them. */
const mostPlaces = Number(process.argv[2] ?? 30)
const shortWork = { first: 1, rounds: 5 }

/** A vault with something signed and saved in it, closed. */
async function makeWorkplace(place: string): Promise<Workplace> {
  const markerFile = join(place, 'vaults.json')
  const { folder, clientId, draftId, dispatcher } = await makeTrialVault(join(place, 'vault'), markerFile)
  dispatcher.close()
  const workplace = { folder, markerFile, clientId, draftId }
  // Left as a crash leaves it, so that there is a log to be read as well.
  await work(workplace, { first: 1, kill: { afterLines: 20, milliseconds: 0 } })
  return workplace
}

interface Sum {
  tried: number
  fine: number
  refusals: number
  reported: number
  problems: string[]
}

/** Works with these faults in a copy of the vault, and looks at what is there afterwards on a sound disk. */
async function tryOnce(library: string, workplace: Workplace, faults: Faults, sum: Sum): Promise<void> {
  const { lines, errors, wasKilled } = await work(workplace, { ...shortWork, env: withFaults(library, faults) })
  const look = await nextStart(workplace.folder, workplace.draftId, workplace.markerFile)
  const at = `call ${faults.skip} of ${faults.path}`
  sum.tried += 1
  sum.refusals += lines.filter((line) => line.startsWith('refused')).length
  if (typeof look === 'string') {
    sum.problems.push(`${at}: does not open: ${look}`)
    return
  }
  const lost = lostIn(look, acknowledgedBy({ lines, errors, wasKilled }, nothingYet))
  const isReported = look.notices.length > 0
  if (isReported) sum.reported += 1
  const problems = [
    ...(lost.length > 0 && !isReported ? lost : []),
    ...(look.integrity === 'ok' ? [] : [look.integrity]),
    ...(look.isIntact ? [] : ['a signature does not verify']),
    ...(errors === '' ? [] : [errors]),
  ]
  if (problems.length === 0) sum.fine += 1
  sum.problems.push(...problems.map((problem) => `${at}: ${problem}`))
}

async function tryKind(library: string, path: string, calls: Faults['calls'], place: string): Promise<void> {
  const original = await makeWorkplace(join(place, 'original'))
  const copied = (): Workplace => {
    const to = join(place, 'copy')
    copyOver(join(place, 'original'), to)
    return { ...original, folder: join(to, 'vault'), markerFile: join(to, 'vaults.json') }
  }
  const tally = join(place, 'tally')
  await work(copied(), { ...shortWork, env: withFaults(library, { path, calls, skip: 1_000_000, tally }) })
  const total = Number(readFileSync(tally, 'utf8'))
  const places = Math.min(total, mostPlaces)
  const sum: Sum = { tried: 0, fine: 0, refusals: 0, reported: 0, problems: [] }
  for (let index = 0; index < places; index += 1) {
    const skip = Math.floor((index * total) / places)
    // Every other place fails once, the others for good.
    // oxlint-disable-next-line no-await-in-loop -- one process after the other
    await tryOnce(library, copied(), { path, calls, skip, ...(index % 2 === 0 && { count: 1 }) }, sum)
  }
  report({
    what: `${calls}s of ${path} that fail`,
    tried: sum.tried,
    asItShouldBe: sum.fine,
    detail:
      `${places} places of ${total}, ${sum.refusals} things refused, ${sum.reported} times something reported ${firstFew(sum.problems)}`.trim(),
  })
}

const library = faultyDisk()
for (const path of ['practice.db', 'practice.db-wal', 'practice.head']) {
  for (const calls of ['read', 'write'] as const) {
    if (library === null) reportSkipped(`${calls}s of ${path} that fail`, 'this takes Linux and a C compiler')
    else await inTemporaryFolder((place) => tryKind(library, path, calls, place))
  }
}
