// Makes and stores seals of the record, and compares a given seal with today's record.
import { createHash } from 'node:crypto'
import type { SealCheck, SealRecord } from '#shared/contract/record.ts'
import {
  keyWords,
  readSeal,
  signedBytes,
  writeSeal,
  type ReadSeal,
  type SealReason,
} from '#shared/domain/record/chainSeal.ts'
import { fieldError } from '#main/appError.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Surroundings } from '../services.ts'
import { isSignedBy, sealKeyOf } from './sealKey.ts'

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
export const digestOfLine = (line: string): string => sha256(Buffer.from(line, 'ascii')).toString('hex')

export interface MadeSeal extends SealRecord {
  /** Its number among the stored ones; null while it is not stored. */
  readonly id: number | null
}

/**
 * A seal of the newest signature; null where nothing is signed. It is not stored.
 * The first seal creates the vault's key, so this may write.
 */
export function sealNow(repositories: Repositories, surroundings: Surroundings): MadeSeal | null {
  const last = repositories.signatures.last()
  if (!last) return null
  const key = sealKeyOf(repositories, surroundings)
  const { sequence, fingerprint, signedAt } = last
  const madeAt = surroundings.clock.now()
  const signed = signedBytes({ sequence, madeAt, fingerprint, publicKey: key.publicKey })
  const line = writeSeal(signed, key.sign(signed), sha256)
  return { id: null, line, sequence, signedAt, fingerprint, madeAt, key: keyWords(key.publicKey, sha256) }
}

/**
 * Makes a seal and stores it. To be called within a transaction.
 * @throws AppError VALIDATION `nothing_signed`
 */
export function keepSeal(repositories: Repositories, surroundings: Surroundings, why: SealReason): MadeSeal {
  const made = sealNow(repositories, surroundings)
  if (!made) throw fieldError('', 'nothing_signed')
  const { sequence, fingerprint, madeAt, line } = made
  return {
    ...made,
    id: repositories.seals.insert({ sequence, fingerprint, madeAt, why, line, digest: digestOfLine(line) }),
  }
}

/** The seal that a printed file would get now; null where nothing is signed, or where no key can be stored. */
export function previewSeal(repositories: Repositories, surroundings: Surroundings): SealRecord | null {
  if (!repositories.seals.key()) return null
  const made = sealNow(repositories, surroundings)
  return made && withoutId(made)
}

/** A seal without its number among the stored ones. */
export const withoutId = ({ id: _, ...seal }: MadeSeal): SealRecord => seal

/** Whether the chain's links follow each other from a sequence to its end. The signed records are not read. */
export function areLinked(links: ReturnType<Repositories['seals']['linksFrom']>): boolean {
  return links.every((link, index) => {
    const before = links[index - 1]
    return !before || (link.sequence === before.sequence + 1 && link.previousFingerprint === before.fingerprint)
  })
}

/** Compares a seal whose signature is valid with today's record. */
function compare(repositories: Repositories, seal: ReadSeal): SealCheck['outcome'] {
  const { signatures, seals } = repositories
  const own = seals.key()
  if (!own || !own.publicKey.equals(seal.publicKey)) return 'other vault'
  const last = signatures.last()
  if (!last || last.sequence < seal.sequence) return 'cut off'
  const links = seals.linksFrom(seal.sequence)
  if (links[0]?.sequence !== seal.sequence || links[0].fingerprint !== seal.fingerprint) return 'rewritten'
  return areLinked(links) ? 'contained' : 'broken'
}

/** Checks the seal in a text against today's record. */
export function checkSeal(repositories: Repositories, text: string): SealCheck {
  const reading = readSeal(text, sha256)
  const last = repositories.signatures.last()
  const nothing = {
    sequence: null,
    madeAt: null,
    signedAt: null,
    signedOffset: null,
    key: null,
    since: null,
    total: last?.sequence ?? 0,
  }
  if (!reading.ok) return { outcome: reading.problem, ...nothing }
  const { seal } = reading
  if (!isSignedBy(seal.publicKey, seal.signed, seal.signature)) return { outcome: 'forged', ...nothing }
  const outcome = compare(repositories, seal)
  const isThere = outcome === 'contained' || outcome === 'broken'
  const signature = isThere ? repositories.signatures.upTo(seal.sequence) : undefined
  return {
    ...nothing,
    outcome,
    sequence: seal.sequence,
    madeAt: seal.madeAt,
    key: keyWords(seal.publicKey, sha256),
    signedAt: signature?.signedAt ?? null,
    signedOffset: signature?.signedOffset ?? null,
    since: isThere && last ? last.sequence - seal.sequence : null,
  }
}
