// What belongs to a section's editor because of phrases: the list at the caret, and the dialog that makes a phrase.
import type { Editor } from '@tiptap/react'
import { PhraseDialog } from '#renderer/features/phrases/index.ts'
import { PhraseMenu } from './PhraseMenu.tsx'
import type { SectionPhrases } from './usePhraseSource.tsx'

interface Props {
  editor: Editor
  phrases: SectionPhrases
}

export const PhraseParts = ({ editor, phrases: { source, draft, setDraft } }: Props) => (
  <>
    <PhraseMenu editor={editor} source={source} />
    <PhraseDialog draft={draft} onClose={() => setDraft(null)} onGone={() => editor.commands.focus()} />
  </>
)
