// What the styles of pasted elements mean for a note: emphasis, and what is not meant to be seen at all.
import type { Emphasis, PastedNode } from './pastedInline.ts'

const ignoredNames = new Set(
  (
    '#comment SCRIPT STYLE HEAD META LINK TITLE TEMPLATE NOSCRIPT OBJECT EMBED IFRAME FRAME SVG MATH IMG PICTURE VIDEO ' +
    'AUDIO CANVAS MAP INPUT SELECT TEXTAREA COL COLGROUP BASE XML'
  ).split(' '),
)

const inlineStyle = (node: PastedNode): string => (node.getAttribute?.('style') ?? '').toLowerCase()

/** Whether nothing of a node belongs in a note: scripts, pictures, hidden text, Word's own drawing of list bullets. */
export function isIgnored(node: PastedNode): boolean {
  if (ignoredNames.has(node.nodeName.toUpperCase())) return true
  const style = inlineStyle(node)
  return /(?:^|[;\s])display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/.test(style)
}

/** The emphasis inside an element, from what surrounds it, its name and its style. A style overrides a name. */
export function styleOf(node: PastedNode, around: Emphasis): Emphasis {
  const style = inlineStyle(node)
  const weight = /font-weight\s*:\s*([a-z0-9]+)/.exec(style)?.[1]
  const slant = /font-style\s*:\s*([a-z]+)/.exec(style)?.[1]
  const isBold = node.nodeName === 'B' || node.nodeName === 'STRONG' || node.nodeName === 'TH'
  const isItalic = ['I', 'EM', 'CITE', 'DFN'].includes(node.nodeName)
  return {
    bold: weight ? weight.startsWith('bold') || Number(weight) >= 600 : isBold || around.bold === true,
    italic: slant ? slant === 'italic' || slant === 'oblique' : isItalic || around.italic === true,
  }
}
