// Findings of the record beyond its chain: traces of what was created are compared with what is there now.
import type { RecordFinding } from '#shared/contract/record.ts'
import { readSeal } from '#shared/domain/record/chainSeal.ts'
import {
  countedFinding,
  findingOf,
  joinFindings,
  type RecordFindingKind,
} from '#shared/domain/record/recordFindings.ts'
import { migrations } from '../../database/migrations/migrations.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Steps } from '../../jobs/jobs.ts'
import { sha256 } from './chainSeals.ts'
import { forEachRow, type RecordScan } from './kinds/recordScan.ts'
import type { SignedKinds } from './kinds/signedKinds.ts'
import { verifierOf } from './sealKey.ts'

/** The refusals that the migrations put into the database, by name. */
const refusals: ReadonlyMap<string, string> = new Map(
  migrations.flatMap(({ sql }) =>
    Array.from(sql.matchAll(/CREATE TRIGGER (\w+)[\s\S]*?\bEND(?=;)/gu), ([text, name]) => [name ?? '', text] as const),
  ),
)

const inOrder = (numbers: ReadonlySet<number>) => [...numbers].toSorted((a, b) => a - b)

/** How many stored seals are read at once. */
const stretchLength = 100

/** Before the first sequence, and before any that somebody may have made up. */
const beginning = Number.MIN_SAFE_INTEGER

/** Compares every stored seal with the chain, one in each step. */
function* sealFindings({ signatures, seals, salvages }: Repositories): ReturnType<RecordScan> {
  let end = 0
  const isKnownLoss = ({ sequence, fingerprint }: Pick<Kept, 'sequence' | 'fingerprint'>) => {
    const lost = salvages.lostSignature(sequence)
    return lost === null || lost === fingerprint
  }
  const key = seals.key()
  const isOwnSignature = key && verifierOf(key.publicKey)
  type Kept = ReturnType<typeof seals.after>[number]
  const isValid = ({ line, sequence, fingerprint }: Kept) => {
    const reading = readSeal(line, sha256)
    if (!reading.ok || !isOwnSignature) return false
    const { seal } = reading
    const isOfRow = seal.sequence === sequence && seal.fingerprint === fingerprint
    return isOfRow && key.publicKey.equals(seal.publicKey) && isOwnSignature(seal.signed, seal.signature)
  }
  const kinds: readonly (readonly [RecordFindingKind, (row: Kept) => boolean, Set<number>])[] = [
    ['seals beyond the end', (row) => row.sequence > end && !isKnownLoss(row), new Set()],
    [
      'seals of another chain',
      (row) => row.sequence <= end && row.chained !== row.fingerprint && !isKnownLoss(row),
      new Set(),
    ],
    ['seals not valid', (row) => !isValid(row), new Set()],
  ]
  let last: Pick<Kept, 'sequence' | 'id'> = { sequence: beginning, id: beginning }
  for (;;) {
    const kept = seals.after(last, stretchLength)
    // The chain's state when these were read: what is signed and sealed later comes later.
    end = signatures.last()?.sequence ?? 0
    for (const row of kept) {
      for (const [, isFound, sequences] of kinds) if (isFound(row)) sequences.add(row.sequence)
      last = row
      yield
    }
    if (kept.length < stretchLength) break
  }
  // Several seals may be of one signature.
  return kinds.flatMap(([kind, , sequences]) => findingOf(kind, [...sequences]))
}

/** Compares the list of all signatures that were ever made with those that exist. */
function* traceFindings({ seals }: Repositories): ReturnType<RecordScan> {
  const [gone, replaced] = [new Set<number>(), new Set<number>()]
  let traces = 0
  yield* forEachRow(
    seals.traces,
    beginning,
    ({ id }) => id,
    ({ sequence, isGone, isReplaced }) => {
      traces += 1
      if (isGone === 1) gone.add(sequence)
      if (isReplaced === 1) replaced.add(sequence)
    },
  )
  return [
    ...findingOf('signatures gone', inOrder(gone)),
    ...findingOf('signatures replaced', inOrder(replaced)),
    ...countedFinding('traces missing', seals.everTraced() - traces),
  ]
}

/** Compares the signatures with that list, and each one's time with the time of the one before it. */
function* signatureFindings({ seals }: Repositories): ReturnType<RecordScan> {
  const [untraced, datedBefore] = [new Set<number>(), new Set<number>()]
  let before = ''
  yield* forEachRow(
    seals.traced,
    beginning,
    ({ sequence }) => sequence,
    ({ sequence, signedAt, isUntraced }) => {
      if (isUntraced === 1) untraced.add(sequence)
      if (signedAt < before) datedBefore.add(sequence)
      before = signedAt
    },
  )
  return [...findingOf('signatures untraced', inOrder(untraced)), ...findingOf('dated before', inOrder(datedBefore))]
}

/** Signatures, and signed records, that could not be read when the vault was salvaged. */
function* salvageFindings({ salvages }: Repositories): ReturnType<RecordScan> {
  yield
  const lost = salvages.losses()
  const ofKind = (kind: string) =>
    inOrder(new Set(lost.flatMap((loss) => (loss.kind === kind ? (loss.sequence ?? []) : []))))
  return [
    ...findingOf('signatures not salvaged', ofKind('signature')),
    ...findingOf('records not salvaged', ofKind('record')),
  ]
}

/** Checks that read a few rows only. */
function* smallFindings({ seals }: Repositories): ReturnType<RecordScan> {
  yield
  // Triggers that are missing, or differ from how the migrations made them.
  const stored = new Map(seals.triggers().map(({ name, sql }) => [name, sql]))
  const missing = [...refusals].filter(([name, sql]) => stored.get(name) !== sql).length
  return [
    ...findingOf('stamps of another chain', inOrder(new Set(seals.stampsOfAnotherChain()))),
    ...countedFinding('refusals missing', missing),
  ]
}

/**
 * Searches for problems besides a signature that does not fit: in the chain, in what belongs to the kinds of records
 * that are signed, and at the end in the stored seals.
 * Somebody who holds the vault's key can remove these traces as well; what is outside of it (a printed seal, a time
 * stamp) they cannot.
 * @returns each kind once, in the order of the kinds
 */
export function* findInRecord(repositories: Repositories, kinds: SignedKinds): Steps<RecordFinding[], 'record check'> {
  const ofKinds = Object.values(kinds).flatMap(({ scans }) => scans)
  const scans = [traceFindings, signatureFindings, salvageFindings, smallFindings, ...ofKinds, sealFindings]
  const found: RecordFinding[] = []
  for (const [done, scan] of scans.entries()) {
    const steps = scan(repositories)
    let step = steps.next()
    while (step.done !== true) {
      yield { stage: 'findings', done, total: scans.length }
      step = steps.next()
    }
    found.push(...step.value)
  }
  return joinFindings(found)
}
