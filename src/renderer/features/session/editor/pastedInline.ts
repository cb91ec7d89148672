// The text of a pasted element with its emphasis, and nothing else of it.
import { isIgnored, styleOf } from './pastedStyle.ts'

/** As much of a DOM node as the cleaning reads, so that it can be tested without a browser. */
export interface PastedNode {
  /** Upper case for HTML elements, `#text`, `#comment`. */
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PastedNode>
  getAttribute?(name: string): string | null
}
export interface PastedElement extends PastedNode {
  getAttribute(name: string): string | null
}

export interface Emphasis {
  readonly bold?: boolean
  readonly italic?: boolean
}

/** The node's text as `strong`, `em`, `br` and escaped text. Blocks inside it are set apart by a break. */
export function cleanInline(node: PastedNode, emphasis: Emphasis): string {
  return joinRuns(runsOf(node, emphasis))
}

interface Run extends Emphasis {
  readonly html: string
}

function runsOf(node: PastedNode, emphasis: Emphasis): readonly Run[] {
  if (isIgnored(node)) return []
  if (node.nodeName === '#text') return [{ ...emphasis, html: escapeText(node.textContent ?? '') }]
  if (node.nodeName === 'BR') return [{ html: '<br>' }]
  const inner = styleOf(node, emphasis)
  const runs = [...node.childNodes].flatMap((child) => runsOf(child, inner))
  return isBlockInside(node) && runs.length > 0 ? [{ html: ' ' }, ...runs, { html: ' ' }] : runs
}

const isBlockInside = (node: PastedNode) => ['P', 'DIV', 'LI', 'TD', 'TH', 'TR'].includes(node.nodeName)

function joinRuns(runs: readonly Run[]): string {
  return runs
    .map(({ html, bold, italic }) => {
      if (html.trim() === '' || html === '<br>') return html
      const slanted = italic ? `<em>${html}</em>` : html
      return bold ? `<strong>${slanted}</strong>` : slanted
    })
    .join('')
}

/** Text as HTML: no markup, no character that cannot be stored, ordinary spaces. */
function escapeText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are the characters to take out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b\ufeff]/g, '')
      .replace(/\u00a0/g, ' ')
      .toWellFormed()
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  )
}
