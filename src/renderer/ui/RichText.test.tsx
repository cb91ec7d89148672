import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { anyDocument, holdsInOrder, textsOf } from '../../../tests/fixtures/arbitraryDocuments.ts'
import type { Inline, Mark } from '#shared/domain/note/document.ts'
import { RichText } from './RichText.tsx'

const carried: Mark = {
  type: 'carried',
  attrs: { sessionId: '01900000-0000-7000-8000-00000000000f', date: '2026-11-09' },
}
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks })

/** The words as a browser shows them. */
const readable = (html: string) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

describe('a note that is read', () => {
  it('names the source of unconfirmed text once, after the text', () => {
    const content = [text('Headaches ', carried), text('two a week.', carried, { type: 'bold' }), text(' Woke once.')]
    const html = renderToStaticMarkup(
      <RichText document={{ type: 'doc', content: [{ type: 'paragraph', content }] }} />,
    )
    expect(readable(html)).toBe('Headaches two a week. (from 9 Nov 2026, not confirmed) Woke once.')
    expect(html.match(/<mark/gu)).toHaveLength(2)
  })

  it('has every character of any document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const html = renderToStaticMarkup(<RichText document={document} />)
        expect(holdsInOrder(readable(html), textsOf(document.content))).toBe(true)
      }),
    )
  })
})
