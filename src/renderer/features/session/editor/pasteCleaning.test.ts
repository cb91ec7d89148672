import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { cleanBlocks } from './pasteCleaning.ts'
import type { PastedElement, PastedNode } from './pastedInline.ts'

type Attributes = Record<string, string>
type Child = PastedNode | string

const text = (content: string): PastedNode => ({ nodeName: '#text', textContent: content, childNodes: [] })
const comment = (content: string): PastedNode => ({ nodeName: '#comment', textContent: content, childNodes: [] })

/** An element as a browser's inert document would hold it. */
function h(name: string, attributes: Attributes | null, ...children: Child[]): PastedElement {
  const childNodes = children.map((child) => (typeof child === 'string' ? text(child) : child))
  return {
    nodeName: name.toUpperCase(),
    childNodes,
    textContent: childNodes.map((child) => child.textContent ?? '').join(''),
    getAttribute: (attribute) => attributes?.[attribute] ?? null,
  }
}
const body = (...children: Child[]) => h('body', null, ...children)

const wordItem = (level: number, bullet: string, content: string) =>
  h(
    'p',
    { class: 'MsoListParagraph', style: `text-indent:-18pt;mso-list:l0 level${level} lfo1` },
    comment('[if !supportLists]'),
    h('span', { style: 'font-family:Symbol' }, h('span', { style: 'mso-list:Ignore' }, `${bullet}\u00a0\u00a0 `)),
    comment('[endif]'),
    content,
  )

describe('cleaning what is pasted', () => {
  it('keeps paragraphs, headings, bold and italic, and drops every attribute', () => {
    const pasted = body(
      h('h2', { style: 'color:red' }, 'Visit'),
      h('p', { class: 'MsoNormal', onclick: 'steal()' }, 'Pain ', h('b', null, 'much'), ' ', h('i', null, 'better')),
    )
    expect(cleanBlocks(pasted)).toBe('<h2>Visit</h2><p>Pain <strong>much</strong> <em>better</em></p>')
  })

  it('drops scripts, styles, pictures, hidden text and comments', () => {
    const pasted = body(
      h('style', null, 'p{color:red}'),
      h('script', null, 'alert(1)'),
      h('p', null, 'before', h('img', { src: 'https://example.org/x.png', onerror: 'alert(1)' }), ' after'),
      h('span', { style: 'display:none' }, 'hidden'),
      comment('StartFragment'),
      h('iframe', { src: 'https://example.org' }),
    )
    expect(cleanBlocks(pasted)).toBe('<p>before after</p>')
  })

  it('keeps text that looks like markup as text', () => {
    expect(cleanBlocks(body(h('p', null, '<script>alert(1)</script> & more')))).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>',
    )
  })

  it('reads emphasis from styles, and believes a style more than a name', () => {
    const pasted = body(
      h('b', { style: 'font-weight:normal' }, h('p', null, 'plain ', h('span', { style: 'font-weight:700' }, 'bold'))),
      h('p', null, h('span', { style: 'font-style: italic' }, 'slanted')),
    )
    expect(cleanBlocks(pasted)).toBe('<p>plain <strong>bold</strong></p><p><em>slanted</em></p>')
  })

  it('makes real lists of Word’s paragraphs that look like lists', () => {
    const pasted = body(
      wordItem(1, '·', 'Neck'),
      wordItem(2, 'o', 'Upper trapezius'),
      wordItem(2, 'o', 'Levator'),
      wordItem(1, '·', 'Back'),
      h('p', { class: 'MsoNormal' }, 'After'),
    )
    expect(cleanBlocks(pasted)).toBe(
      '<ul><li><p>Neck</p><ul><li><p>Upper trapezius</p></li><li><p>Levator</p></li></ul></li><li><p>Back</p></li></ul><p>After</p>',
    )
  })

  it('keeps the numbers of Word’s numbered lists', () => {
    expect(cleanBlocks(body(wordItem(1, '3.', 'Third'), wordItem(1, '4.', 'Fourth')))).toBe(
      '<ol start="3"><li><p>Third</p></li><li><p>Fourth</p></li></ol>',
    )
  })

  it('keeps real lists, also nested ones that stand beside their item', () => {
    const inside = h('ul', null, h('li', null, 'one', h('ul', null, h('li', null, 'two'))))
    const beside = h('ul', null, h('li', null, 'one'), h('ul', null, h('li', null, 'two')))
    const expected = '<ul><li><p>one</p><ul><li><p>two</p></li></ul></li></ul>'
    expect(cleanBlocks(body(inside))).toBe(expected)
    expect(cleanBlocks(body(beside))).toBe(expected)
  })

  it('turns a table into a paragraph for each row', () => {
    const row = (...cells: string[]) => h('tr', null, ...cells.map((cell) => h('td', null, h('p', null, cell))))
    expect(cleanBlocks(body(h('table', null, h('tbody', null, row('ROM', '45°'), row('', '')))))).toBe(
      '<p>ROM | 45°</p>',
    )
  })

  it('leaves out Word’s empty paragraphs and turns its hard spaces into spaces', () => {
    const pasted = body(h('p', null, h('o:p', null, '\u00a0')), h('p', null, 'two\u00a0words'))
    expect(cleanBlocks(pasted)).toBe('<p>two words</p>')
  })

  it('takes inline text without a paragraph, and keeps line breaks', () => {
    expect(cleanBlocks(body('one', h('br', null), 'two'))).toBe('<p>one<br>two</p>')
  })

  it('never lets through a tag or attribute that a note does not know, and loses no visible text', () => {
    const names = fc.constantFrom('p', 'div', 'span', 'b', 'em', 'h1', 'h5', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'a')
    const word = fc.stringMatching(/^[a-z<>&"]{1,6}$/)
    const tree = fc.letrec<{ node: Child }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        word,
        fc
          .tuple(names, fc.dictionary(fc.constantFrom('style', 'onclick', 'start'), word), fc.array(tie('node')))
          .map(([name, attributes, children]) => h(name, attributes, ...children)),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(tree), (children) => {
        const pasted = body(...children)
        const html = cleanBlocks(pasted)
        expect(html.replace(/<\/?(?:p|h[1-3]|ul|ol(?: start="\d+")?|li|strong|em|br)>/g, '')).not.toMatch(/[<>]/)
        const letters = (value: string) => value.replace(/[^a-z]/g, '')
        const visible = html
          .replace(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
        expect(letters(visible)).toBe(letters(pasted.textContent ?? ''))
      }),
      { numRuns: 300 },
    )
  })
})
