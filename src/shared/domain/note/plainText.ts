// A section's document as plain text: for search, lists, fingerprints read by people, and other programs.
import type { Block, Inline, NoteDocument } from './document.ts'

const inlineText = (nodes: readonly Inline[] | undefined): string =>
  (nodes ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')

function blockLines(block: Block, indent: string): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content).split('\n')
    case 'bulletList':
    case 'orderedList': {
      const start = block.type === 'orderedList' ? (block.attrs?.start ?? 1) : 1
      return block.content.flatMap((item, index) => {
        const bullet = block.type === 'orderedList' ? `${start + index}. ` : '• '
        const pad = ' '.repeat(bullet.length)
        const lines = item.content.flatMap((child) => blockLines(child, ''))
        return lines.map((line, at) => indent + (at === 0 ? bullet : pad) + line)
      })
    }
  }
}

/** The document's text, a line per block or break, list items with their bullets or numbers. No character is lost. */
export function plainText(document: NoteDocument): string {
  return document.content.flatMap((block) => blockLines(block, '')).join('\n')
}

/** Whether a document holds no text at all. */
export function isEmptyDocument(document: NoteDocument): boolean {
  return plainText(document).trim() === ''
}

/** A document of plain paragraphs, one for each line of the text. */
export function documentFromText(text: string): NoteDocument {
  return {
    type: 'doc',
    content: text.split('\n').map((line) => ({
      type: 'paragraph',
      ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
    })),
  }
}
