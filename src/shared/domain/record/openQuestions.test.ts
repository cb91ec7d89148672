import { describe, expect, it } from 'vitest'
import { carried } from '../note/carried.ts'
import type { Inline, NoteDocument } from '../note/document.ts'
import { documentFromText, plainText } from '../note/plainText.ts'
import type { SectionId } from '../note/sections.ts'
import { openQuestions, type AskedAgainst, type AskedDraft } from './openQuestions.ts'

const now = '2026-11-23T14:00:00.000Z'
const from = { sessionId: '01900000-0000-7000-8000-000000000001', date: '2026-11-09' }
const text = 'Headaches start behind the right eye in the afternoon.'

const section = (id: SectionId, document: NoteDocument) => ({ section: id, document, plainText: plainText(document) })
const draft = (parts: Partial<AskedDraft>): AskedDraft => ({
  sections: [],
  findings: [],
  techniques: [],
  homework: [],
  details: { lengthMinutes: 60 },
  timedSpans: [],
  ...parts,
})
const ask = (parts: Partial<AskedDraft>, against: Partial<AskedAgainst> = {}) =>
  openQuestions(draft(parts), { lastVisit: [], lastSignedAt: null, now, ...against })
const last = (words: string, id: SectionId = 'plan') => ({ lastVisit: [{ section: id, plainText: words }] })

describe('before a note is signed', () => {
  it('nothing is asked of a note of its own words', () => {
    const sections = [section('plan', documentFromText(text))]
    expect(ask({ sections }, { ...last('Come again in a week, if it lasts.'), lastSignedAt: now })).toEqual([])
  })

  it('each passage that was taken over and not confirmed counts, section by section', () => {
    const carriedText = carried(documentFromText('Weekly.\nDoorway stretch.'), from)
    const sections = [section('plan', carriedText), section('subjective', carried(documentFromText('Sore.'), from))]
    expect(ask({ sections })).toEqual([
      { question: 'unconfirmed text', section: 'subjective', amount: 1 },
      { question: 'unconfirmed text', section: 'plan', amount: 2 },
    ])
  })

  it('findings, techniques and homework that were taken over count together', () => {
    const findings = [{ isConfirmed: false }, { isConfirmed: true }, { isConfirmed: false }]
    const techniques = [{ carriedFrom: '2026-11-09' }, { carriedFrom: null }]
    const homework = [{ carriedFrom: '2026-11-09' }]
    expect(ask({ findings, techniques, homework })).toEqual([
      { question: 'unconfirmed findings', section: null, amount: 2 },
      { question: 'unconfirmed items', section: null, amount: 2 },
    ])
  })

  it('a section is asked about when over 90 % of its words are last time’s', () => {
    const same = (words: string) => ask({ sections: [section('plan', documentFromText(words))] }, last(text))
    expect(same(text)).toEqual([{ question: 'same as last time', section: 'plan', amount: 100 }])
    expect(same(`${text} Twice.`)).toEqual([{ question: 'same as last time', section: 'plan', amount: 95 }])
    // Nine words of ten: 90 %, which is not over it.
    const ten = `${text} Again.`
    const nine = ten.replace('Again', 'Never')
    expect(ask({ sections: [section('plan', documentFromText(nine))] }, last(ten))).toEqual([])
  })

  it('a timer that nobody stopped is asked about, one that ran over by a little is not', () => {
    const since = (startedAt: string) => {
      const span = { id: from.sessionId, treatedAreaId: null, startedAt, endedAt: null }
      return ask({ timedSpans: [span] })
    }
    expect(since('2026-11-22T18:00:00.000Z')).toEqual([{ question: 'timed long', section: null, amount: 20 }])
    expect(since('2026-11-23T12:00:00.000Z')).toEqual([])
    expect(since('2026-11-23T11:58:00.000Z')).toEqual([{ question: 'timed long', section: null, amount: 2 }])
  })

  it('the words of another section are not compared', () => {
    const sections = [section('plan', documentFromText(text))]
    expect(ask({ sections }, last(text, 'assessment'))).toEqual([])
  })

  it('a few words may be the same every time', () => {
    const sections = [section('plan', documentFromText('Weekly, as it was.'))]
    expect(ask({ sections }, last('Weekly, as it was.'))).toEqual([])
  })

  it('blanks of one paragraph are distinguished, and one with bold words in it is one', () => {
    const blank = (id: string) => ({ type: 'blank' as const, attrs: { id, kind: 'side' as const, choices: [] } })
    const content: Inline[] = [
      { type: 'text', text: 'Pain on the ' },
      { type: 'text', text: 'si', marks: [blank('a')] },
      { type: 'text', text: 'de', marks: [{ type: 'bold' }, blank('a')] },
      { type: 'text', text: 'region', marks: [blank('b')] },
      { type: 'text', text: ', ' },
      { type: 'text', text: 'side', marks: [blank('a')] },
    ]
    const item = { type: 'listItem' as const, content: [{ type: 'paragraph' as const, content }] }
    const document: NoteDocument = { type: 'doc', content: [{ type: 'bulletList', content: [item] }] }
    expect(ask({ sections: [section('objective', document)] })).toEqual([
      { question: 'open blanks', section: 'objective', amount: 3 },
    ])
  })

  it('a clock before the newest signature is asked about', () => {
    expect(ask({}, { lastSignedAt: '2026-11-23T14:00:00.001Z' })).toEqual([
      { question: 'clock set back', section: null, amount: null },
    ])
    expect(ask({}, { lastSignedAt: now })).toEqual([])
  })

  it('a section that cannot be read is not asked about', () => {
    const sections = [{ section: 'plan' as const, document: null, plainText: text }]
    expect(ask({ sections }, last(text))).toEqual([])
  })
})
