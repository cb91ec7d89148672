import { describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/contract.ts'
import { chainProblems } from '#shared/domain/record/chain.ts'
import { Failure } from '#renderer/bridge/bridge.ts'
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
  kind: 'amendment' as const,
  sessionId: null,
  clientName: 'Mara Sample',
  serviceStart: '2026-11-09T14:00',
  signedAt: '2026-11-09T15:00:00.000Z',
}

/** Runs a verification against answers by their beginning, until it ends or is stopped. */
async function verified(answers: Readonly<Record<number, Answer | Error>>, stopAt?: number) {
  const told: VerificationState[] = []
  const asked: number[] = []
  const stop = new AbortController()
  const check = (from: number): Promise<Answer> => {
    asked.push(from)
    if (from === stopAt) stop.abort()
    const answer = answers[from] ?? new Error(`nothing is at ${from}`)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  await verifyRecord({ check, tell: (state) => told.push(state), signal: stop.signal })
  return { told, asked }
}

describe('verifying', () => {
  it('goes on from where each stretch ended, tells how far it is, and ends with the newest fingerprint', async () => {
    const { told, asked } = await verified({ 0: stretch(200), 200: stretch(400), 400: stretch(450, { isDone: true }) })
    expect(asked).toEqual([0, 200, 400])
    expect(told).toEqual([
      { kind: 'checking', checked: 200, total: 450 },
      { kind: 'checking', checked: 400, total: 450 },
      { kind: 'intact', total: 450, newestFingerprint: 'ab'.repeat(32) },
    ])
  })

  it('ends at the first that does not fit', async () => {
    const { told, asked } = await verified({ 0: stretch(200), 200: stretch(200, { misfit }) })
    expect(asked).toEqual([0, 200])
    expect(told.at(-1)).toEqual({ kind: 'misfit', misfit, before: 200 })
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
    expect(misfitTitle({ ...misfit, kind: 'note', serviceStart: null })).toBe(
      'Signature 201 does not fit: the note, Mara Sample',
    )
  })

  it('count the signatures that fit', () => {
    expect([0, 1, 214].map(allFit)).toEqual([
      'Nothing is signed yet.',
      'The one signature fits.',
      'All 214 signatures fit.',
    ])
  })
})
