// Edits of the text: inserting a phrase, filling a blank with a choice. And
// reading the text of a new phrase.
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, Slice, type Mark, type Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { bracedBlank } from '#shared/domain/phrase/parsePhrase.ts'
import { blanksIn } from './blankMark.ts'
import { selectedBlank, withPhraseMeta } from './phraseState.ts'

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Replaces a range by a phrase and selects its first blank; without blanks the caret is behind it. A step
 * of its own for undo.
 * @param behind text that follows a phrase without blanks
 */
export function insertPhrase(
  state: EditorState,
  { from, to }: Range,
  document: NoteDocument,
  behind = '',
): Transaction {
  const tr = closeHistory(state.tr)
  const blocks = document.content.map((block): Node => state.schema.nodeFromJSON(block))
  const [first] = blocks
  if (first && blocks.length === 1) tr.replaceWith(from, to, first.content)
  else tr.replace(from, to, new Slice(Fragment.from(blocks), 1, 1))
  const end = tr.mapping.map(to)
  const blank = blanksIn(tr.doc).find((run) => run.from >= from && run.to <= end)
  if (blank) select(tr, blank.from, blank.to)
  else {
    select(tr, end)
    if (behind !== '') tr.insertText(behind)
  }
  return withPhraseMeta(tr.setStoredMarks(null).scrollIntoView(), { isWalking: blank !== undefined })
}

/** Replaces a blank by the chosen text, with a capital letter where a sentence begins; the caret behind it. */
export function fillBlank(state: EditorState, { from, to }: Range, text: string): Transaction {
  const tr = closeHistory(state.tr)
  const $from = state.doc.resolve(from)
  const marks = emphasisAt(state, from)
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', ' ')
  const written = /(^|[.!?…\n])\s*$/u.test(before) ? capitalised(text) : text
  tr.replaceWith(from, to, state.schema.text(written, marks))
  select(tr, from + written.length)
  return withPhraseMeta(tr.setStoredMarks(null).scrollIntoView(), { isWalking: true })
}

/** The emphasis of the text at a position; its other marks do not apply to a replacement. */
export const emphasisAt = (state: EditorState, position: number): readonly Mark[] =>
  (state.doc.resolve(position).nodeAfter?.marks ?? []).filter(({ type }) => ['bold', 'italic'].includes(type.name))

/** Deletes a range of text, with the caret in its place. */
export const takeAway = (state: EditorState, { from, to }: Range): Transaction =>
  withPhraseMeta(closeHistory(state.tr).delete(from, to), {})

/** Selects the first blank at or behind a position; false when there is none. */
export function selectNextBlank(tr: Transaction, position: number): boolean {
  const next = blanksIn(tr.doc).find(({ from }) => from >= position)
  if (next) select(tr, next.from, next.to)
  return next !== undefined
}

/** Selects the last blank that ends at or before a position; false when there is none. */
export function selectBlankBefore(tr: Transaction, position: number): boolean {
  const previous = blanksIn(tr.doc).findLast(({ to }) => to <= position)
  if (previous) select(tr, previous.from, previous.to)
  return previous !== undefined
}

export function select(tr: Transaction, from: number, to = from): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView()
}

const capitalised = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1)

/** The text of the selection or, where only a blank or nothing is selected, of its line; blanks in their braces. */
export function textToKeep({ doc, selection }: EditorState): string {
  const { from, to, empty, $from } = selection
  const isLine = empty || selectedBlank(blanksIn(doc), selection) !== undefined
  return isLine ? textBetween(doc, $from.start(), $from.end()) : textBetween(doc, from, to)
}

function textBetween(doc: Node, from: number, to: number): string {
  let text = ''
  let at = from
  for (const blank of blanksIn(doc)) {
    if (blank.from < from || blank.to > to) continue
    text += doc.textBetween(at, blank.from, '\n', '\n') + bracedBlank(blank, blank.text)
    at = blank.to
  }
  return text + doc.textBetween(at, to, '\n', '\n')
}
