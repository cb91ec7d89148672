// The note's editor, for everything that is written as a note: its schema, its toolbar, text that stays as it was typed,
// clean pasting, phrases and their blanks. It knows no session: callers pass what belongs to one.
export { storableDocument } from './editorDocument.ts'
export { NoteCard, UnreadableNote } from './NoteCard.tsx'
export { NoteEditor, type NoteEditorProps, type NoteHandle, type OpenNote } from './NoteEditor.tsx'
export { findPhrases, phraseCalled } from './phrases/phraseSearch.ts'
export type { PhraseSource } from './phrases/phrases.ts'
export { PhraseText } from './phrases/PhraseMenu.tsx'
