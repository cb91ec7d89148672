import { describe, expect, it } from 'vitest'
import { sampleFile, sampleSession } from './sampleFile.ts'
import { scopeWords } from './scopeWords.ts'

describe('what a file says that it holds', () => {
  const signed = [sampleSession(2), sampleSession(1)]

  it('counts the sessions and names the period', () => {
    expect(scopeWords(sampleFile(signed))).toBe('2 sessions, newest first. Only signed notes are included.')
    expect(scopeWords(sampleFile([sampleSession(1)], { from: '2026-01-01', to: '2026-12-31' }))).toBe(
      '1 session from 1 January 2026 to 31 December 2026. Only signed notes are included.',
    )
    expect(scopeWords(sampleFile([], { to: '2026-12-31' }))).toMatch(/^No session up to 31 December 2026\./u)
    expect(scopeWords(sampleFile([], { from: '2026-12-31' }))).toMatch(/^No session from 31 December 2026 on\./u)
  })

  it('says how many drafts there are among them', () => {
    const draft = sampleSession(3, { signature: null })
    expect(scopeWords(sampleFile([draft, ...signed], { includeDrafts: true }))).toBe(
      '3 sessions, newest first. 1 of them is an unsigned draft and is marked as such.',
    )
    expect(scopeWords(sampleFile(signed, { includeDrafts: true }))).toContain('Every note is signed.')
  })
})
