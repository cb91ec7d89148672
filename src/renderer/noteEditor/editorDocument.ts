// Converts between the editor's document and the record's without losing a word.
import type { JSONContent } from '@tiptap/core'
import { emptyDocument, type NoteDocument } from '#shared/domain/note/document.ts'
import { storable } from '#shared/domain/text.ts'

const highestListStart = 100_000

/**
 * The editor's JSON as the record's document. The editor's schema is the record's, except that it lets a numbered list
 * begin anywhere and text hold half a surrogate pair; neither can be stored.
 */
export function storableDocument(json: JSONContent): NoteDocument {
  return storableNode(json) as NoteDocument
}

function storableNode(node: JSONContent): JSONContent {
  return {
    ...node,
    ...(node.type === 'text' && { text: storable(node.text ?? '') }),
    ...(node.type === 'orderedList' && { attrs: storableListAttributes(node.attrs) }),
    ...(node.content && {
      content: node.content.map(storableNode).filter((child) => child.type !== 'text' || child.text),
    }),
  }
}

function storableListAttributes(attributes: JSONContent['attrs']): { start: number; type: string | null } {
  const { start, type } = attributes ?? {}
  return {
    start: Number.isInteger(start) && start >= 0 && start <= highestListStart ? start : 1,
    type: typeof type === 'string' && type.length === 1 ? type : null,
  }
}

/** The record's document for the editor, with at least one block, as its schema requires. */
export const editableDocument = (document: NoteDocument): JSONContent =>
  (document.content.length === 0 ? emptyDocument : document) as JSONContent
