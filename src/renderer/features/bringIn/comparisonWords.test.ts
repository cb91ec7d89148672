import { describe, expect, it } from 'vitest'
import type { CopyComparison, OtherRecord } from '#shared/contract/copies.ts'
import {
  additionWords,
  bringInWords,
  differenceWords,
  nothingWords,
  recordWords,
  thereWords,
} from './comparisonWords.ts'

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

  it.each<[OtherRecord['what'], RegExp]>([
    [
      { kind: 'health review', review: 'intake', signerName: 'Ada Moreno' },
      /^Health intake, signed there .*14:00 by Ada Moreno$/u,
    ],
    [{ kind: 'health review', review: 'nothing changed', signerName: null }, /nothing changed, signed there .*14:00$/u],
    [
      { kind: 'safety decision', wording: 'Cancer', decision: 'cleared with limits', remark: 'Light pressure' },
      /^“The doctor agrees, with limits”, decided there .*14:00 about “Cancer”\. Light pressure$/u,
    ],
    [{ kind: 'safety decision', wording: 'Cancer', decision: 'later', remark: '' }, /^“later”, decided there/u],
    [{ kind: 'consent', name: 'Treatment' }, /^Consent “Treatment”, given there .*14:00$/u],
    [
      { kind: 'withdrawal', name: 'Treatment', cause: 'withdrawn', remark: 'By phone' },
      /^Consent “Treatment”, withdrawn there .*14:00\. By phone$/u,
    ],
    [
      { kind: 'withdrawal', name: 'Treatment', cause: 'plan changed', remark: '' },
      /^Consent “Treatment”, ended there .*14:00 because the plan changed$/u,
    ],
    [
      { kind: 'lack', name: 'Treatment', reason: 'Agreed aloud', serviceStart: '2026-11-23T12:00' },
      /^Visit of .*12:00 signed there without the consent “Treatment”\. Agreed aloud$/u,
    ],
    [
      { kind: 'provider', name: 'Dr Holt', role: 'GP', mayRelease: true, state: 'missing' },
      /^Provider Dr Holt, GP, added there .*14:00: the record may be shared$/u,
    ],
    [
      { kind: 'provider', name: 'Dr Holt', role: '', mayRelease: false, state: 'other' },
      /^Provider Dr Holt, changed there .*14:00: no consent to share the record$/u,
    ],
    [
      { kind: 'household', name: 'Jon Moss', phone: '555 0100', relation: 'parent', state: 'missing' },
      /^Parent Jon Moss, 555 0100, added there .*14:00$/u,
    ],
    [{ kind: 'erasure' }, /^Erased there .*14:00, and still here$/u],
  ])('something of a client, %j / says what, and when', (what, words) => {
    expect(recordWords({ what, at: '2026-11-23T14:00:00.000Z', atOffset: 0 })).toMatch(words)
  })

  it('a link that was removed there / says so, without a time', () => {
    const said = [
      { kind: 'provider', name: 'Dr Holt', role: 'GP', mayRelease: true, state: 'removed' },
      { kind: 'household', name: 'Jon Moss', phone: '', relation: 'godparent', state: 'removed' },
    ] as const
    expect(said.map((what) => recordWords({ what, at: null, atOffset: null }))).toEqual([
      'Provider Dr Holt, taken out there',
      'godparent Jon Moss, taken out there',
    ])
  })

  it('nothing to bring in / says that there is nothing only where nothing is listed either', () => {
    const none: CopyComparison = {
      sessions: [],
      newClients: [],
      differences: [],
      additions: [],
      records: [],
      erased: 0,
    }
    const whose = { clientId: 'a', clientName: 'Ruth Moss', isHere: true, at: null, atOffset: null }
    expect(nothingWords(none)).toMatch(/^There is nothing/u)
    expect(nothingWords({ ...none, records: [{ ...whose, what: { kind: 'erasure' } }] })).toMatch(/listed below\.$/u)
    expect(nothingWords({ ...none, newClients: [{ id: 'a', name: 'Ruth Moss' }] })).toBeNull()
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
