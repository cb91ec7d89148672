// The clipboard: an editor's extension, and the line about what a paste left out. It knows no session.
export { watchFieldPastes } from './fieldPaste.ts'
export { NoteClipboard } from './noteClipboard.ts'
export { PasteNotice } from './PasteNotice.tsx'
