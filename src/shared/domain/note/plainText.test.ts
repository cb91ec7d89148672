import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument, holdsInOrder, textsOf } from '../../../../tests/fixtures/arbitraryDocuments.ts'
import type { Block, NoteDocument } from './document.ts'
import { emptyDocument, noteDocument } from './document.ts'
import { documentFromText, isEmptyDocument, plainText } from './plainText.ts'

const documentOf = (...content: Block[]): NoteDocument => ({ type: 'doc', content })
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('plain text', () => {
  it('has a line for each block and break', () => {
    const document = documentOf(
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Palpation' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Firm, ' },
          { type: 'text', text: 'tender', marks: [{ type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'at the angle.' },
        ],
      },
      { type: 'paragraph' },
      paragraph('End.'),
    )
    expect(plainText(document)).toBe('Palpation\nFirm, tender\nat the angle.\n\nEnd.')
  })

  it('keeps bullets, numbers and what is nested', () => {
    const document = documentOf({
      type: 'orderedList',
      attrs: { start: 9 },
      content: [
        { type: 'listItem', content: [paragraph('nine')] },
        {
          type: 'listItem',
          content: [
            paragraph('ten'),
            { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('inside')] }] },
          ],
        },
      ],
    })
    expect(plainText(document)).toBe('9. nine\n10. ten\n    • inside')
  })

  it('loses no character of any document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(holdsInOrder(plainText(document), textsOf(document.content))).toBe(true)
      }),
    )
  })

  it('comes back the same from a document made of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const document = documentFromText(text)
        expect(noteDocument.safeParse(document).success).toBe(true)
        expect(plainText(document)).toBe(text)
      }),
    )
  })
})

describe('an empty document', () => {
  it('has nothing but blanks in it', () => {
    expect(isEmptyDocument(emptyDocument)).toBe(true)
    expect(isEmptyDocument(documentOf())).toBe(true)
    expect(
      isEmptyDocument(documentOf(paragraph(' \u00a0'), { type: 'paragraph', content: [{ type: 'hardBreak' }] })),
    ).toBe(true)
    expect(isEmptyDocument(documentOf({ type: 'paragraph' }, paragraph('.')))).toBe(false)
  })
})
