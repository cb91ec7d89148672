// What is pasted from Word, the web or a mail, reduced to what a note can hold: paragraphs, headings, lists, bold, italic.
import { cleanInline, type Emphasis, type PastedElement, type PastedNode } from './pastedInline.ts'
import { isIgnored, styleOf } from './pastedStyle.ts'
import { ListBuilder, wordListItem } from './pastedLists.ts'

/** Block elements whose own text becomes a paragraph, and into which the reading goes on. */
const blockNames = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'HEADER HGROUP HR LEGEND MAIN NAV P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL OL LI H1 H2 H3 H4 H5 H6 HTML'
  ).split(' '),
)

/** A clean HTML text of `p`, `h1`–`h3`, `ul`, `ol`, `li`, `strong`, `em` and `br` without any attribute but `start`. */
export function cleanBlocks(root: PastedElement): string {
  const out = new BlockWriter()
  readChildren(root, {}, out)
  return out.finish()
}

class BlockWriter {
  #html = ''
  #line = ''
  readonly lists = new ListBuilder()

  /** Adds to the paragraph that is being written. */
  inline(html: string): void {
    this.#line += html
  }

  endParagraph(tag = 'p'): void {
    const line = trimmedLine(this.#line)
    this.#line = ''
    if (line === '') return
    this.endList()
    this.#html += `<${tag}>${line}</${tag}>`
  }

  block(html: string): void {
    this.endParagraph()
    this.endList()
    this.#html += html
  }

  endList(): void {
    this.#html += this.lists.finish()
  }

  finish(): string {
    this.endParagraph()
    this.endList()
    return this.#html
  }
}

const trimmedLine = (html: string) => html.replace(/^(?:\s|<br>)+|(?:\s|<br>)+$/g, '')

function readChildren(parent: PastedNode, emphasis: Emphasis, out: BlockWriter): void {
  for (const node of parent.childNodes) read(node, emphasis, out)
}

function read(node: PastedNode, emphasis: Emphasis, out: BlockWriter): void {
  if (isIgnored(node)) return
  if (!holdsBlocks(node)) return out.inline(cleanInline(node, emphasis))
  const name = node.nodeName
  const inner = styleOf(node, emphasis)
  if (name === 'UL' || name === 'OL') return out.block(cleanList(node))
  if (name === 'TR') return readRow(node, out)
  if (!blockNames.has(name)) return readChildren(node, inner, out)
  out.endParagraph()
  const item = wordListItem(node)
  if (item) return out.lists.add(item, cleanChildren(node, inner))
  readChildren(node, /^H[1-6]$/.test(name) ? {} : inner, out)
  out.endParagraph(headingTag(name))
}

/** The record knows three levels of heading; deeper ones become the third. */
const headingTag = (name: string): string => (/^H[1-6]$/.test(name) ? `h${Math.min(Number(name[1]), 3)}` : 'p')

const holdsBlocks = (node: PastedNode): node is PastedElement =>
  blockNames.has(node.nodeName) || [...node.childNodes].some((child) => !isIgnored(child) && holdsBlocks(child))

const cleanChildren = (node: PastedNode, emphasis: Emphasis): string =>
  trimmedLine([...node.childNodes].map((child) => cleanInline(child, emphasis)).join(''))

/** A table has no place in a note: each row becomes a paragraph, its cells apart from each other by a bar. */
function readRow(row: PastedElement, out: BlockWriter): void {
  const cells = [...row.childNodes].map((cell) => trimmedLine(cleanInline(cell, {}))).filter(Boolean)
  if (cells.length > 0) out.block(`<p>${cells.join(' | ')}</p>`)
}

function cleanList(list: PastedElement): string {
  const items: string[] = []
  for (const node of list.childNodes) {
    if (isIgnored(node)) continue
    if (node.nodeName === 'LI') items.push(cleanItem(node))
    // Some editors put a nested list beside its item instead of inside it.
    else if (node.nodeName === 'UL' || node.nodeName === 'OL') {
      const nested = cleanList(node as PastedElement)
      const last = items.pop()
      items.push(last === undefined ? nested.replace(/^<[ou]l[^>]*>|<\/[ou]l>$/g, '') : `${last}${nested}`)
    } else {
      const text = trimmedLine(cleanInline(node, {}))
      if (text) items.push(`<p>${text}</p>`)
    }
  }
  const tag = list.nodeName.toLowerCase()
  const start = Number.parseInt(list.getAttribute?.('start') ?? '', 10)
  const attribute = tag === 'ol' && start > 1 ? ` start="${start}"` : ''
  return items.length === 0 ? '' : `<${tag}${attribute}>${items.map(listItem).join('')}</${tag}>`
}

const listItem = (html: string) => (html.startsWith('<li>') ? html : `<li>${html}</li>`)

function cleanItem(item: PastedNode): string {
  const out = new BlockWriter()
  readChildren(item, styleOf(item, {}), out)
  const html = out.finish().replace(/<(\/?)h[1-3]>/g, '<$1p>')
  return html.startsWith('<p>') ? html : `<p></p>${html}`
}
