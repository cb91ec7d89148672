// The clipboard's room: an editor's extension, and the line that tells what a paste left out. It knows no session.
export { watchFieldPastes } from './fieldPaste.ts'
export { NoteClipboard } from './noteClipboard.ts'
export { PasteNotice } from './PasteNotice.tsx'
