export { ShortcutsDialog } from './ShortcutsDialog.tsx'
export { showShortcuts } from './shownShortcuts.ts'
