// The text of a note as a phrase keeps it.
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { bracedBlank } from '#shared/domain/phrase/bracedBlank.ts'
import { blanksIn } from './blankMark.ts'
import { selectedBlank } from './phraseState.ts'

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
