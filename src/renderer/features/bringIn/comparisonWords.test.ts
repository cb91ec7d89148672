import { describe, expect, it } from 'vitest'
import { additionWords, bringInWords, differenceWords, thereWords } from './comparisonWords.ts'

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
      /by Ada Moreno · 2 additions there, listed below$/u,
    ],
  ])('a session with the signature %j and %d additions', (signature, additions, words) => {
    expect(thereWords({ signature, additions })).toMatch(words)
  })

  it.each([
    ['addendum', null, true, /^Addendum, signed there .*14:00 by Ada Moreno$/u],
    ['addendum', null, false, /^Addendum, a draft there from .*13:00$/u],
    ['amendment', 'plan', true, /^Amendment of Plan, signed there/u],
    ['amendment', null, true, /^Amendment of an addendum, signed there/u],
  ] as const)('an %s of the part %j, signed: %s / says what it is', (kind, part, isSigned, words) => {
    const signature = { signedAt: '2026-11-23T14:00:00.000Z', signedOffset: 0, signerName: 'Ada Moreno' }
    const addition = {
      id: '01900000-0000-7000-8000-00000000000b',
      sessionId: '01900000-0000-7000-8000-00000000000a',
      clientName: 'Ruth Moss',
      serviceStart: '2026-11-23T12:00',
      kind,
      part,
      reason: '',
      plainText: 'Words',
      createdAt: '2026-11-23T13:00:00.000Z',
      createdOffset: 0,
      signature: isSigned ? signature : null,
      isNoteHere: true,
    }
    expect(additionWords(addition)).toMatch(words)
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
