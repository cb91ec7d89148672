// The recovery code, shown once.
export const RecoveryCodeScreen = () => null
