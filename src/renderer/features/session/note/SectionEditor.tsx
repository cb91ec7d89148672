// One section of a draft: the note's editor, with the links of its text to the map and to the last visit.
import type { Editor } from '@tiptap/react'
import { memo, useCallback, useRef, useState } from 'react'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { sectionNames, type SectionId } from '#shared/domain/note/sections.ts'
import { NoteWithPhrases, type PhraseValues } from '#renderer/features/phrases/index.ts'
import type { NoteHandle, OpenNote } from '#renderer/noteEditor/index.ts'
import { usePlace } from '#renderer/ui/places.tsx'
import { CarriedBadge } from './carried/CarriedBadge.tsx'
import { isConfirmation } from './carried/carriedEdits.ts'
import { attachSection } from './carried/carriedSection.ts'
import { useCarryForward } from './carried/useCarryForward.ts'
import type { FindingSentences, SentenceEditor } from '../draft/findingSentences.ts'
import { SentenceBar } from './SentenceBar.tsx'
import { sectionExtensions } from './sectionExtensions.ts'
import classes from './SectionEditor.module.css'

export interface SectionChange {
  /** Called when carried-over text was confirmed. */
  readonly isConfirmed: boolean
  /** Whether the editor has had text since it was opened: if it is empty now, the text was deleted on purpose. */
  readonly hasHeldWords: boolean
}

interface Props {
  section: SectionId
  hint: string
  /** The stored document. Read once: afterwards the editor holds the document. */
  stored: { document: NoteDocument | null; plainText: string }
  /**
   * Called after every change. `read` returns the current document, also after the editor is destroyed.
   */
  onChange: (section: SectionId, read: () => NoteDocument, change: SectionChange) => void
  /** The values of phrases' placeholders. */
  valuesNow: () => PhraseValues
  /** Keeps sentences of this section together with the marks on the map. */
  sentences?: FindingSentences
}

export const SectionEditor = memo(({ section, hint, stored, valuesNow, onChange, sentences }: Props) => {
  const carry = useCarryForward()
  const hasHeldWords = useRef(false)
  const text = useRef<NoteHandle>(null)
  usePlace(section, { focus: () => text.current?.focus(), hasFocus: () => text.current?.hasFocus() ?? false })
  const [extensions] = useState(() => sectionExtensions(sentences, carry?.isOfNote))
  const open = useCallback(
    (note: OpenNote) => {
      hasHeldWords.current ||= note.editor.state.doc.textContent.trim() !== ''
      const ends = [sentences?.attach(sentenceEditor(note.editor)), carry && attachSection(carry, section, note)]
      return () => {
        for (const end of ends) end?.()
      }
    },
    [section, sentences, carry],
  )
  return (
    <NoteWithPhrases
      ref={text}
      name={section}
      title={sectionNames[section]}
      section={section}
      hint={hint}
      stored={stored}
      extensions={extensions}
      valuesNow={valuesNow}
      onOpen={open}
      onChange={(read, transaction) => {
        hasHeldWords.current ||= transaction.doc.textContent.trim() !== ''
        onChange(section, read, { isConfirmed: isConfirmation(transaction), hasHeldWords: hasHeldWords.current })
      }}
      className={classes.section ?? ''}
      renderBeside={(editor) => carry && <CarriedBadge editor={editor} />}
      renderBelow={(editor) =>
        sentences && <SentenceBar sentences={sentences} onDone={() => editor.commands.focus()} />
      }
    />
  )
})

const sentenceEditor = (editor: Editor): SentenceEditor => ({
  state: () => editor.state,
  dispatch: (transaction) => editor.view.dispatch(transaction),
  onChange: (listener) => {
    editor.on('update', listener)
    return () => void editor.off('update', listener)
  },
})
