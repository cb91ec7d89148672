// What could not be read when the vault was salvaged: the list, the way to it, and the note on a session.
export { LossBanner } from './LossBanner.tsx'
export { SalvageScreen } from './SalvageScreen.tsx'
export { SalvageSettings } from './SalvageSettings.tsx'
