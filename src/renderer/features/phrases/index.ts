// Phrases: the list of them, the dialog that makes one from anywhere, and their text with blanks.
export { PhraseDialog, type PhraseDraft } from './PhraseDialog.tsx'
export { PhrasesScreen } from './PhrasesScreen.tsx'
export { PhraseText } from './PhraseText.tsx'
export { expandAmong, usePhrases } from './usePhrases.ts'
