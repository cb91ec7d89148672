// The practice's data, settings and passphrase.
export { SettingsScreen } from './SettingsScreen.tsx'
