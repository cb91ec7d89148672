import { describe, expect, it } from 'vitest'
import { noMeasures } from '../measures.ts'
import type { NoteDocument } from '../note/document.ts'
import { documentFromText, plainText } from '../note/plainText.ts'
import { amendedParts } from '../note/parts.ts'
import { amendmentsOf, currentDocument, currentWords, partText, type Addition, type AmendableNote } from './partText.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const ofPlan = { part: 'plan', addendumId: null } as const

const rich: NoteDocument = {
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'Right hip: ', marks: [{ type: 'bold' }] },
                {
                  type: 'text',
                  text: 'firm.',
                  marks: [{ type: 'finding', attrs: { findingId: id(9), sentence: 'firm.' } }, { type: 'italic' }],
                },
                { type: 'hardBreak' },
                {
                  type: 'text',
                  text: 'As before.',
                  marks: [{ type: 'carried', attrs: { sessionId: id(8), date: '2026-11-09' } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
}

const note: AmendableNote = {
  details: { serviceStart: '2026-11-09T14:00', lengthMinutes: 75, place: 'visit', visitAddress: '4 Mill Lane\nAsh' },
  lateEntryReason: 'Charted on paper',
  painBefore: null,
  painAfter: null,
  measures: noMeasures,
  techniques: [],
  homework: [],
  treatedAreas: [],
  findings: [],
  sections: [
    { section: 'objective', document: rich, plainText: plainText(rich) },
    { section: 'plan', document: null, plainText: 'Weekly.\nAgain.' },
  ],
  addenda: [],
}

const addition = (number: number, changes: Partial<Addition>): Addition => ({
  id: id(number),
  kind: 'addendum',
  correction: null,
  document: documentFromText('Telephoned.'),
  plainText: 'Telephoned.',
  signature: {},
  ...changes,
})
const amendment = (number: number, text: string, changes: Partial<Addition> = {}) =>
  addition(number, {
    kind: 'amendment',
    correction: ofPlan,
    document: documentFromText(text),
    plainText: text,
    ...changes,
  })

describe('the words of a part', () => {
  it('are those that were signed, a line for each thing', () => {
    expect(partText(note, 'details')).toBe(
      'Date and time: 9 November 2026, 14:00\nLength: 75 min\nPlace: Visit, 4 Mill Lane Ash\nLate entry: Charted on paper',
    )
    expect(partText(note, 'objective')).toBe('• Right hip: firm.\n  As before.')
    expect(partText(note, 'plan')).toBe('Weekly.\nAgain.')
  })

  it('are none where nothing is in it', () => {
    const empty = { ...note, sections: [] }
    for (const part of amendedParts) if (part !== 'details') expect(partText(empty, part)).toBe('')
  })
})

describe('the words that hold now', () => {
  it('are the part’s own until it is amended, then those of its newest signed amendment', () => {
    expect(currentWords(note, ofPlan)).toBe('Weekly.\nAgain.')
    const addenda = [
      amendment(1, 'Monthly.'),
      amendment(2, 'Never.'),
      amendment(3, 'A draft.', { signature: null }),
      amendment(4, 'Of something else.', { correction: { part: 'objective', addendumId: null } }),
    ]
    expect(currentWords({ ...note, addenda }, ofPlan)).toBe('Never.')
    expect(amendmentsOf(addenda, ofPlan).map((one) => one.id)).toEqual([id(1), id(2)])
  })

  it('of an addendum are its own until it is amended', () => {
    const target = { part: null, addendumId: id(1) }
    const addenda = [addition(1, {}), addition(2, {})]
    expect(currentWords({ ...note, addenda }, target)).toBe('Telephoned.')
    const amended = [...addenda, amendment(3, 'Wrote.', { correction: target })]
    expect(currentWords({ ...note, addenda: amended }, target)).toBe('Wrote.')
    expect(currentWords({ ...note, addenda: amended }, { part: null, addendumId: id(2) })).toBe('Telephoned.')
  })
})

describe('the document that an amendment begins with', () => {
  it('keeps bold, italic and lists, and nothing that links to a mark or only a draft has', () => {
    const document = currentDocument(note, { part: 'objective', addendumId: null })
    expect(plainText(document)).toBe(plainText(rich))
    const marks = JSON.stringify(document).match(/"type":"(bold|italic|finding|carried|blank)"/gu)
    expect(marks).toEqual(['"type":"bold"', '"type":"italic"'])
  })

  it('is plain text where the stored one cannot be read, and empty where nothing is', () => {
    expect(currentDocument(note, ofPlan)).toEqual(documentFromText('Weekly.\nAgain.'))
    expect(plainText(currentDocument(note, { part: 'measures', addendumId: null }))).toBe('')
  })

  it('is that of the newest amendment', () => {
    const addenda = [amendment(1, 'Monthly.')]
    expect(currentDocument({ ...note, addenda }, ofPlan)).toEqual(documentFromText('Monthly.'))
  })
})
