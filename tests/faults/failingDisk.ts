// Reads and writes of the vault's files fail with EIO, or its disk is full, once or from some place on, while somebody
// unlocks, saves, signs and locks. What was acknowledged is there afterwards, or a notice says so, and none says so for
// nothing: `node tests/faults/failingDisk.ts [places]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultyDisk, withFaults, type Faults } from '../fixtures/faultyDisk.ts'
import { copyOver, inTemporaryFolder, makeTrialVault, nextStart } from '../fixtures/trialVault.ts'
import { acknowledgedBy, lostIn, nothingYet, work, type Workplace } from '../fixtures/workingVault.ts'
import { firstFew, report, reportSkipped } from './reporting.ts'

/** Calls at which each kind begins to fail; where there are more, these are spread over all of them. */
const mostPlaces = Number(process.argv[2] ?? 30)
const shortWork = { first: 1, rounds: 5 }

/** A vault with something signed and saved in it, closed. Nothing outside of it knows it where it has no marker. */
async function makeWorkplace(place: string, hasMarker: boolean): Promise<Workplace> {
  const markerFile = hasMarker ? join(place, 'vaults.json') : ''
  const { folder, clientId, draftId, dispatcher } = await makeTrialVault(join(place, 'vault'), markerFile || null)
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
async function tryOnce(library: string, workplace: Workplace, faults: Faults, sum: Sum, size?: 'large'): Promise<void> {
  const env = withFaults(library, faults)
  const { lines, errors, wasKilled } = await work(workplace, { ...shortWork, ...(size && { size }), env })
  const look = await nextStart(workplace.folder, workplace.draftId, workplace.markerFile || null)
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
    ...(lost.length === 0 ? look.notices.map((kind) => `a false notice: ${kind}`) : []),
    ...(look.integrity === 'ok' ? [] : [look.integrity]),
    ...(look.isIntact ? [] : ['a signature does not verify']),
    ...(errors === '' ? [] : [errors]),
  ]
  if (problems.length === 0) sum.fine += 1
  sum.problems.push(...problems.map((problem) => `${at}: ${problem}`))
}

/** What fails, and in which vault. */
interface Kind {
  readonly what: string
  /** Gives the end of the files' paths, or their folder. */
  readonly path: (copy: string) => string
  readonly calls: Faults['calls']
  readonly hasMarker: boolean
  readonly size?: 'large'
}

async function tryKind(library: string, { what, path, calls, hasMarker, size }: Kind, place: string): Promise<void> {
  const original = await makeWorkplace(join(place, 'original'), hasMarker)
  const to = join(place, 'copy')
  const copied = (): Workplace => {
    copyOver(join(place, 'original'), to)
    return { ...original, folder: join(to, 'vault'), markerFile: hasMarker ? join(to, 'vaults.json') : '' }
  }
  const tally = join(place, 'tally')
  const unharmed = withFaults(library, { path: path(to), calls, skip: 1_000_000, tally })
  await work(copied(), { ...shortWork, ...(size && { size }), env: unharmed })
  const total = Number(readFileSync(tally, 'utf8'))
  const places = Math.min(total, mostPlaces)
  const sum: Sum = { tried: 0, fine: 0, refusals: 0, reported: 0, problems: [] }
  for (let index = 0; index < places; index += 1) {
    const skip = Math.floor((index * total) / places)
    // Every other place fails once, the others for good.
    const faults = { path: path(to), calls, skip, ...(index % 2 === 0 && { count: 1 }) }
    // oxlint-disable-next-line no-await-in-loop -- one process after the other
    await tryOnce(library, copied(), faults, sum, size)
  }
  report({
    what,
    tried: sum.tried,
    asItShouldBe: sum.fine,
    detail:
      `${places} places of ${total}, ${sum.refusals} things refused, ${sum.reported} times something reported ${firstFew(sum.problems)}`.trim(),
  })
}

const failing = ['practice.db', 'practice.db-wal', 'practice.head'].flatMap((path) =>
  (['read', 'write'] as const).map((calls): Kind => ({
    what: `${calls}s of ${path} that fail`,
    path: () => path,
    calls,
    hasMarker: true,
  })),
)
const inCopy = (copy: string) => `${copy}/`
const full: readonly Kind[] = [
  { what: 'a disk that is full', path: inCopy, calls: 'grow', hasMarker: true },
  { what: 'a full disk, of a vault that nothing else knows', path: inCopy, calls: 'grow', hasMarker: false },
  { what: 'a disk that is full, with long logs', path: inCopy, calls: 'grow', hasMarker: false, size: 'large' },
]

const library = faultyDisk()
for (const kind of [...full, ...failing]) {
  if (library === null) reportSkipped(kind.what, 'this takes Linux and a C compiler')
  else await inTemporaryFolder((place) => tryKind(library, kind, place))
}
