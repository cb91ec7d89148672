// Phrases: the list of them, and the note's editor with them.
export { NoteWithPhrases } from './NoteWithPhrases.tsx'
export { PhrasesScreen } from './PhrasesScreen.tsx'
export type { PhraseValues } from './phraseList.ts'
