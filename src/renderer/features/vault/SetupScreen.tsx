// First start: the practice and the passphrase.
export const SetupScreen = () => null
