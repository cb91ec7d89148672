// Taking a section's text over from an earlier visit, and giving it back, as edits of an editor's document.
import { closeHistory } from '@tiptap/pm/history'
import type { Node, Schema } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { confirmBetween } from './carriedNodes.ts'

/** The texts of a document's non-empty blocks, in order. */
function wordsOfBlocks(doc: Node): readonly string[] {
  const words: string[] = []
  doc.descendants((node) => {
    const text = node.isTextblock ? node.textContent.trim() : ''
    if (text !== '') words.push(text)
    return !node.isTextblock
  })
  return words
}

const areAllIn = (some: readonly string[], others: readonly string[]) => some.every((words) => others.includes(words))

/**
 * Takes a document over into a section. An empty section, or one of which every line is in what is taken over (a
 * template's headings), becomes it; below any other text it is added. No text is lost.
 * @returns null when there is nothing to take, or all of it is there already
 */
export function takeOver(state: EditorState, document: NoteDocument): Transaction | null {
  const incoming = nodeOf(state.schema, document)
  const words = wordsOfBlocks(incoming)
  const present = wordsOfBlocks(state.doc)
  if (words.every((line) => present.some((written) => written.includes(line)))) return null
  const tr = closeHistory(state.tr)
  if (areAllIn(present, words)) {
    tr.replaceWith(0, state.doc.content.size, incoming.content)
    // The caret is at the end for the next focus.
    return tr.setSelection(Selection.atEnd(tr.doc))
  }
  const { lastChild, content } = state.doc
  const isLastEmpty = lastChild?.isTextblock === true && lastChild.content.size === 0
  return tr.replaceWith(content.size - (isLastEmpty ? lastChild.nodeSize : 0), content.size, incoming.content)
}

const nodeOf = (schema: Schema, document: NoteDocument): Node => {
  const node = schema.nodeFromJSON(document)
  node.check()
  return node
}

/**
 * Reverts {@link takeOver}. Where the section was changed since, only the blocks go that are still as they
 * came.
 * @param before the section before it was taken over, and `after` right after
 * @returns null when nothing of it is left to give back
 */
export function giveBack(state: EditorState, before: Node, after: Node): Transaction | null {
  const tr = closeHistory(state.tr)
  if (state.doc.eq(after)) return tr.replaceWith(0, state.doc.content.size, before.content)
  const old = new Set(before.children)
  const taken = new Set(after.children.filter((block) => !old.has(block)))
  if (!state.doc.children.some((block) => taken.has(block))) return null
  if (state.doc.children.every((block) => taken.has(block))) {
    return tr.replaceWith(0, state.doc.content.size, before.content)
  }
  // From the end, so that positions before it stay as they are.
  let end = state.doc.content.size
  for (const block of state.doc.children.toReversed()) {
    const start = end - block.nodeSize
    if (taken.has(block)) tr.delete(start, end)
    end = start
  }
  return tr
}

const confirms = 'confirms'

/** Confirms everything in a section. */
export const confirmSection = (state: EditorState): Transaction =>
  confirmBetween(closeHistory(state.tr), 0, state.doc.content.size).setMeta(confirms, true)

/** Whether the therapist has confirmed a section with this. */
export const isConfirmation = (tr: Transaction): boolean => tr.getMeta(confirms) === true
