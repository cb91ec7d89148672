// From the toolbar: a phrase of the text that is selected, and the list of phrases at the caret.
import type { Editor } from '@tiptap/react'
import { typedPhrase } from './phraseSearch.ts'
import { phraseSourceOf } from './phrases.ts'

/** Begins a phrase of the selection or, without one, of the line with the caret. */
export function makePhrase({ state, storage }: Editor): void {
  const { from, to, empty, $from } = state.selection
  const text = empty
    ? $from.parent.textBetween(0, $from.parent.content.size, '\n')
    : state.doc.textBetween(from, to, '\n', '\n')
  phraseSourceOf(storage).onCommand('make', text.trim())
}

/** Opens the list of all phrases at the caret, as a slash does. */
export function openPhrases(editor: Editor): void {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', ' ')
  const slash = typedPhrase(`${before}/`)?.query === '' ? '/' : ' /'
  editor.commands.focus()
  editor.view.dispatch(editor.state.tr.insertText(slash))
}
