// The locked app.
import type { VaultStatus } from '#shared/contract/vault.ts'

export const LockScreen = (_: { status: VaultStatus }) => null
