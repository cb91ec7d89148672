import { describe, expect, it } from 'vitest'
import { copyInsideWords, newestCopyWords } from './copyProblemWords.ts'

const ofNote = { kind: 'unreadable', clientId: 'c', sessionId: 's' } as const

describe('what is wrong with a copy', () => {
  it.each([
    [{ kind: 'damage' }, 'damaged in places'],
    [{ kind: 'other rows' }, 'does not hold all the records'],
    [ofNote, 'One session, or more'],
    [{ ...ofNote, sessionId: null }, 'one client'],
    [{ kind: 'chain', sequence: 7 }, 'From signature 7 on'],
  ] as const)('%o / is said of a copy that is looked into', (problem, words) => {
    expect(copyInsideWords(problem)).toContain(words)
  })

  it.each([
    [{ kind: 'damage' }, null, 'The newest copy is damaged'],
    [{ kind: 'other rows' }, null, 'The newest copy is not complete'],
    [{ kind: 'chain', sequence: 7 }, null, 'Signature 7 does not fit the one before it'],
    [ofNote, null, 'A note without a client can’t be read'],
    [ofNote, { isNote: true, day: null }, 'A note can’t be read'],
    [ofNote, { isNote: true, day: '3 May 2026' }, 'A note of 3 May 2026 can’t be read'],
    [ofNote, { isNote: false, day: null }, 'The record of a client can’t be read'],
  ] as const)('%o of %o / is said of the newest copy: the backups before it are there', (problem, of, title) => {
    const words = newestCopyWords(problem, of)
    expect(words.title).toBe(title)
    expect(words.text).toContain('The backups before it are still there.')
  })
})
