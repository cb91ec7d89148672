// One section of the note as a live editor: title, quiet toolbar, text. It never waits for and never redraws the rest.
import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { currentWorkspace, rememberCaret } from '#renderer/bridge/workspace.ts'
import { PasteNotice } from '#renderer/clipboard/index.ts'
import richText from '#renderer/ui/RichText.module.css'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { CarriedBadge } from '../carried/CarriedBadge.tsx'
import { isConfirmation } from '../carried/carriedEdits.ts'
import { useCarriedSection } from '../carried/useCarriedSection.ts'
import { useCarryForward } from '../carried/useCarryForward.ts'
import { editableDocument, storableDocument } from './editorDocument.ts'
import { editorExtensions } from './editorSetup.ts'
import { EditorToolbar } from './EditorToolbar.tsx'
import type { FindingLinkOptions } from '../findingSentences/findingLink.ts'
import type { FindingSentences, SentenceEditor } from '../findingSentences/findingSentences.ts'
import { SentenceBar } from '../findingSentences/SentenceBar.tsx'
import { PhraseParts } from '../phrases/PhraseParts.tsx'
import { useSectionPhrases } from '../phrases/usePhraseSource.tsx'
import { ReadOnlySection } from './ReadOnlySection.tsx'
import { withoutRules } from './typedText.ts'
import classes from './SectionEditor.module.css'

interface Props {
  /** The editor's name among those of the screen: under it the caret is remembered. */
  name: string
  title: string
  hint: string
  /** What is stored. Read once; from then on the editor is the truth. */
  stored: { document: NoteDocument | null; plainText: string }
  /**
   * Called after every change. `read` gives the document as it is when it is called, also after the editor is gone.
   * `isConfirmed` says that what was taken over has just been confirmed.
   */
  onChange: (name: string, read: () => NoteDocument, isConfirmed: boolean) => void
  /** Takes the caret when it opens. */
  takesFocus?: boolean
  /** Keeps sentences of this section together with the marks on the map. */
  sentences?: FindingSentences
}

export const SectionEditor = memo((props: Props) => {
  const { document, plainText } = props.stored
  const [isReadable, setIsReadable] = useState(document !== null)
  if (!isReadable || document === null) return <ReadOnlySection title={props.title} plainText={plainText} />
  return <LiveEditor {...props} document={document} onUnreadable={() => setIsReadable(false)} />
})

interface LiveProps extends Props {
  document: NoteDocument
  onUnreadable: () => void
}

function LiveEditor(props: LiveProps) {
  const { name, title, hint, document, onChange, onUnreadable, takesFocus = false, sentences } = props
  const isUnreadable = useRef(false)
  const card = useRef<HTMLElement>(null)
  const carry = useCarryForward()
  const phrases = useSectionPhrases(name)
  const [extensions] = useState(() => editorExtensions(hint, linkOptions(sentences), carry?.isOfNote, phrases.source))
  // The same object from drawing to drawing: another one would set the whole view up anew.
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
      onChange(name, () => storableDocument(doc.toJSON()), isConfirmation(transaction))
    },
  })

  useEffect(() => {
    if (!isUnreadable.current) return sentences?.attach(sentenceEditor(editor))
  }, [editor, sentences])

  useCarriedSection(carry, name, editor, card, isUnreadable)

  // Alt+F10 is the usual way from a text to its toolbar.
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    if (event.key !== 'F10' || !event.altKey) return
    event.preventDefault()
    card.current?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={card} className={classes.section} aria-label={title} onKeyDown={onKeyDown}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {carry && <CarriedBadge editor={editor} />}
        <EditorToolbar editor={editor} section={title} />
      </header>
      <EditorContent editor={editor} className={classes.content} />
      <PasteNotice editor={editor} />
      <PhraseParts editor={editor} phrases={phrases} />
      {sentences && <SentenceBar sentences={sentences} onDone={() => editor.commands.focus()} />}
    </section>
  )
}

const linkOptions = (sentences: FindingSentences | undefined): Partial<FindingLinkOptions> =>
  sentences
    ? { sentenceOf: (findingId) => sentences.courseOf(findingId)?.sentence ?? null, onShow: sentences.show }
    : {}

const sentenceEditor = (editor: Editor): SentenceEditor => ({
  state: () => editor.state,
  dispatch: (transaction) => editor.view.dispatch(transaction),
  onChange: (listener) => {
    editor.on('update', listener)
    return () => void editor.off('update', listener)
  },
})
