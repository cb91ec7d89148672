import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { noteDocument, type Block } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import { clipboardTree } from '../../../tests/fixtures/clipboardTree.ts'
import { mailSamples } from '../../../tests/fixtures/clipboards/mail.ts'
import { officeSamples } from '../../../tests/fixtures/clipboards/office.ts'
import { webSamples } from '../../../tests/fixtures/clipboards/web.ts'
import { leftOutWords } from './leftOut.ts'
import { blocksAsHtml, readHtml, readLines } from './readClipboard.ts'

const textOf = (blocks: readonly Block[]) => plainText({ type: 'doc', content: [...blocks] })
const read = (html: string) => {
  const { blocks, leftOut } = readHtml(html, '', clipboardTree)
  return { blocks, text: textOf(blocks), reported: leftOutWords(leftOut) }
}

describe('reading a clipboard', () => {
  it.each([...officeSamples, ...webSamples, ...mailSamples])('$source', ({ html, lines, reported: expected }) => {
    const { blocks, text, reported } = read(html)
    expect(text.split('\n')).toEqual(lines)
    expect(reported).toBe(expected)
    expect(noteDocument.safeParse({ type: 'doc', content: blocks }).success).toBe(true)
    expect(textOf(readHtml(blocksAsHtml(blocks), '', clipboardTree).blocks).replace(/ +/g, ' ')).toBe(
      text.replace(/ +/g, ' '),
    )
  })

  it('takes the lines of a chat from its plain text where the browser copied no style for them', () => {
    const html =
      '<span dir="ltr" class="selectable-text copyable-text"><span>Left hip\n<b>worse</b>, <del>no</del> numb\n\n- Phalen</span></span>'
    const withText = (text: string) => textOf(readHtml(html, text, clipboardTree).blocks)
    expect(withText('Left hip\nworse, no numb\n\n- Phalen')).toBe('Left hip\nworse, [struck out: no] numb\n- Phalen')
    expect(withText('Left hip worse, no numb - Phalen')).toBe('Left hip worse, [struck out: no] numb - Phalen')
    expect(withText('')).toBe('Left hip worse, [struck out: no] numb - Phalen')
  })

  it('takes no lines from the source of a page, whatever the plain text is', () => {
    const html = '<p>Left hip\n  worse</p>\n<p>right\n  better</p>'
    const { blocks } = readHtml(html, 'Left hip worse\n\nright better\nand more\nlines', clipboardTree)
    expect(textOf(blocks)).toBe('Left hip worse\nright better')
  })

  it.each([
    ['<tr><td>Numbness</td><td><img src="x" alt="Yes"></td><td>left</td></tr>', 'Numbness | [picture: Yes] | left'],
    ['<tr><td>Weakness</td><td><svg role="img" aria-label="No"></svg></td></tr>', 'Weakness | [picture: No]'],
    ['<tr><td>Pain</td><td><div role="img" aria-label="7 of 10"></div></td></tr>', 'Pain | [picture: 7 of 10]'],
    ['<tr><td>Fever</td><td><svg><title>Checked</title></svg></td></tr>', 'Fever | ☑'],
    ['<tr><td>Rash</td><td><span role="img" aria-label="not checked"></span></td></tr>', 'Rash | ☐'],
    ['<tr><td>Scan</td><td><img src="x" alt="IMG_2041.jpg"></td><td>old</td></tr>', 'Scan | (empty) | old'],
    ['<tr><td>Back</td><td><img src="x" alt="image"></td></tr>', 'Back'],
  ])('keeps the word that a picture stands for: %s', (row, line) => {
    expect(read(`<table>${row}</table>`).text.replace(/ \| \(empty\)$/, '')).toBe(line)
  })

  it('keeps bold, italic and headings, and not the style around them', () => {
    const html =
      '<h5>Deep</h5><p class="x" onclick="a()">a <b>b</b> <i>c</i><span style="font-weight:700">d</span></p><b style="font-weight:normal"><p>e</p></b>'
    expect(blocksAsHtml(read(html).blocks).replaceAll(' style="white-space: pre-wrap"', '')).toBe(
      '<h3>Deep</h3><p>a <strong>b</strong> <em>c</em><strong>d</strong></p><p>e</p>',
    )
  })

  it('reads nothing that runs or loads, and reports what is embedded', () => {
    const html =
      '<script>a()</script><style>p{}</style><p>text</p><iframe src="https://evil.test"></iframe><svg onload="a()"><circle/></svg><object data="x">inside</object><noscript>off</noscript>'
    expect(read(html)).toMatchObject({ text: 'text', reported: '1 picture and 2 embedded items' })
  })

  it('keeps what looks like markup as text', () => {
    expect(blocksAsHtml(read('<p>&lt;b&gt; &amp; more</p>').blocks)).toContain('>&lt;b&gt; &amp; more</p>')
  })

  it('takes a table that only arranges the page as paragraphs', () => {
    expect(read('<table role="presentation"><tr><td><p>one</p><ul><li>two</li></ul></td></tr></table>').text).toBe(
      'one\n• two',
    )
  })

  it('splits plain text at every kind of line end, and reads signs in private places', () => {
    expect(readLines('a\r\nb\rc\nd\u2028e\u000bf \uf0fe\uf0a8\u200b')).toEqual(['a', 'b', 'c', 'd', 'e', 'f ☑☐'])
  })

  it('keeps words that Word shows in the place of a bullet', () => {
    const item = (marker: string) =>
      `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${marker}<span>&nbsp;&nbsp;</span></span>latex</p>`
    expect(read(item('Allergic to')).text).toContain('Allergic to latex')
    expect(read(item('o')).text).not.toContain('o latex')
  })

  it('takes words over a doubled line as they are, and strikes them only where the line goes through', () => {
    const words = (style: string) => read(`<p>Allergic to <span style="${style}">latex</span></p>`).text
    expect(words('text-decoration: underline double red')).toBe('Allergic to latex')
    expect(words('text-decoration: underline; text-decoration-style: double')).toBe('Allergic to latex')
    expect(words('text-decoration: line-through double')).toBe('Allergic to [struck out: latex]')
    expect(words('text-line-through: double')).toBe('Allergic to [struck out: latex]')
  })

  it('keeps the words of a wide hanging indent, and leaves out what begins beyond the page', () => {
    const term = (indent: string) => read(`<p style="margin-left:150pt;text-indent:${indent}">Allergies: latex</p>`)
    for (const indent of ['-18pt', '-108.0pt', '-141.75pt', '-200px', '-1.5in', '-50%'])
      expect([indent, term(indent)]).toMatchObject([indent, { text: 'Allergies: latex', reported: '' }])
    for (const indent of ['-999px', '-9999px', '-100%', '-999em', '-9999pt'])
      expect([indent, term(indent).text]).toEqual([indent, ''])
  })

  it('has every word of the source in the note, or reports that something is left out', () => {
    // Wingdings draws the letters from l to w as signs that are known.
    const words = fc.stringMatching(/^[a-kx-z]{4,8}$/)
    const names = fc.constantFrom(
      ...'p div span b s del sup sub ul ol li table tr td th pre blockquote label q a h2 section mark u dl dd center font o:p w:sdt ruby rt fieldset'.split(
        ' ',
      ),
    )
    const styles = fc.constantFrom(
      '',
      'display:none',
      'display:flex',
      'display:inline',
      'display:block',
      'white-space:pre-wrap',
      'color:white',
      'mso-hide:all',
      'mso-list:l0 level2 lfo1',
      'mso-list:Ignore',
      'visibility:hidden',
      'text-transform:uppercase',
      'vertical-align:super',
      'text-decoration:line-through',
      'mso-element:comment',
      'font-size:0',
      'display:table-row',
      'display:table',
      'position:absolute;left:-999px',
      'font-family:Wingdings',
    )
    const classes = fc.constantFrom('', 'sr-only', 'MsoFootnoteText', 'checked', 'task-list', 'msocomtxt', 'footnote')
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        words,
        fc
          .tuple(names, styles, classes, fc.array(tie('node'), { maxLength: 4 }))
          .map(
            ([name, style, kind, inside]) => `<${name} style="${style}" class="${kind}">${inside.join(' ')}</${name}>`,
          ),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (parts) => {
        const html = parts.join(' ')
        const { blocks, text, reported } = read(html)
        expect(noteDocument.safeParse({ type: 'doc', content: blocks }).success).toBe(true)
        if (reported !== '') return
        const shown = text.toLowerCase()
        for (const [word] of html.replace(/<[^>]*>/g, ' ').matchAll(/[a-z]{4,}/g)) expect(shown).toContain(word)
      }),
      { numRuns: 600 },
    )
  })
})
