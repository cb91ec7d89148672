// The vault's screens: set-up, lock, recovery code, what to do when it cannot be opened; and its new passphrase.
export { LockScreen } from './LockScreen.tsx'
export { NewPassphraseFields, newPassphraseProblem, noPassphrase } from './NewPassphraseFields.tsx'
export { PassphraseInput } from './PassphraseInput.tsx'
export { RecoveryCodeScreen, recoveryCodeKey } from './RecoveryCodeScreen.tsx'
export { SetupScreen } from './SetupScreen.tsx'
export { isAboutWeakness, useWeakPassphrase } from './useWeakPassphrase.tsx'
export { VaultFailureScreen } from './VaultFailureScreen.tsx'
