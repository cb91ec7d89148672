import { describe, expect, it } from 'vitest'
import { emptyDocument, noteDocument } from './document.ts'

const documentOf = (...content: unknown[]) => ({ type: 'doc', content })
const text = (value: string, marks?: unknown) => ({
  type: 'text',
  text: value,
  ...(marks === undefined ? {} : { marks }),
})
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const takes = (document: unknown) => noteDocument.safeParse(document).success

describe('a section’s document', () => {
  it('holds paragraphs, headings, lists in lists, breaks, bold, italic and links to marks', () => {
    const inner = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('deep'))] }] }
    expect(
      takes(
        documentOf(
          { type: 'heading', attrs: { level: 2 }, content: [text('Observation')] },
          paragraph(text('a', [{ type: 'bold' }, { type: 'italic' }]), { type: 'hardBreak' }, text('b')),
          {
            type: 'orderedList',
            attrs: { start: 3, type: null },
            content: [{ type: 'listItem', content: [paragraph(), inner] }],
          },
        ),
      ),
    ).toBe(true)
    const link = { findingId: '01900000-0000-7000-8000-00000000000a', sentence: 'Left jaw: pain.' }
    expect(takes(documentOf(paragraph(text('Left jaw: pain.', [{ type: 'finding', attrs: link }]))))).toBe(true)
    expect(takes(emptyDocument)).toBe(true)
    expect(takes(documentOf())).toBe(true)
  })

  it.each([
    ['another root', { type: 'paragraph' }],
    ['a node that it does not know', documentOf({ type: 'image', attrs: { src: 'x' } })],
    ['a script', documentOf({ type: 'script', content: [text('alert(1)')] })],
    [
      'a mark that it does not know',
      documentOf(paragraph(text('a', [{ type: 'link', attrs: { href: 'javascript:1' } }]))),
    ],
    [
      'a link to something that is no mark',
      documentOf(paragraph(text('a', [{ type: 'finding', attrs: { findingId: 'javascript:1', sentence: 'a' } }]))),
    ],
    ['a link without its words', documentOf(paragraph(text('a', [{ type: 'finding' }])))],
    ['an attribute that it does not know', documentOf({ type: 'paragraph', attrs: { style: 'x' } })],
    ['a heading of level 4', documentOf({ type: 'heading', attrs: { level: 4 } })],
    ['an empty text', documentOf(paragraph(text('')))],
    ['half of a surrogate pair', documentOf(paragraph(text('a\udc00')))],
    ['an empty list', documentOf({ type: 'bulletList', content: [] })],
    ['text outside of a block', documentOf(text('a'))],
    ['a list item outside of a list', documentOf({ type: 'listItem', content: [paragraph()] })],
    ['a number for a text', documentOf(paragraph({ type: 'text', text: 5 }))],
  ])('refuses %s', (_, document) => {
    expect(takes(document)).toBe(false)
  })
})
