// Keys act on the selection that is on the screen. Chromium reports a moved selection with its next frame; on a busy
// machine a key comes sooner, and the editor would still take the old selection: Enter would replace text that was
// selected before the click.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ourEditorKeys } from '#renderer/ui/inputMethodKeys.ts'

/** Makes the editor read the selection now, as on `selectionchange`. */
function readSelection(view: EditorView): false {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
  return false
}

/** Reads the selection before every key and every use of the clipboard. */
export const FreshSelection = Extension.create({
  name: 'freshSelection',
  // Ahead of all other key listeners.
  priority: 1000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: ourEditorKeys(readSelection),
          cut: readSelection,
          copy: readSelection,
          paste: readSelection,
        },
      },
    }),
  ],
})
