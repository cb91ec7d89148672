// Content beside a document's text: comments in its margin, and footnotes with their marks.
import { attributeOf, classesOf, findInside, nameOf, textOf, type PastedNode } from './pastedNode.ts'
import type { Declarations } from './styleSheet.ts'
import type { LeftOutKind } from './leftOut.ts'

const commentClass =
  /^(?:msocomanchor|msocomtxt|MsoCommentReference|MsoCommentText|sdcomment|comment-anchor|docos-.*)$/i
const footnoteClass =
  /^(?:footnote-?(?:ref|reference|anchor)?s?|Mso(?:Foot|End)noteReference|Mso(?:Foot|End)noteText|sd(?:foot|end)note(?:anc|sym)?|noteref|doc-noteref|endnotes?)$/i

/** Which kind of aside an element is, or null for text. */
export function asideKind(node: PastedNode, style: Declarations): LeftOutKind | null {
  const element = style.get('mso-element') ?? ''
  const classes = classesOf(node)
  const id = attributeOf(node, 'id')
  if (element.startsWith('comment') || style.get('mso-special-character') === 'comment') return 'comment'
  if (classes.some((one) => commentClass.test(one)) || /^_com_\d/.test(id)) return 'comment'
  if (/^(?:footnote|endnote)/.test(element)) return 'footnote'
  // A footnote's own name is also the name of the style that Word gives to the mark's letters.
  if (classes.some((one) => footnoteClass.test(one)) || style.has('mso-footnote-id') || style.has('mso-endnote-id'))
    return 'footnote'
  if (/^doc-(?:noteref|footnotes?|endnotes?)$/.test(attributeOf(node, 'role'))) return 'footnote'
  if (/^(?:ftn|edn|sdfootnote|sdendnote)\d+$/.test(id)) return 'footnote'
  if (classes.includes('reference') && (nameOf(node) === 'SUP' || nameOf(node) === 'LI')) return 'footnote'
  if (nameOf(node) === 'OL' && classes.includes('references')) return 'footnote'
  return linkKind(node) ?? (nameOf(node) === 'DIV' || nameOf(node) === 'P' ? bodyKind(node) : null)
}

/** A link between a mark and its note. */
function linkKind(node: PastedNode): LeftOutKind | null {
  const anchor = nameOf(node) === 'A' ? node : nameOf(node) === 'SUP' ? onlyLink(node) : null
  if (!anchor) return null
  const target = /#(.+)$/.exec(attributeOf(anchor, 'href'))?.[1] ?? ''
  if (/^(?:cmnt|_msocom_)/.test(target)) return 'comment'
  const isMark = /^[[(]?[\p{L}\p{N}*†‡§]{1,5}[\])]?$/u.test(textOf(anchor).trim())
  return isMark && /^(?:_?ftn|_?edn|fn|footnote|endnote|cite_note|sdfootnote|sdendnote|ref-?\d)/i.test(target)
    ? 'footnote'
    : null
}

const onlyLink = (node: PastedNode): PastedNode | null => {
  const link = findInside(node, (one) => nameOf(one) === 'A')
  return link && textOf(link).trim() === textOf(node).trim() ? link : null
}

/** Google Docs puts comments and notes behind the text; each begins with a link back to its mark. */
function bodyKind(node: PastedNode): LeftOutKind | null {
  const link = findInside(node, (one) => nameOf(one) === 'A')
  if (!link || !textOf(node).trim().startsWith(textOf(link).trim())) return null
  const target = /#(.+)$/.exec(attributeOf(link, 'href'))?.[1] ?? ''
  if (target.startsWith('cmnt_ref')) return 'comment'
  return /^(?:_?ftnref|ftnt_ref|_?ednref|fnref|cite_ref)/.test(target) ? 'footnote' : null
}
