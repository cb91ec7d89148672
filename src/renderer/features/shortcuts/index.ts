// The list of keyboard shortcuts, opened by its key or from the settings.
export { ShortcutsDialog, showShortcuts } from './ShortcutsDialog.tsx'
