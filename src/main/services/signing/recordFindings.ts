// What can be told of the record beyond its chain: what was made once, held against what stands there now.
import { readSeal } from '#shared/domain/record/chainSeal.ts'
import { countedFinding, findingOf, type RecordFinding } from '#shared/domain/record/recordFindings.ts'
import { migrations } from '../../database/migrations/migrations.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { sha256 } from './chainSeals.ts'
import { verifierOf } from './sealKey.ts'

/** The refusals that the migrations put into the database, by name. */
const refusals: ReadonlyMap<string, string> = new Map(
  migrations.flatMap(({ sql }) =>
    Array.from(sql.matchAll(/CREATE TRIGGER (\w+)[\s\S]*?\bEND(?=;)/gu), ([text, name]) => [name ?? '', text] as const),
  ),
)

const uniqueNumbers = (numbers: readonly number[]) => [...new Set(numbers)].toSorted((a, b) => a - b)

/** Holds every seal and time stamp that was kept against the chain. */
function sealFindings({ signatures, seals }: Repositories): readonly RecordFinding[] {
  const kept = seals.all()
  const stamped = seals.stamps()
  const end = signatures.last()?.sequence ?? 0
  const key = seals.key()
  const isOwnSignature = key && verifierOf(key.publicKey)
  const fingerprints = new Map(seals.linksFrom(0).map(({ sequence, fingerprint }) => [sequence, fingerprint]))
  const isInChain = (link: { sequence: number; fingerprint: string }) =>
    fingerprints.get(link.sequence) === link.fingerprint
  const sequences = (of: readonly { sequence: number }[]) => uniqueNumbers(of.map(({ sequence }) => sequence))
  const isValid = ({ line, sequence, fingerprint }: (typeof kept)[number]) => {
    const reading = readSeal(line, sha256)
    if (!reading.ok || !isOwnSignature) return false
    const { seal } = reading
    const isOfRow = seal.sequence === sequence && seal.fingerprint === fingerprint
    return isOfRow && key.publicKey.equals(seal.publicKey) && isOwnSignature(seal.signed, seal.signature)
  }
  return [
    ...findingOf('seals beyond the end', sequences(kept.filter(({ sequence }) => sequence > end))),
    ...findingOf('seals of another chain', sequences(kept.filter((row) => row.sequence <= end && !isInChain(row)))),
    ...findingOf('seals not valid', sequences(kept.filter((row) => !isValid(row)))),
    ...findingOf('stamps of another chain', sequences(stamped.filter((row) => !isInChain(row)))),
  ]
}

/** Triggers that are not there, or say something else than they were made to. */
function missingRefusals({ seals }: Repositories): number {
  const stored = new Map(seals.triggers().map(({ name, sql }) => [name, sql]))
  return [...refusals].filter(([name, sql]) => stored.get(name) !== sql).length
}

/**
 * Everything that is found besides a signature that does not fit, problems before remarks. Somebody who holds the
 * vault's key can take these traces away as well; what lies outside of it (a printed seal, a time stamp) they cannot.
 */
export function findInRecord(repositories: Repositories): readonly RecordFinding[] {
  const { seals } = repositories
  return [
    ...findingOf('signatures gone', seals.goneFromTrace()),
    ...findingOf('signatures replaced', seals.replacedInTrace()),
    ...findingOf('signatures untraced', seals.untraced()),
    ...countedFinding('traces missing', seals.missingTraces()),
    ...sealFindings(repositories),
    ...countedFinding('answers without signature', seals.answersUnsigned()),
    ...countedFinding('additions without signature', seals.additionsUnsigned() + seals.amendsUnsigned()),
    ...countedFinding('parts without session', seals.partsWithoutSession()),
    ...countedFinding('refusals missing', missingRefusals(repositories)),
    ...findingOf('dated before', seals.datedBefore()),
  ]
}
