import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../../../tests/fixtures/arbitraryDocuments.ts'
import { schemaVersionOf, type Inline, type Mark, type NoteDocument } from './document.ts'
import { follows, linkedSentences } from './linkedSentences.ts'
import { plainText } from './plainText.ts'

const idOf = (letter: string) => `01900000-0000-7000-8000-00000000000${letter}`
const linked = (text: string, letter: string, sentence = text, more: readonly Mark[] = []): Inline => ({
  type: 'text',
  text,
  marks: [...more, { type: 'finding', attrs: { findingId: idOf(letter), sentence } }],
})
const documentOf = (...content: Inline[]): NoteDocument => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const plain = (text: string): Inline => ({ type: 'text', text })

describe('linked sentences', () => {
  it('are found in order, pieces of different emphasis as one', () => {
    const document = documentOf(
      plain('Firm. '),
      linked('Left jaw: ', 'a', 'Left jaw: pain.'),
      linked('pain', 'a', 'Left jaw: pain.', [{ type: 'bold' }]),
      linked('.', 'a', 'Left jaw: pain.'),
      plain(' '),
      linked('Right jaw: sore.', 'b', 'Right jaw: pain.'),
    )
    expect(linkedSentences(document)).toEqual([
      { findingId: idOf('a'), sentence: 'Left jaw: pain.', text: 'Left jaw: pain.' },
      { findingId: idOf('b'), sentence: 'Right jaw: pain.', text: 'Right jaw: sore.' },
    ])
    expect(linkedSentences(document).map(follows)).toEqual([true, false])
  })

  it('are two when a line break or other words part them', () => {
    const parted = documentOf(
      linked('Left', 'a', 'Left jaw.'),
      { type: 'hardBreak' },
      linked(' jaw.', 'a', 'Left jaw.'),
    )
    expect(linkedSentences(parted).map(follows)).toEqual([false, false])
  })

  it('are words like any others for plain text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(plainText(withoutLinks(document))).toBe(plainText(document))
        expect(linkedSentences(withoutLinks(document))).toEqual([])
      }),
    )
  })
})

describe('the version that a document is stored with', () => {
  it('is the second one only where a sentence is linked, the third where text is taken over or blank', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const json = JSON.stringify(document)
        const isThird = json.includes('"carried"') || json.includes('"blank"')
        expect(schemaVersionOf(document)).toBe(isThird ? 3 : json.includes('"finding"') ? 2 : 1)
      }),
    )
  })
})

/** The same document without any link. */
const withoutLinks = (document: NoteDocument): NoteDocument =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'marks' ? (value as Mark[]).filter(({ type }) => type !== 'finding') : value,
  ) as NoteDocument
