// What can be told of the record beyond its chain: what was made once, held against what stands there now.
import type { FindingPlace, RecordFinding } from '#shared/contract/record.ts'
import { readSeal } from '#shared/domain/record/chainSeal.ts'
import { countedFinding, findingOf, type RecordFindingKind } from '#shared/domain/record/recordFindings.ts'
import { migrations } from '../../database/migrations/migrations.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { sha256 } from './chainSeals.ts'
import type { RecordLook } from './kinds/signedKind.ts'
import type { SignedKinds } from './kinds/signedKinds.ts'
import { verifierOf } from './sealKey.ts'

/** The refusals that the migrations put into the database, by name. */
const refusals: ReadonlyMap<string, string> = new Map(
  migrations.flatMap(({ sql }) =>
    Array.from(sql.matchAll(/CREATE TRIGGER (\w+)[\s\S]*?\bEND(?=;)/gu), ([text, name]) => [name ?? '', text] as const),
  ),
)

const uniqueNumbers = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((a, b) => a - b)
const sequencesOf = (rows: readonly { sequence: number }[]) => uniqueNumbers(rows.map(({ sequence }) => sequence))

/** How many kept seals are checked in one call: few enough that a save waits a moment at most. */
const stretchLength = 100

/** Before the first sequence, and before any that somebody may have made up. */
const beginning = Number.MIN_SAFE_INTEGER

/** Holds the next kept seals against the chain. What was told of a signature already is not told of it again. */
function sealFindings({ signatures, seals }: Repositories, after: FindingPlace['after']) {
  const kept = seals.after(after ?? { sequence: beginning, id: beginning }, stretchLength)
  const end = signatures.last()?.sequence ?? 0
  const key = seals.key()
  const isOwnSignature = key && verifierOf(key.publicKey)
  type Kept = (typeof kept)[number]
  const isValid = ({ line, sequence, fingerprint }: Kept) => {
    const reading = readSeal(line, sha256)
    if (!reading.ok || !isOwnSignature) return false
    const { seal } = reading
    const isOfRow = seal.sequence === sequence && seal.fingerprint === fingerprint
    return isOfRow && key.publicKey.equals(seal.publicKey) && isOwnSignature(seal.signed, seal.signature)
  }
  const kinds: readonly (readonly [RecordFindingKind, (row: Kept) => boolean])[] = [
    ['seals beyond the end', ({ sequence }) => sequence > end],
    ['seals of another chain', ({ sequence, fingerprint, chained }) => sequence <= end && chained !== fingerprint],
    ['seals not valid', (row) => !isValid(row)],
  ]
  const wasTold = (kind: RecordFindingKind, sequence: number) =>
    sequence === after?.sequence && after.told.includes(kind)
  const found = kinds.map(([kind, isFound]) => [kind, sequencesOf(kept.filter(isFound))] as const)
  const findings = found.flatMap(([kind, sequences]) =>
    findingOf(
      kind,
      sequences.filter((sequence) => !wasTold(kind, sequence)),
    ),
  )
  const last = kept.at(-1)
  if (!last) return { findings, last: null }
  const told = found.flatMap(([kind, sequences]) =>
    sequences.includes(last.sequence) || wasTold(kind, last.sequence) ? [kind] : [],
  )
  return { findings, last: { sequence: last.sequence, id: last.id, told } }
}

/** Triggers that are not there, or say something else than they were made to. */
function missingRefusals({ seals }: Repositories): number {
  const stored = new Map(seals.triggers().map(({ name, sql }) => [name, sql]))
  return [...refusals].filter(([name, sql]) => stored.get(name) !== sql).length
}

/** What is asked of the chain, each by itself: with ten thousand notes one takes some milliseconds. The kinds add theirs. */
const chainLooks: readonly RecordLook[] = [
  ({ seals }) => findingOf('signatures gone', seals.goneFromTrace()),
  ({ seals }) => findingOf('signatures replaced', seals.replacedInTrace()),
  ({ seals }) => findingOf('signatures untraced', seals.untraced()),
  ({ seals }) => countedFinding('traces missing', seals.missingTraces()),
  ({ seals }) => findingOf('stamps of another chain', uniqueNumbers(seals.stampsOfAnotherChain())),
  (repositories) => countedFinding('refusals missing', missingRefusals(repositories)),
  ({ seals }) => findingOf('dated before', seals.datedBefore()),
]

/**
 * The next look at what is found besides a signature that does not fit; the kept seals come last, a stretch at a time.
 * Somebody who holds the vault's key can take these traces away as well; what lies outside of it (a printed seal, a time
 * stamp) they cannot.
 */
export function findInRecord(
  repositories: Repositories,
  kinds: SignedKinds,
  { look, after }: FindingPlace,
): { findings: RecordFinding[]; next: FindingPlace | null } {
  const ask = [...chainLooks, ...Object.values(kinds).flatMap(({ looks }) => looks)][look]
  if (ask) return { findings: [...ask(repositories)], next: { look: look + 1, after: null } }
  const { findings, last } = sealFindings(repositories, after)
  return { findings, next: last && { look, after: last } }
}
