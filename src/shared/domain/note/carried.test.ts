import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument, holdsInOrder } from '../../../../tests/fixtures/arbitraryDocuments.ts'
import { carried, carriedRuns, confirmed, withoutUneditedSentences, type CarriedFrom } from './carried.ts'
import { noteDocument, schemaVersionOf, type Inline, type Mark, type NoteDocument } from './document.ts'
import { follows, linkedSentences } from './linkedSentences.ts'
import { plainText } from './plainText.ts'

const from: CarriedFrom = { sessionId: '01900000-0000-7000-8000-00000000000f', date: '2026-11-09' }
const findingId = '01900000-0000-7000-8000-00000000000a'

const documentOf = (...content: Inline[]): NoteDocument => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const plain = (text: string, marks?: Mark[]): Inline => ({ type: 'text', text, ...(marks && { marks }) })
const linked = (text: string, sentence = text): Inline =>
  plain(text, [{ type: 'finding', attrs: { findingId, sentence } }])

describe('a document that is taken over', () => {
  it('keeps its words, and every one of them is marked', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const taken = carried(document, from)
        expect(noteDocument.safeParse(taken).success).toBe(true)
        expect(plainText(taken)).toBe(plainText(document))
        const hasText = JSON.stringify(document).includes('"text":')
        expect(carriedRuns(taken).length > 0).toBe(hasText)
        for (const run of carriedRuns(taken)) expect(run).toMatchObject(from)
        expect(linkedSentences(taken)).toEqual([])
      }),
    )
  })

  it('keeps its words when it is confirmed, and nothing is marked any more', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const done = confirmed(carried(document, from))
        expect(plainText(done)).toBe(plainText(document))
        expect(carriedRuns(done)).toEqual([])
        expect(JSON.stringify(done)).not.toContain('"carried"')
        expect(schemaVersionOf(done)).toBe(JSON.stringify(document).includes('"blank"') ? 3 : 1)
      }),
    )
  })

  it('is one run a block where emphasis or a line break is all that changes', () => {
    const document = documentOf(
      plain('Sleeps ', [{ type: 'bold' }]),
      plain('better.'),
      { type: 'hardBreak' },
      plain('No pain.'),
      { type: 'hardBreak' },
    )
    expect(carriedRuns(carried(document, from))).toEqual([{ ...from, text: 'Sleeps better.\nNo pain.' }])
  })

  it('is parted by what was typed between', () => {
    const mark: Mark = { type: 'carried', attrs: from }
    const document = documentOf(plain('One.', [mark]), plain(' New. '), plain('Two.', [mark]))
    expect(carriedRuns(document).map(({ text }) => text)).toEqual(['One.', 'Two.'])
  })

  it('says the visit that it was taken from last', () => {
    const earlier = { sessionId: '01900000-0000-7000-8000-00000000000e', date: '2026-10-01' }
    const twice = carried(carried(documentOf(plain('Sleeps better.')), earlier), from)
    expect(carriedRuns(twice)).toEqual([{ ...from, text: 'Sleeps better.' }])
  })
})

describe('sentences that follow their marks', () => {
  it('stay behind, with the space that parted them from others', () => {
    const unedited = linked('Left jaw: pain, 4/10 before.')
    const text = (...content: Inline[]) => plainText(withoutUneditedSentences(documentOf(...content)))
    expect(text(unedited, plain(' '), unedited, plain(' Turns 45°.'))).toBe('Turns 45°.')
    expect(text(plain('Turns 45°. '), unedited)).toBe('Turns 45°.')
    expect(text(plain('Turns 45°. '), unedited, plain(' End feel firm.'))).toBe('Turns 45°. End feel firm.')
    expect(text(plain('Jaw ('), unedited, plain(').'))).toBe('Jaw ().')
  })

  it('leave no empty block, but what was empty before stays', () => {
    const unedited = linked('Left jaw: pain.')
    const document: NoteDocument = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [unedited] },
        { type: 'paragraph' },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [unedited] }] }] },
        { type: 'paragraph', content: [plain('Firm.')] },
      ],
    }
    expect(withoutUneditedSentences(document).content).toEqual([
      { type: 'paragraph' },
      { type: 'paragraph', content: [plain('Firm.')] },
    ])
  })

  it('stay where somebody has changed their words', () => {
    const changed = linked('Left jaw: sore.', 'Left jaw: pain.')
    expect(plainText(withoutUneditedSentences(documentOf(changed)))).toBe('Left jaw: sore.')
  })

  it('are all that is left out of any document, but for spaces', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const rest = withoutUneditedSentences(document)
        expect(noteDocument.safeParse(rest).success).toBe(true)
        expect(linkedSentences(rest).filter(follows)).toEqual([])
        const words = (text: string) => text.replace(/[\s\d.•]/gu, '')
        expect(holdsInOrder(words(plainText(document)), [words(plainText(rest))])).toBe(true)
        if (!linkedSentences(document).some(follows)) expect(rest).toEqual(document)
      }),
    )
  })
})
