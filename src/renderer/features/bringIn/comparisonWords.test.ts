import { describe, expect, it } from 'vitest'
import { bringInWords, differenceWords, thereWords } from './comparisonWords.ts'

describe('what is said of another copy', () => {
  it.each([
    [null, 0, 'A draft there'],
    [
      { signedAt: '2026-11-23T14:00:00.000Z', signedOffset: 0, signerName: 'Ada Moreno' },
      0,
      /^Signed there .*14:00 by Ada Moreno$/u,
    ],
    [
      { signedAt: '2026-11-23T14:00:00.000Z', signedOffset: 0, signerName: 'Ada Moreno' },
      2,
      /by Ada Moreno · 2 additions there, not brought in$/u,
    ],
  ])('a session with the signature %j and %d additions', (signature, additions, words) => {
    expect(thereWords({ signature, additions })).toMatch(words)
  })

  it('details that differ / name each field, what is empty there, and no-go areas', () => {
    expect(
      differenceWords({
        id: '01900000-0000-7000-8000-00000000000a',
        name: 'Ruth Moss',
        fields: [
          { field: 'phone', there: '555 0199' },
          { field: 'alert', there: '' },
          { field: 'dateOfBirth', there: '1980-03-02' },
        ],
        areNoGoAreasOther: true,
      }),
    ).toBe('phone “555 0199”, no alert, date of birth “2 Mar 1980”, other no-go areas')
  })

  it.each([
    [1, 0, 'Bring in 1 session'],
    [2, 1, 'Bring in 2 sessions and 1 client'],
    [0, 3, 'Bring in 3 clients'],
    [0, 0, 'Bring in'],
  ])('the button for %d sessions and %d clients', (sessions, clients, words) => {
    expect(bringInWords(sessions, clients)).toBe(words)
  })
})
