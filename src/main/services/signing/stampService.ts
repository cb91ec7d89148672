// Time stamps of seals: what is sent to be stamped, what comes back, and what it proves.
import { fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { StampRecord } from '#shared/contract/record.ts'
import { StampError, type StampKind, type StampProblem } from '#shared/domain/record/chainSeal.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SealRow, StampRow } from '../../database/repositories/sealRepository.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { digestOfLine, keepSeal } from './chainSeals.ts'
import { looksLikeAuthorityStamp, readAuthorityStamp } from './stamps/authorityStamp.ts'
import { looksLikeBlockchainStamp, readBlockchainStamp } from './stamps/blockchainStamp.ts'
import { nonceOf, stampRequestFile } from './stamps/stampRequest.ts'

type StampChannel = Extract<ServiceChannel, 'record:requestStamp' | 'record:keepStamp' | 'record:stamps'>
type Proof = Pick<StampRecord, 'statedAt' | 'signer' | 'root' | 'certificate' | 'blocks'>

const nonceBytes = 8
const noProof: Proof = { statedAt: null, signer: null, root: null, certificate: null, blocks: [] }

function certificateState(statedAt: string, validFrom: string, validTo: string, now: string): Proof['certificate'] {
  if (statedAt < validFrom || statedAt > validTo) return 'not valid then'
  return now > validTo ? 'expired since' : 'valid'
}

function kindOf(file: Uint8Array): StampKind {
  if (looksLikeBlockchainStamp(file)) return 'opentimestamps'
  if (looksLikeAuthorityStamp(file)) return 'rfc3161'
  throw new StampError('foreign')
}

/**
 * What an answer proves about one of the vault's seals.
 * @param sealOf finds the seal with a digest
 * @throws StampError with what is wrong
 */
export function readStamp(
  { seals }: Repositories,
  file: Uint8Array,
  sealOf: (digest: string) => SealRow | undefined,
  now: string,
): { kind: StampKind; seal: SealRow; proof: Proof } {
  const kind = kindOf(file)
  const foundSeal = (digest: string) => {
    const seal = sealOf(digest)
    if (!seal) throw new StampError('other seal')
    return seal
  }
  if (kind === 'opentimestamps') {
    const { digest, blocks } = readBlockchainStamp(file)
    const seal = foundSeal(digest)
    if (blocks.length === 0) throw new StampError('pending')
    return { kind, seal, proof: { ...noProof, blocks: [...blocks] } }
  }
  const { digest, nonce, statedAt, signer, root, validFrom, validTo } = readAuthorityStamp(file)
  const seal = foundSeal(digest)
  const nonces = seals.noncesOf(digest)
  // Without a nonce in a request of ours, the line itself was stamped by other means: it needs no nonce to be unique.
  if (nonces.length > 0 ? !nonces.includes(nonce ?? '') : nonce !== null) throw new StampError('wrong nonce')
  const certificate = certificateState(statedAt, validFrom, validTo, now)
  return { kind, seal, proof: { ...noProof, statedAt, signer, root, certificate } }
}

/** The problem of an answer; any other error is a bug and is thrown on. */
function problemOf(error: unknown): StampProblem {
  if (error instanceof StampError) return error.problem
  throw error
}

export function createStampService(repositories: Repositories, surroundings: Surroundings): Handlers<StampChannel> {
  const { seals, atomic } = repositories
  const { clock, randomBytes } = surroundings

  /** A stored row with what its bytes prove, computed anew. */
  const toRecord = (row: StampRow): StampRecord => {
    const facts = { id: row.id, kind: row.kind, sequence: row.sequence, keptAt: row.keptAt }
    try {
      const sealOf = (digest: string) => (digest === digestOfLine(row.line) ? seals.ofDigest(digest) : undefined)
      const { proof } = readStamp(repositories, row.data, sealOf, clock.now())
      return { ...facts, ...proof, problem: null }
    } catch (error) {
      return { ...facts, ...noProof, problem: problemOf(error) }
    }
  }

  return {
    'record:requestStamp': atomic(({ kind }) => {
      const { id, line, sequence } = keepSeal(repositories, surroundings, 'time stamp')
      if (kind === 'opentimestamps' || id === null) {
        return { sequence, file: Buffer.from(line, 'ascii').toString('base64') }
      }
      const nonce = nonceOf(randomBytes(nonceBytes))
      seals.insertRequest({ sealId: id, nonce, madeAt: clock.now() })
      return { sequence, file: stampRequestFile(digestOfLine(line), nonce).toString('base64') }
    }),

    'record:keepStamp': atomic(({ file }) => {
      const data = Buffer.from(file, 'base64')
      try {
        const { kind, seal } = readStamp(repositories, data, seals.ofDigest, clock.now())
        const isKept = seals.stamps().some((stamp) => stamp.data.equals(data))
        if (!isKept) seals.insertStamp({ sealId: seal.id, kind, data, keptAt: clock.now() })
      } catch (error) {
        throw fieldError('file', problemOf(error).replaceAll(' ', '_'))
      }
      const kept = seals.stamps().find((stamp) => stamp.data.equals(data))
      if (!kept) throw new Error('the time stamp was not kept')
      return toRecord(kept)
    }),

    'record:stamps': () => ({ stamps: seals.stamps().map(toRecord) }),
  }
}
