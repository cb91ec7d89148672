// The list of keyboard shortcuts, opened by its key or from the settings.
export { ShortcutsDialog } from './ShortcutsDialog.tsx'
export { showShortcuts } from './shownShortcuts.ts'
