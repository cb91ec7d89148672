// Kills a process that writes, signs, locks and unlocks: at random moments, each crash upon the one before, and right
// before each of its writes to the vault's files. Nothing that was acknowledged may be gone, and there may be no notice of
// anything: `node tests/faults/killed.ts [kills] [places]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultyDisk, withFaults } from '../fixtures/faultyDisk.ts'
import { copyOver, inTemporaryFolder, makeTrialVault, nextStart } from '../fixtures/trialVault.ts'
import {
  acknowledgedBy,
  lostIn,
  nothingYet,
  numbersIn,
  work,
  type Acknowledged,
  type Printed,
  type Workplace,
} from '../fixtures/workingVault.ts'
import { firstFew, report, reportSkipped } from './reporting.ts'

const kills = Number(process.argv[2] ?? 200)
/** Writes to one file before which a process is killed; where there are more, these are spread over them. */
const mostPlaces = Number(process.argv[3] ?? 40)

/** Makes a vault with a draft in it, closed. */
async function makeWorkplace(place: string): Promise<Workplace> {
  const markerFile = join(place, 'vaults.json')
  const { folder, clientId, draftId, dispatcher } = await makeTrialVault(join(place, 'vault'), markerFile)
  dispatcher.close()
  return { folder, markerFile, clientId, draftId }
}

/** Opens a copy of what the kill has left, and gives what is wrong and what is there. */
async function afterKill({ folder, markerFile, draftId }: Workplace, printed: Printed, before: Acknowledged) {
  const copy = copyOver(folder, `${folder}.copy`)
  const look = await nextStart(copy, draftId, copyOver(markerFile, `${markerFile}.copy`))
  const acknowledged = acknowledgedBy(printed, before)
  if (typeof look === 'string') return { problems: [`it does not open: ${look}`], acknowledged, found: acknowledged }
  const problems = [
    ...lostIn(look, acknowledged),
    ...look.notices.map((kind) => `a notice "${kind}"`),
    ...(look.integrity === 'ok' ? [] : [look.integrity]),
    ...(look.isIntact ? [] : ['a signature does not verify']),
    ...printed.lines.filter((line) => line.startsWith('refused')),
    ...(printed.errors === '' ? [] : [printed.errors]),
  ]
  return { problems, acknowledged, found: numbersIn(look) }
}

/** Each process goes on in what the last kill has left, as if the app were started again and again. */
async function atRandomMoments(place: string): Promise<void> {
  const workplace = await makeWorkplace(place)
  const problems: string[] = []
  const during: Record<string, number> = {}
  let acknowledged = nothingYet
  let saved = 0
  let moved = 0
  let bad = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const isLarge = kill % 3 === 0
    // Every fourth one while it unlocks or has just begun.
    const afterLines = kill % 4 === 0 ? 1 : 1 + Math.floor(Math.random() * (isLarge ? 90 : 60))
    const milliseconds = Math.floor(Math.random() * (kill % 4 === 0 ? 200 : 10))
    const first = Math.max(acknowledged.name, acknowledged.draft) + 1
    const printed = await work(workplace, {
      first,
      kill: { afterLines, milliseconds },
      ...(isLarge && { size: 'large' as const }),
    })
    const after = await afterKill(workplace, printed, acknowledged)
    const last = printed.lines.at(-1) ?? 'nothing'
    const moment = last.startsWith('begin') ? (last.split(' ')[1] ?? '') : 'in between'
    during[moment] = (during[moment] ?? 0) + 1
    saved += printed.lines.filter((line) => !line.startsWith('begin')).length
    moved += printed.lines.filter((line) => line === 'moved').length
    if (after.problems.length > 0) bad += 1
    problems.push(...after.problems.map((problem) => `kill ${kill} (${last}): ${problem}`))
    acknowledged = after.found
  }
  const moments = Object.entries(during).map(([what, count]) => `${what} ${count}`)
  const detail = `${saved} things acknowledged; killed during ${moments.join(', ')}; the log was moved ${moved} times ${firstFew(problems)}`
  report({ what: 'killed at a random moment', tried: kills, asItShouldBe: kills - bad, detail: detail.trim() })
}

interface Writes {
  readonly what: string
  /** The end of the file's path. */
  readonly path: string
  readonly first: number
  readonly rounds: number
  readonly size?: 'large'
}
const writes: readonly Writes[] = [
  { what: 'killed before a write to the database', path: 'practice.db', first: 1, rounds: 5 },
  {
    what: 'killed before a write to the database, while a long log is moved into it',
    path: 'practice.db',
    first: 1,
    rounds: 7,
    size: 'large',
  },
  { what: 'killed before a write to the log', path: 'practice.db-wal', first: 1, rounds: 5 },
  { what: 'killed before a write to the head', path: 'practice.head', first: 1, rounds: 5 },
]

/** The same short work again and again, killed right before the nth write to one of the files. */
async function beforeWrites(library: string, { what, path, ...shortWork }: Writes, place: string): Promise<void> {
  const original = await makeWorkplace(join(place, 'original'))
  const tally = join(place, 'tally')
  const copied = (): Workplace => {
    const to = join(place, 'copy')
    copyOver(join(place, 'original'), to)
    return { ...original, folder: join(to, 'vault'), markerFile: join(to, 'vaults.json') }
  }
  const counting = withFaults(library, { path, calls: 'write', skip: 1_000_000, tally })
  await work(copied(), { ...shortWork, env: counting })
  const total = Number(readFileSync(tally, 'utf8'))
  const places = Math.min(total, mostPlaces)
  const problems: string[] = []
  let bad = 0
  for (let index = 0; index < places; index += 1) {
    const skip = Math.floor((index * total) / places)
    const workplace = copied()
    const env = withFaults(library, { path, calls: 'write', skip, instead: 'kill' })
    const printed = await work(workplace, { ...shortWork, env })
    const { problems: found } = await afterKill(workplace, printed, nothingYet)
    const all = [...found, ...(printed.wasKilled ? [] : ['it was not killed'])]
    if (all.length > 0) bad += 1
    problems.push(...all.map((problem) => `write ${skip}: ${problem}`))
  }
  const detail = `${places} places of ${total} ${firstFew(problems)}`.trim()
  report({ what, tried: places, asItShouldBe: places - bad, detail })
}

await inTemporaryFolder(atRandomMoments)
const library = faultyDisk()
for (const kind of writes) {
  if (library === null) reportSkipped(kind.what, 'this takes Linux and a C compiler')
  else await inTemporaryFolder((place) => beforeWrites(library, kind, place))
}
