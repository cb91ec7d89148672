// Time stamps of seals: real answers of an authority made with OpenSSL, and proofs of OpenTimestamps.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#main/appError.ts'
import { derOf, partAt } from '#main/services/signing/stamps/derTree.ts'
import { contract } from '#shared/contract/contract.ts'
import { stampProblems } from '#shared/domain/record/chainSeal.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { signNote } from '../fixtures/signedNote.ts'
import { missingOpenssl, stampingAuthority, type StampingAuthority } from '../fixtures/stampingAuthority.ts'
import { rawConnection, withoutTriggers } from '../fixtures/temporaryDatabase.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'
import { allFindings } from '../fixtures/allFindings.ts'

/** A part of ASN.1 with so many others in it: its tag, its length in three bytes, its content. */
function inTag(tag: number, parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const head = Buffer.from([tag, 0x83, 0, 0, 0])
  head.writeUIntBE(content.length, 2, 3)
  return Buffer.concat([head, content])
}

let practice: PracticeUnderTest

beforeEach(() => {
  practice = practiceUnderTest()
  // The authority's own clock is real: a certificate is held against the time that the answer states.
  practice.surroundings.setTime(new Date().toISOString())
  signNote(practice, 'one')
})
afterEach(() => practice.remove())

const request = (kind: 'rfc3161' | 'opentimestamps' = 'rfc3161') =>
  Buffer.from(practice.call('record:requestStamp', { kind }).file, 'base64')
const keep = (file: Uint8Array) => {
  const kept = practice.call('record:keepStamp', { file: Buffer.from(file).toString('base64') })
  expect(contract['record:keepStamp'].output.parse(kept)).toEqual(kept)
  return kept
}
const problemOf = (file: Uint8Array) => {
  const refusal = refusalOf(() => keep(file)) as { details?: { issues: { path: string; code: string }[] } }
  return refusal.details?.issues[0]
}
/** What is wrong with a file, or null where it was kept. */
const problemIn = (file: Uint8Array): string | null => {
  try {
    keep(file)
    return null
  } catch (error) {
    return error instanceof AppError ? (error.details?.issues?.[0]?.code ?? error.code) : String(error)
  }
}
const stamps = () => practice.call('record:stamps', {}).stamps

const missing = missingOpenssl()
describe.skipIf(missing !== null)(`an authority’s answer${missing === null ? '' : ` (${missing})`}`, () => {
  let authority: StampingAuthority
  beforeAll(() => void (authority = stampingAuthority()))
  afterAll(() => authority.remove())

  it('to the vault’s request / is kept, with its time, its signer and the root’s fingerprint', () => {
    const before = Date.now() - 2000
    const kept = keep(authority.answer(request()))
    expect(kept).toMatchObject({
      kind: 'rfc3161',
      sequence: 3,
      signer: 'Test Stamp 1, Test Authority',
      root: { name: 'Test Root, Test Authority', fingerprint: authority.rootFingerprint },
      certificate: 'valid',
      blocks: [],
      problem: null,
    })
    expect(Date.parse(kept.statedAt ?? '')).toBeGreaterThan(before)
    expect(Date.parse(kept.statedAt ?? '')).toBeLessThan(Date.now() + 2000)
    expect(stamps()).toEqual([kept])
  })

  it('that is read twice / is kept once', () => {
    const answer = authority.answer(request())
    expect(keep(answer)).toEqual(keep(answer))
    expect(stamps()).toHaveLength(1)
  })

  it('to a request that OpenSSL reads as we wrote it', () => {
    const file = join(temporaryFolder(), 'ours.tsq')
    writeFileSync(file, request())
    const text = execFileSync('openssl', ['ts', '-query', '-in', file, '-text']).toString()
    expect(text).toContain('Hash Algorithm: sha256')
    expect(text).toContain('Certificate required: yes')
    expect(text).toMatch(/Nonce: 0x[1-7][0-9A-F]{15}/u)
  })

  it('signed with a curve’s key / is verified as well', () => {
    const curve = stampingAuthority({ key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] })
    expect(keep(curve.answer(request()))).toMatchObject({ problem: null, certificate: 'valid' })
    curve.remove()
  })

  it('with another nonce / is refused', () => {
    const line = practice.database.sqlite.prepare('SELECT line FROM seal').pluck()
    request()
    const answer = authority.stampOf(String(line.get()), ['-cert', '-sha256'])
    expect(problemOf(answer)).toEqual({ path: 'file', code: 'wrong_nonce' })
    const without = authority.stampOf(String(line.get()), ['-cert', '-sha256', '-no_nonce'])
    expect(problemOf(without)).toEqual({ path: 'file', code: 'wrong_nonce' })
    expect(stamps()).toEqual([])
  })

  it('about a saved seal that was stamped by another program, without a nonce / is kept', () => {
    const { line } = practice.call('record:makeSeal', { why: 'saved' })
    expect(keep(authority.stampOf(line, ['-cert', '-sha256', '-no_nonce']))).toMatchObject({
      sequence: 3,
      problem: null,
    })
  })

  it('about something else, or by another hash / is refused', () => {
    request()
    expect(problemOf(authority.stampOf('something else'))).toEqual({ path: 'file', code: 'other_seal' })
    const { line } = practice.call('record:makeSeal', { why: 'saved' })
    expect(problemOf(authority.stampOf(line, ['-cert', '-sha512']))).toEqual({ path: 'file', code: 'other_seal' })
  })

  it('with one bit of its signature, time or attributes changed / is refused', () => {
    const answer = authority.answer(request())
    const turned = (place: number) => {
      const changed = Buffer.from(answer)
      changed[place] = (changed[place] ?? 0) ^ 1
      return changed
    }
    expect(problemOf(turned(answer.length - 20))).toEqual({ path: 'file', code: 'bad_signature' })
    const time = answer.indexOf(`${new Date().getUTCFullYear()}`, 0, 'latin1')
    expect(problemOf(turned(time + 3))).toEqual({ path: 'file', code: 'bad_signature' })
  })

  it('with any byte changed / is never taken for the original answer', () => {
    const answer = authority.answer(request())
    const { statedAt } = keep(answer)
    // Every 17th byte: some 200 of them, in every part of the file.
    for (let place = 0; place < answer.length; place += 17) {
      const changed = Buffer.from(answer)
      changed[place] = (changed[place] ?? 0) ^ 4
      const problem = problemIn(changed)
      // What nobody signed (how the file is wrapped, which further certificates it has) may differ.
      if (problem === null) expect(stamps()[0]).toMatchObject({ statedAt, problem: null, sequence: 3 })
      else expect(stampProblems.map((one) => one.replaceAll(' ', '_'))).toContain(problem)
    }
  })

  it('without its certificate / is refused by name', () => {
    const { line } = practice.call('record:makeSeal', { why: 'saved' })
    expect(problemOf(authority.stampOf(line, ['-sha256', '-no_nonce']))).toEqual({
      path: 'file',
      code: 'no_certificate',
    })
  })

  it('as a bare token / is taken as well', () => {
    expect(keep(authority.tokenOf(authority.answer(request())))).toMatchObject({ problem: null, certificate: 'valid' })
  })

  it('with more certificates than anybody needs / is refused before they are compared', () => {
    const withCopies = (copies: number) => {
      const answer = derOf(authority.answer(request()))
      const [status, token] = [partAt(answer, 0), partAt(answer, 1)]
      const signedData = partAt(partAt(token, 1), 0)
      const parts = signedData.parts.map(({ context, bytes, content }) =>
        context === 0
          ? inTag(
              0xa0,
              Array.from({ length: copies }, () => content),
            )
          : bytes,
      )
      return inTag(0x30, [status.bytes, inTag(0x30, [partAt(token, 0).bytes, inTag(0xa0, [inTag(0x30, parts)])])])
    }
    expect(keep(withCopies(3))).toMatchObject({ problem: null })
    expect(problemOf(withCopies(30))).toEqual({ path: 'file', code: 'damaged' })
  })

  it('signed with a certificate that is not for time stamps only / is refused', () => {
    const answer = authority.answer(request())
    const purposes = ['emailProtection', 'timeStamping,emailProtection']
    expect(purposes.map((purpose) => problemOf(authority.signedFor(purpose, answer))?.code)).toEqual([
      'not_for_stamping',
      'not_for_stamping',
    ])
    // The same way of signing with the right purpose: nothing but the purpose was wrong.
    expect(keep(authority.signedFor('critical,timeStamping', answer))).toMatchObject({ signer: 'Other', problem: null })
  })

  it('by a certificate that has ended since / is kept, and says so', () => {
    const ends = new Date(Date.now() + 3_600_000).toISOString().replace(/[-:T]|\.\d+/gu, '')
    const soon = stampingAuthority({ ends })
    const answer = soon.answer(request())
    expect(keep(answer)).toMatchObject({ certificate: 'valid' })
    practice.surroundings.moveTime(2 * 3_600_000)
    expect(stamps()[0]).toMatchObject({ certificate: 'expired since', problem: null })
    soon.remove()
  })

  it('that the authority refused / is reported', () => {
    const refused = authority.stampOf('x', ['-sha256', '-tspolicy', '1.9.9'])
    expect(problemOf(refused)).toEqual({ path: 'file', code: 'refused' })
  })

  it('of a chain that was made anew since / is a finding', () => {
    keep(authority.answer(request()))
    const stranger = rawConnection(practice.file)
    const triggers = stranger.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`).pluck().all() as string[]
    withoutTriggers(stranger)
    stranger.exec('DELETE FROM signature WHERE sequence = 3; DELETE FROM signature_trace WHERE sequence = 3')
    for (const trigger of triggers) stranger.exec(trigger)
    stranger.close()
    expect(allFindings(practice.call).map(({ kind }) => kind)).toContain('stamps of another chain')
  })
})

/** A proof over the digest: two steps, then what attests it. */
function proofOf(digest: Buffer, attestations: readonly Buffer[]): Buffer {
  const magic = Buffer.from('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294', 'hex')
  const steps = Buffer.concat([Buffer.from([0xf0, 3]), Buffer.from('abc'), Buffer.from([0x08])])
  const forked = attestations.map((one, index) =>
    Buffer.concat([Buffer.from(index < attestations.length - 1 ? [0xff, 0x00] : [0x00]), one]),
  )
  return Buffer.concat([magic, Buffer.from([1, 0x08]), digest, steps, ...forked])
}
const attestation = (tag: string, payload: Buffer) =>
  Buffer.concat([Buffer.from(tag, 'hex'), Buffer.from([payload.length]), payload])
const inBlock = attestation('0588960d73d71901', Buffer.from([0xe0, 0xd7, 0x36]))
const atCalendar = attestation('83dfe30d2ef90c8e', Buffer.concat([Buffer.from([3]), Buffer.from('a.b')]))
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('a proof of OpenTimestamps', () => {
  it('that leads to a block / is kept with the block’s height and the expected Merkle root', () => {
    const line = request('opentimestamps')
    expect(line.toString('latin1')).toMatch(/^PALPATE-SEAL-1\.\w{228}$/u)
    const digest = sha256(line)
    const root = sha256(Buffer.concat([digest, Buffer.from('abc')]))
    expect(keep(proofOf(digest, [atCalendar, inBlock]))).toMatchObject({
      kind: 'opentimestamps',
      sequence: 3,
      statedAt: null,
      signer: null,
      blocks: [
        { height: 0x60 + 0x57 * 128 + 0x36 * 128 * 128, merkleRoot: Buffer.from(root.toReversed()).toString('hex') },
      ],
      problem: null,
    })
  })

  it('with more steps than anybody needs / is refused before all are followed', () => {
    const digest = sha256(request('opentimestamps'))
    const proof = proofOf(digest, [inBlock])
    const [begin, end] = [proof.subarray(0, proof.indexOf(digest) + 32), proof.subarray(proof.indexOf(digest) + 32)]
    // A way of its own: back and forth again and again, and to a calendar.
    const detour = Buffer.concat([Buffer.from([0xff]), Buffer.alloc(400, 0xf2), Buffer.from([0]), atCalendar])
    const withDetours = (count: number) => Buffer.concat([begin, ...Array.from({ length: count }, () => detour), end])
    expect(keep(withDetours(2))).toMatchObject({ problem: null })
    expect(problemOf(withDetours(30))).toEqual({ path: 'file', code: 'damaged' })
  })

  it.each<[string, (digest: Buffer) => Buffer, string]>([
    ['that leads to a calendar only', (digest) => proofOf(digest, [atCalendar]), 'pending'],
    ['of something else', () => proofOf(Buffer.alloc(32, 5), [inBlock]), 'other_seal'],
    ['that breaks off', (digest) => proofOf(digest, [inBlock]).subarray(0, -2), 'damaged'],
    ['with more behind it', (digest) => Buffer.concat([proofOf(digest, [inBlock]), Buffer.from([0])]), 'damaged'],
    ['of a later form', (digest) => proofOf(digest, [inBlock]).fill(2, 31, 32), 'unknown_algorithm'],
    ['that is no proof', () => Buffer.from('Good morning'), 'foreign'],
    ['that is empty', () => Buffer.alloc(0), 'foreign'],
  ])('%s / is refused by name', (_, proof, code) => {
    const digest = sha256(request('opentimestamps'))
    expect(problemOf(proof(digest))).toEqual({ path: 'file', code })
    expect(stamps()).toEqual([])
  })
})
