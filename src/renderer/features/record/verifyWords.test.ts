import { describe, expect, it } from 'vitest'
import type { RecordFinding } from '#shared/contract/record.ts'
import { allRecordFindingKinds, chainProblems, mostSequences } from '#shared/domain/record/recordFindings.ts'
import { findingWords, isProblem } from './findingWords.ts'
import { allFit, checkedWords, misfitTitle, problemWords } from './verifyWords.ts'

const mismatch = {
  sequence: 201,
  problem: 'fingerprint' as const,
  kind: 'amendment',
  kindName: 'amendment of the note',
  sessionId: null,
  clientName: 'Mara Sample',
  serviceStart: '2026-11-09T14:00',
  signedAt: '2026-11-09T15:00:00.000Z',
}

describe('the words', () => {
  it('say for every problem what was found, what it means and what to do', () => {
    for (const problem of chainProblems) {
      for (const sentence of Object.values(problemWords(problem))) expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
    }
    expect(new Set(chainProblems.map((problem) => problemWords(problem).found)).size).toBe(chainProblems.length)
  })

  it('name what does not fit', () => {
    expect(misfitTitle(mismatch)).toBe(
      'Signature 201 does not fit: the amendment of the note of 9 Nov 2026, Mara Sample',
    )
    expect(misfitTitle({ ...mismatch, kind: 'note', kindName: 'note', serviceStart: null })).toBe(
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

  it('say how far the check is', () => {
    const stages = [
      null,
      { stage: 'signatures', done: 200, total: 450 },
      { stage: 'findings', done: 3, total: 11 },
    ] as const
    expect(stages.map((progress) => checkedWords(progress))).toEqual([
      'Beginning …',
      '200 of 450 signatures checked',
      'Every signature is checked. Now the seals and traces …',
    ])
  })
})
