// Reads a clipboard as the blocks of a note, with what a note cannot hold.
import type { Block, Inline } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import type { LeftOut } from './leftOut.ts'
import { plainLook, type Look } from './look.ts'
import { NoteReader, nothingAround } from './noteReader.ts'
import { NoteWriter } from './noteWriter.ts'
import { nameOf, textOf, type PastedNode } from './pastedNode.ts'
import { readStyleSheet } from './styleSheet.ts'
import { withoutPrivateSigns } from './symbolFonts.ts'
import { keepEmptyCells } from './tabbedRows.ts'

export interface ReadClipboard {
  readonly blocks: readonly Block[]
  readonly leftOut: LeftOut
}

/** HTML as an inert tree: nothing in it runs or loads. */
const parseInert = (html: string): PastedNode => new DOMParser().parseFromString(html, 'text/html')

/**
 * Reads HTML that another program put on the clipboard.
 * @param text the same as plain text, where the clipboard has it: some browsers copy without the styles that keep the
 *   lines of chats and plain mail, and the plain text still has them
 * @param parse reads HTML into an inert tree; the browser's own way where none is given
 */
export function readHtml(html: string, text = '', parse = parseInert): ReadClipboard {
  const root = parse(withWordsFormulas(html))
  const sheet = readStyleSheet(stylesIn(root))
  const read = (isPaperWhite: boolean, spaces: Look['spaces']) => {
    const reader = new NoteReader(sheet, isPaperWhite)
    const out = new NoteWriter()
    reader.readChildren(root, { ...nothingAround, look: { ...plainLook, spaces } }, out)
    if (reader.tones.distinguishWords) reader.leftOut.add('colour')
    return { blocks: out.finish(), leftOut: reader.leftOut.counts }
  }
  const readOn = (spaces: Look['spaces']) => {
    const onWhite = read(true, spaces)
    // Where everything is white, the paper was not.
    return onWhite.blocks.length === 0 && onWhite.leftOut.has('hidden') ? read(false, spaces) : onWhite
  }
  const found = readOn('collapse')
  const shown = linesOf(text)
  if (shown.length <= linesOfBlocks(found.blocks).length || !/\S[^<>]*\n[^<>]*\S/.test(html)) return found
  // Believed only when these are the lines that the plain text has.
  const lined = readOn('lines')
  return linesOfBlocks(lined.blocks).join('\n') === shown.join('\n') ? lined : found
}

/** The lines of a text that have words, without the spaces and signs in which plain text and HTML differ. */
const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .replace(/\[struck out: |[\]\s\u00a0]+/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
    .filter(Boolean)

const linesOfBlocks = (blocks: readonly Block[]) => linesOf(plainText({ type: 'doc', content: [...blocks] }))

/** Word hides its formulas in comments, and shows pictures of them to others. */
const withWordsFormulas = (html: string) =>
  html
    .replace(/<!--\[if gte msEquation 12\]>([\s\S]*?)<!\[endif\]-->/gi, '$1')
    .replace(/<!\[if !msEquation\]>[\s\S]*?<!\[endif\]>/gi, '')

const stylesIn = (node: PastedNode): readonly string[] =>
  [...node.childNodes].flatMap((child) => (nameOf(child) === 'STYLE' ? [textOf(child)] : stylesIn(child)))

// oxlint-disable no-control-regex -- signs that end a line, and signs that nobody sees
/** Plain text as it was copied, a line for each line, without the characters that nobody sees. */
export const readLines = (text: string): readonly string[] =>
  keepEmptyCells(
    withoutPrivateSigns(text)
      .split(/\r\n?|[\n\u000b\u000c\u0085\u2028\u2029]/)
      .map((line) => line.replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\ufeff]/g, '')),
  )
// oxlint-enable no-control-regex

/** The blocks as HTML of `p`, `h1`–`h3`, `ul`, `ol`, `li`, `strong`, `em` and `br`, with their spaces as they are. */
export const blocksAsHtml = (blocks: readonly Block[]): string => blocks.map(blockAsHtml).join('')

function blockAsHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p style="white-space: pre-wrap">${inlinesAsHtml(block.content)}</p>`
    case 'heading':
      return `<h${block.attrs.level} style="white-space: pre-wrap">${inlinesAsHtml(block.content)}</h${block.attrs.level}>`
    case 'bulletList':
      return `<ul>${itemsAsHtml(block)}</ul>`
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      return `<ol${start === 1 ? '' : ` start="${start}"`}>${itemsAsHtml(block)}</ol>`
    }
  }
}

const itemsAsHtml = ({ content }: Extract<Block, { type: 'bulletList' | 'orderedList' }>) =>
  content.map((item) => `<li>${blocksAsHtml(item.content)}</li>`).join('')

const inlinesAsHtml = (inlines: readonly Inline[] = []) =>
  inlines
    .map((inline) => {
      if (inline.type === 'hardBreak') return '<br>'
      const text = inline.text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
      return (inline.marks ?? []).reduce((html, { type }) => {
        const tag = type === 'bold' ? 'strong' : 'em'
        return `<${tag}>${html}</${tag}>`
      }, text)
    })
    .join('')
