// The set-up of the note's editors: the record's schema, clean pasting, phrases and blanks.
import { Extension, type AnyExtension } from '@tiptap/core'
import { Placeholder } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { StarterKit } from '@tiptap/starter-kit'
import { NoteClipboard } from '#renderer/clipboard/index.ts'
import { ourEditorKeys } from '#renderer/ui/inputMethodKeys.ts'
import { BlankMark } from './phrases/blankMark.ts'
import { Phrases, type PhraseSource } from './phrases/phrases.ts'
import { FreshSelection } from './freshSelection.ts'
import { beginUndoStep, TypedText } from './typedText.ts'

/** Changes of a selection, and cut and paste, are undo steps of their own, however quickly they follow. */
const UndoSteps = Extension.create({
  name: 'undoSteps',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleKeyDown: ourEditorKeys((view: EditorView, event) => {
          const isShortcut = event.ctrlKey || event.metaKey || event.altKey
          const changes = event.key.length === 1 || ['Backspace', 'Delete', 'Enter'].includes(event.key)
          if (changes && !isShortcut && !view.state.selection.empty) beginUndoStep(view)
          return false
        }),
        handleDOMEvents: {
          cut: beginUndoStep,
          paste: beginUndoStep,
          drop: beginUndoStep,
        },
      },
    }),
  ],
})

/**
 * The extensions of one text's editor. A mark of the record's document that ties words to something else (to a mark on the
 * map, to an earlier visit) is known where its owner brings it; elsewhere it is left out of what is pasted.
 * @param own the owner's extensions
 * @param phrases the practice's phrases; without them blanks can be filled in all the same
 */
export const editorExtensions = (
  hint: string,
  own: readonly AnyExtension[] = [],
  phrases?: PhraseSource,
): AnyExtension[] => [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
    // Would add a paragraph to what was stored just by opening it.
    trailingNode: false,
    heading: { levels: [1, 2, 3] },
    // An item's marker stands where its own script begins.
    listItem: { HTMLAttributes: { dir: 'auto' } },
    undoRedo: { newGroupDelay: 400 },
  }),
  FreshSelection,
  TypedText,
  Placeholder.configure({ placeholder: hint }),
  ...own,
  BlankMark,
  Phrases.configure(phrases ? { source: phrases } : {}),
  NoteClipboard,
  UndoSteps,
]
