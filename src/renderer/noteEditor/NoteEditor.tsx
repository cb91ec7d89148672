// One text of the note as a live editor: title, quiet toolbar, text. It never waits for the rest of the note and never renders it again.
import type { AnyExtension } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { currentWorkspace, rememberCaret } from '#renderer/bridge/workspace.ts'
import { PasteNotice } from '#renderer/clipboard/index.ts'
import richText from '#renderer/ui/RichText.module.css'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { focusAnyhow } from '#renderer/ui/places.tsx'
import { editableDocument, storableDocument } from './editorDocument.ts'
import { editorExtensions } from './editorSetup.ts'
import { EditorToolbar, type ToolbarHandle } from './EditorToolbar.tsx'
import { NoteCard, UnreadableNote } from './NoteCard.tsx'
import classes from './NoteEditor.module.css'
import { PhraseMenu } from './phrases/PhraseMenu.tsx'
import type { PhraseSource } from './phrases/phrases.ts'
import { withoutRules } from './typedText.ts'

/** A text that is open to be written in. */
export interface OpenNote {
  readonly editor: Editor
  /** The card around it, with its toolbar and what stands in its slots. */
  readonly card: HTMLElement
}

/** The handle of a text, editable or not. */
export interface NoteHandle {
  /** Focuses it, in view: the caret where it was, or at the end the first time. */
  focus(): void
  /** Whether its card contains the focus. */
  hasFocus(): boolean
}

export interface NoteEditorProps {
  ref?: Ref<NoteHandle>
  /** The editor's name, under which the caret is remembered. */
  name: string
  title: string
  hint: string
  /** The stored document. Read once: afterwards the editor holds the document. */
  stored: { document: NoteDocument | null; plainText: string }
  /** Called after every change. `read` returns the current document, also after the editor is destroyed. */
  onChange: (read: () => NoteDocument, transaction: Transaction) => void
  /** Takes the caret when it opens. */
  takesFocus?: boolean
  /** Further extensions: marks that link words to something, and their plugins. Read once. */
  extensions?: readonly AnyExtension[]
  /** The practice's phrases. Read once. */
  phrases?: PhraseSource
  /** Called when the editor is ready. The returned function is called when it is destroyed. Must be the same across renders. */
  onOpen?: (note: OpenNote) => (() => void) | undefined
  /** Slot beside the title. */
  renderBeside?: (editor: Editor) => ReactNode
  /** Slot under the text. */
  renderBelow?: (editor: Editor) => ReactNode
  /** The card's further class. */
  className?: string
}

/** A text that this version cannot read is shown as plain words. */
export function NoteEditor({ ref, ...props }: NoteEditorProps) {
  const { document, plainText } = props.stored
  const [isReadable, setIsReadable] = useState(document !== null)
  const card = useRef<HTMLElement>(null)
  const live = useRef<Editor>(null)
  useImperativeHandle(
    ref,
    () => ({
      focus: () => (live.current ? focusText(live.current) : focusAnyhow(card.current)),
      hasFocus: () => card.current?.contains(window.document.activeElement) ?? false,
    }),
    [],
  )
  if (!isReadable || document === null) return <UnreadableNote ref={card} title={props.title} plainText={plainText} />
  return <LiveEditor {...props} document={document} card={card} live={live} onUnreadable={() => setIsReadable(false)} />
}

/** Through the editor's view: focusing the element alone would put the caret at the beginning, and the editor's own
    command waits for a frame. */
function focusText({ commands, state, view }: Editor): void {
  if (state.selection.to <= 1) commands.setTextSelection(state.doc.content.size)
  view.focus()
  view.dom.scrollIntoView({ block: 'nearest' })
}

interface LiveProps extends Omit<NoteEditorProps, 'ref'> {
  document: NoteDocument
  card: RefObject<HTMLElement | null>
  /** Holds the editor while it can be written in. */
  live: Ref<Editor>
  onUnreadable: () => void
}

function LiveEditor(props: LiveProps) {
  const { name, title, document, onChange, onUnreadable, takesFocus = false, phrases, onOpen, card, live } = props
  const isUnreadable = useRef(false)
  const toolbar = useRef<ToolbarHandle>(null)
  const [extensions] = useState(() => editorExtensions(props.hint, props.extensions, phrases))
  // The same object across renders: another one would create the whole view again.
  const [editorProps] = useState(() => ({
    attributes: {
      role: 'textbox',
      'aria-label': title,
      'aria-multiline': 'true',
      'aria-keyshortcuts': 'Alt+F10',
      class: `${richText.text} ${classes.text}`,
    },
  }))
  const editor = useEditor({
    extensions,
    content: editableDocument(document),
    ...withoutRules,
    enableContentCheck: true,
    injectCSS: false,
    editorProps,
    onContentError: () => {
      isUnreadable.current = true
      onUnreadable()
    },
    onCreate: ({ editor: created }) => {
      const { caret } = currentWorkspace()
      const end = created.state.doc.content.size
      if (caret?.editor === name) {
        created.commands.setTextSelection({ from: Math.min(caret.from, end), to: Math.min(caret.to, end) })
        created.commands.focus(undefined, { scrollIntoView: false })
      } else if (takesFocus) created.commands.focus('end')
    },
    onSelectionUpdate: ({ editor: { state, isFocused } }) => {
      if (isFocused) rememberCaret(name, state.selection.from, state.selection.to)
    },
    onFocus: ({ editor: { state } }) => rememberCaret(name, state.selection.from, state.selection.to),
    onUpdate: ({ editor: { state }, transaction }) => {
      if (!transaction.docChanged || isUnreadable.current) return
      // The document is immutable: the save reads it when it is sent, and needs no living editor.
      const { doc } = state
      onChange(() => storableDocument(doc.toJSON()), transaction)
    },
  })

  useEffect(() => {
    if (!isUnreadable.current && card.current) return onOpen?.({ editor, card: card.current })
  }, [editor, onOpen, card])
  useImperativeHandle(live, () => editor, [editor])

  // Alt+F10 is the usual way from a text to its toolbar.
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    if (event.key !== 'F10' || !event.altKey) return
    event.preventDefault()
    toolbar.current?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <NoteCard
      ref={card}
      title={title}
      className={props.className ?? ''}
      onKeyDown={onKeyDown}
      beside={
        <>
          {props.renderBeside?.(editor)}
          <EditorToolbar ref={toolbar} editor={editor} section={title} />
        </>
      }
    >
      <EditorContent editor={editor} className={classes.content} />
      <PasteNotice editor={editor} />
      {phrases && <PhraseMenu editor={editor} source={phrases} />}
      {props.renderBelow?.(editor)}
    </NoteCard>
  )
}
