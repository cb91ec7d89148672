// Sessions of another copy of the vault, brought in as drafts.
export { BringInScreen } from './BringInScreen.tsx'
