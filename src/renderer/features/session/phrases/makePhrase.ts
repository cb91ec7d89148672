// From the toolbar: a phrase of the text that is selected, and the list of phrases at the caret.
import type { Editor } from '@tiptap/react'
import { textToKeep } from './keptText.ts'
import { typedPhrase } from './phraseSearch.ts'
import { phraseSourceOf } from './phrases.ts'

/** Begins a phrase of the selection or, without one, of the line with the caret. */
export function makePhrase({ state, storage }: Editor): void {
  phraseSourceOf(storage).onCommand('make', textToKeep(state).trim())
}

/** Opens the list of all phrases at the caret, as a slash does. */
export function openPhrases(editor: Editor): void {
  const caret = editor.state.selection.$to
  const before = caret.parent.textBetween(0, caret.parentOffset, '\n', ' ')
  const slash = typedPhrase(`${before}/`)?.query === '' ? '/' : ' /'
  editor.commands.focus(caret.pos)
  editor.view.dispatch(editor.state.tr.insertText(slash, caret.pos))
}
