// Backups on screen: the sign in the rail, the settings, the question for a place, and the last backup before the app ends.
export { BackupCard } from './BackupCard.tsx'
export { BackupSettings } from './BackupSettings.tsx'
export { BackupSign } from './BackupSign.tsx'
export { ClosingOverlay } from './ClosingOverlay.tsx'
export { FirstPlaceScreen } from './FirstPlaceScreen.tsx'
export { useLeftBehind, wordsOfKept, wordsOfOldKeys } from './leftBehind.ts'
