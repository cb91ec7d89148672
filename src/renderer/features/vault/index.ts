// The vault's screens: set-up, lock, recovery code.
export { LockScreen } from './LockScreen.tsx'
export { RecoveryCodeScreen } from './RecoveryCodeScreen.tsx'
export { SetupScreen } from './SetupScreen.tsx'
