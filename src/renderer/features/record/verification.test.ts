import { describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/contract.ts'
import type { FindingPlace, RecordFinding } from '#shared/contract/record.ts'
import { chainProblems } from '#shared/domain/record/chain.ts'
import { Failure } from '#renderer/bridge/bridge.ts'
import { allRecordFindingKinds, mostSequences } from '#shared/domain/record/recordFindings.ts'
import { findingWords, isProblem } from './findingWords.ts'
import { verifyRecord, type VerificationState } from './verification.ts'
import { allFit, misfitTitle, problemWords } from './verifyWords.ts'

type Answer = Output<'record:verify'>

const stretch = (checkedTo: number, changes: Partial<Answer> = {}): Answer => ({
  checkedTo,
  total: 450,
  isDone: false,
  misfit: null,
  newestFingerprint: 'ab'.repeat(32),
  ...changes,
})

const misfit = {
  sequence: 201,
  problem: 'fingerprint' as const,
  kind: 'amendment',
  kindName: 'amendment of the note',
  sessionId: null,
  clientName: 'Mara Sample',
  serviceStart: '2026-11-09T14:00',
  signedAt: '2026-11-09T15:00:00.000Z',
}

/** Runs a verification against answers by their beginning, until it ends or is stopped. */
async function verified(
  answers: Readonly<Record<number, Answer | Error>>,
  stopAt?: number,
  findings: readonly RecordFinding[] = [],
) {
  const told: VerificationState[] = []
  const asked: number[] = []
  const stop = new AbortController()
  const check = (from: number): Promise<Answer> => {
    asked.push(from)
    if (from === stopAt) stop.abort()
    const answer = answers[from] ?? new Error(`nothing is at ${from}`)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  // One finding at each look.
  const find = ({ look }: FindingPlace) => {
    const isLast = look + 1 >= findings.length
    return Promise.resolve({
      findings: findings.slice(look, look + 1),
      next: isLast ? null : { look: look + 1, after: null },
    })
  }
  await verifyRecord({ check, find, tell: (state) => told.push(state), signal: stop.signal })
  return { told, asked }
}

describe('verifying', () => {
  it('goes on from where each stretch ended, tells how far it is, and ends with the newest fingerprint', async () => {
    const { told, asked } = await verified({ 0: stretch(200), 200: stretch(400), 400: stretch(450, { isDone: true }) })
    expect(asked).toEqual([0, 200, 400])
    expect(told).toEqual([
      { kind: 'checking', checked: 200, total: 450 },
      { kind: 'checking', checked: 400, total: 450 },
      { kind: 'intact', total: 450, newestFingerprint: 'ab'.repeat(32), findings: [] },
    ])
  })

  it('ends at the first that does not fit', async () => {
    const { told, asked } = await verified({ 0: stretch(200), 200: stretch(200, { misfit }) })
    expect(asked).toEqual([0, 200])
    expect(told.at(-1)).toEqual({ kind: 'misfit', misfit, before: 200, findings: [] })
  })

  it('tells what was found beyond the chain, whether the chain fits or not', async () => {
    const gone: RecordFinding = { kind: 'signatures gone', count: 2, sequences: [451, 452] }
    const intact = await verified({ 0: stretch(450, { isDone: true }) }, undefined, [gone])
    expect(intact.told.at(-1)).toMatchObject({ kind: 'intact', findings: [gone] })
    const broken = await verified({ 0: stretch(200, { misfit }) }, undefined, [gone])
    expect(broken.told.at(-1)).toMatchObject({ kind: 'misfit', findings: [gone] })
  })

  it('joins what several looks found of one kind, in the order of the kinds', async () => {
    const { told } = await verified({ 0: stretch(450, { isDone: true }) }, undefined, [
      { kind: 'dated before', count: 1, sequences: [7] },
      { kind: 'seals not valid', count: 2, sequences: [3, 4] },
      { kind: 'seals not valid', count: 30, sequences: Array.from({ length: mostSequences }, (_, at) => 200 + at) },
    ])
    expect(told.at(-1)).toMatchObject({
      findings: [
        { kind: 'seals not valid', count: 32, sequences: [3, 4, ...Array.from({ length: 18 }, (_, at) => 200 + at)] },
        { kind: 'dated before', count: 1, sequences: [7] },
      ],
    })
  })

  it('asks and tells nothing more once it is stopped', async () => {
    const { told, asked } = await verified({ 0: stretch(200), 200: stretch(400), 400: stretch(450) }, 200)
    expect(asked).toEqual([0, 200])
    expect(told.at(-1)).toEqual({ kind: 'checking', checked: 200, total: 450 })
  })

  it('tells a failure', async () => {
    const failure = new Failure({ code: 'LOCKED' })
    const { told } = await verified({ 0: stretch(200), 200: failure })
    expect(told.at(-1)).toEqual({ kind: 'failed', failure })
  })
})

describe('the words', () => {
  it('say for every problem what was found, what it means and what to do', () => {
    for (const problem of chainProblems) {
      for (const sentence of Object.values(problemWords(problem))) expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
    }
    expect(new Set(chainProblems.map((problem) => problemWords(problem).found)).size).toBe(chainProblems.length)
  })

  it('name what does not fit', () => {
    expect(misfitTitle(misfit)).toBe('Signature 201 does not fit: the amendment of the note of 9 Nov 2026, Mara Sample')
    expect(misfitTitle({ ...misfit, kind: 'note', kindName: 'note', serviceStart: null })).toBe(
      'Signature 201 does not fit: the note, Mara Sample',
    )
  })

  it('say for every finding what was found and what it means', () => {
    const words = allRecordFindingKinds.map((kind) => findingWords({ kind, count: 1, sequences: [7] }))
    for (const { found, meaning } of words) {
      for (const sentence of [found, meaning]) expect(sentence).toMatch(/^[\p{Lu}\d].+\.$/u)
    }
    expect(new Set(words.map(({ found }) => found)).size).toBe(words.length)
  })

  it('name the signatures that are dated before the one before them, and call that no problem', () => {
    const one: RecordFinding = { kind: 'dated before', count: 1, sequences: [4] }
    expect(findingWords(one).found).toBe('1 signature is dated before the one before it: 4.')
    const many = Array.from({ length: mostSequences }, (_, place) => place + 2)
    expect(findingWords({ ...one, count: 3, sequences: [4, 9, 12] }).found).toBe(
      '3 signatures are dated before the one before them: 4, 9 and 12.',
    )
    expect(findingWords({ ...one, count: 90, sequences: many }).found).toMatch(/: 2, 3, .+, 21 and 70 more\.$/u)
    expect(isProblem(one)).toBe(false)
    expect(isProblem({ kind: 'signatures gone', count: 1, sequences: [4] })).toBe(true)
  })

  it('count the signatures that fit', () => {
    expect([0, 1, 214].map(allFit)).toEqual([
      'Nothing is signed yet.',
      'The one signature fits.',
      'All 214 signatures fit.',
    ])
  })
})
