import { describe, expect, it } from 'vitest'
import { carried } from '#shared/domain/note/carried.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import type { SignQuestion } from '#shared/domain/record/signQuestions.ts'
import { answersOf, signRows } from './signRows.ts'

const text: SignQuestion = { question: 'unconfirmed text', section: 'plan', amount: 1 }
const same: SignQuestion = { question: 'same as last time', section: 'plan', amount: 96 }
const blanks: SignQuestion = { question: 'open blanks', section: 'plan', amount: 2 }
const findings: SignQuestion = { question: 'unconfirmed findings', section: null, amount: 1 }
const clock: SignQuestion = { question: 'clock set back', section: null, amount: null }

const id = '01900000-0000-7000-8000-000000000001'
const plan = (...dates: string[]) => ({
  section: 'plan' as const,
  document: {
    type: 'doc' as const,
    content: dates.flatMap((date) => carried(documentFromText('Weekly.'), { sessionId: id, date }).content),
  },
  plainText: 'Weekly.',
  updatedAt: null,
})
const rowsOf = (questions: SignQuestion[], sections = [plan('2026-11-09')]) =>
  signRows(
    { questions, lastVisitAt: '2026-11-09T14:00', lastSignedAt: null, lastSignedOffset: null },
    { sections },
    '2026-11-23',
  )

describe('the questions before a signature, as rows', () => {
  it('name the place and say what is open', () => {
    expect(rowsOf([same, findings, clock]).map(({ place, words, goesTo }) => [place, words, goesTo])).toEqual([
      ['Plan', '96% the same as on 9 Nov', 'plan'],
      ['Body map', '1 finding from last visit, not confirmed', 'map'],
      ['Clock', 'set before the newest signature', null],
    ])
  })

  it('ask once about text that was taken over and is the same; its blanks are another matter', () => {
    const rows = rowsOf([text, same, blanks])
    expect(rows.map(({ words }) => words)).toEqual([
      '1 passage from 9 Nov, not confirmed; 96% the same as on 9 Nov',
      '2 blanks not filled in',
    ])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2)
  })

  it('name text of several visits without a date', () => {
    expect(rowsOf([text], [plan('2026-11-09', '2026-11-02')])[0]?.words).toBe(
      '1 passage from earlier visits, not confirmed',
    )
  })

  it('give an answer to each question of a row that was decided', () => {
    const rows = rowsOf([text, same, findings])
    const key = rows[0]?.key ?? ''
    expect(answersOf(rows, { [key]: 'confirmed' })).toEqual([
      { ...text, decision: 'confirmed' },
      { ...same, decision: 'confirmed' },
    ])
  })
})
