// What is typed into the note is text: no rule rewrites it, and no key that writes a character does anything else.
import { Extension, type EditorOptions } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { writesByLevel } from '#renderer/ui/chord.ts'
import { ourEditorKeys } from '#renderer/ui/inputMethodKeys.ts'
import { isApple } from '#renderer/ui/keys.ts'

/**
 * Options for every editor of the note. Input rules turn signs into formatting ("- " a bullet, "# " a heading, "**" bold); in a
 * clinical note "- Phalen right" is a negative test and "# of visits" a count.
 */
export const withoutRules = {
  enableInputRules: false,
  enablePasteRules: false,
} as const satisfies Partial<EditorOptions>

/** The next change is a step of its own for undo. */
export function beginUndoStep(view: EditorView): false {
  view.dispatch(closeHistory(view.state.tr))
  return false
}

/** Whether the editor's keys leave the press to the browser, which writes its character. */
export function leaveToBrowser(view: EditorView, event: KeyboardEvent, onApple = isApple): boolean {
  if (!writesByLevel(event, onApple)) return false
  if (!view.state.selection.empty) beginUndoStep(view)
  return true
}

/** The library binds some of them: ⌥D deletes forwards, Ctrl+Alt+2 makes a heading. Not here. */
export const TypedText = Extension.create({
  name: 'typedText',
  // After the selection is read, ahead of every other listener.
  priority: 999,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { handleDOMEvents: { keydown: ourEditorKeys((view: EditorView, event) => leaveToBrowser(view, event)) } },
    }),
  ],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-9': () => this.editor.commands.toggleHeading({ level: 2 }) }
  },
})
