// Traverses a document's text: the blocks that hold it, and its marks.
import type { Block, Inline, ListItem, Mark, NoteDocument } from './document.ts'

/** Whether a block holds text; every other one holds blocks. */
export const isTextBlock = (block: Block | ListItem): block is Extract<Block, { type: 'paragraph' | 'heading' }> =>
  block.type === 'paragraph' || block.type === 'heading'

export const marksOf = (node: Inline): readonly Mark[] => node.marks ?? []

/** The node with these marks instead of its own. */
export function withMarks(node: Inline, marks: readonly Mark[]): Inline {
  const { marks: _, ...bare } = node
  return marks.length > 0 ? { ...bare, marks: [...marks] } : bare
}

/**
 * The document with other text in each block that holds any.
 * @param map receives and returns the content of one block
 */
export function mapInlines(
  document: NoteDocument,
  map: (content: readonly Inline[]) => readonly Inline[],
): NoteDocument {
  const mapBlock = (block: Block): Block => {
    if (isTextBlock(block)) return block.content ? { ...block, content: [...map(block.content)] } : block
    return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map(mapBlock) })) }
  }
  return { ...document, content: document.content.map(mapBlock) }
}
