import { describe, expect, it } from 'vitest'
import { sealOutcomes, type SealCheck, type StampRecord } from '#shared/contract/record.ts'
import { stampProblems } from '#shared/domain/record/chainSeal.ts'
import { sealWords } from './sealWords.ts'
import { stampProblemWords, stampWords } from './stampWords.ts'

const check = (outcome: SealCheck['outcome'], changes: Partial<SealCheck> = {}): SealCheck => ({
  outcome,
  sequence: 12,
  madeAt: '2026-11-23T16:00:00.000Z',
  key: 'AAAA-BBBB-CCCC-DDDD',
  signedAt: '2026-11-23T15:00:00.000Z',
  signedOffset: -300,
  since: 3,
  total: 15,
  ...changes,
})

describe('the words of a checked seal', () => {
  it('say for every outcome what it is, what it means and what to do, each its own', () => {
    const verdicts = sealOutcomes.map((outcome) => {
      const { verdict, meaning, next } = sealWords(check(outcome))
      expect(verdict).toMatch(/^\p{Lu}.+[^.]$/u)
      for (const sentence of [meaning, next]) expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
      return verdict
    })
    expect(new Set(verdicts).size).toBe(sealOutcomes.length)
  })

  it('count what came since, and how many signatures are left', () => {
    expect(sealWords(check('contained')).meaning).toContain('3 signatures since.')
    expect(sealWords(check('contained', { since: 0 })).meaning).toContain('Nothing was signed since.')
    expect(sealWords(check('cut off', { total: 0 })).meaning).toContain('the record has none.')
    expect(sealWords(check('cut off', { total: 4 })).meaning).toContain('the record has only 4.')
  })

  it('name when and by which key it was made, where its signature is valid', () => {
    expect(sealWords(check('cut off')).made).toContain('with the key AAAA-BBBB-CCCC-DDDD.')
    expect(sealWords(check('damaged', { sequence: null })).made).toBeNull()
  })
})

const stamp: StampRecord = {
  id: 1,
  kind: 'rfc3161',
  sequence: 12,
  keptAt: '2026-11-23T17:00:00.000Z',
  statedAt: '2026-11-23T16:30:00.000Z',
  signer: 'Stamp 1, Authority',
  root: { name: 'Root, Authority', fingerprint: 'cd'.repeat(32) },
  certificate: 'valid',
  blocks: [],
  problem: null,
}

describe('the words of a time stamp', () => {
  it('name the signer and the root to compare, and what is to be said of the certificate', () => {
    expect(stampWords(stamp).lines).toEqual([
      'They existed at that time, says Stamp 1, Authority.',
      expect.stringContaining(`Root, Authority. Compare that one’s fingerprint`),
    ])
    expect(stampWords({ ...stamp, certificate: 'expired since' }).lines).toHaveLength(3)
    expect(stampWords({ ...stamp, certificate: 'not valid then' }).lines.at(-1)).toContain('proves little')
  })

  it('say that a block has to be compared elsewhere', () => {
    const blocks = [{ height: 900_000, merkleRoot: 'ef'.repeat(32) }]
    const [line] = stampWords({ ...stamp, kind: 'opentimestamps', statedAt: null, blocks }).lines
    expect(line).toContain('block 900000 of Bitcoin')
    expect(line).toContain('Compare it in any block explorer.')
  })

  it('name everything that can be wrong, by the code of the contract', () => {
    const words = stampProblems.map((problem) => stampProblemWords(problem.replaceAll(' ', '_')))
    expect(new Set(words).size).toBe(stampProblems.length)
    expect(words).not.toContain(null)
    expect(stampProblemWords('something')).toBeNull()
    expect(stampWords({ ...stamp, problem: 'bad signature' }).title).toContain('no longer valid')
  })
})
