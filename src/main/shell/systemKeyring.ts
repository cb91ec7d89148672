// The system's keyring, which keeps a secret for this user of this computer, and unlocking by it.
import { safeStorage } from 'electron'
import type { ComputerUnlock } from '#shared/contract/vault.ts'
import { AppError } from '#main/appError.ts'
import type { WatchedServices } from './services.ts'

export interface SystemKeyring {
  state(): ComputerUnlock['keyring']
  /** Base64. Throws what the system throws. */
  seal(secret: string): string
  /** Null where the keyring is another one, or is not there any more. */
  open(sealed: string): string | null
}

/** Backends on Linux that keep what they are given as good as unencrypted. */
const plainBackends: readonly string[] = ['basic_text', 'unknown']

/** The keyring of this system. It may ask the user, the first time. */
export function systemKeyring(platform: NodeJS.Platform = process.platform): SystemKeyring {
  return {
    state() {
      if (platform === 'linux' && plainBackends.includes(safeStorage.getSelectedStorageBackend())) return 'plain'
      return safeStorage.isEncryptionAvailable() ? 'ready' : 'none'
    },
    seal: (secret) => safeStorage.encryptString(secret).toString('base64'),
    open(sealed) {
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
      } catch {
        return null
      }
    },
  }
}

export interface ComputerUnlocking {
  state(): Promise<ComputerUnlock>
  /** Throws AppError CONFLICT where the passphrase was not proven before, or the keyring protects nothing. */
  keep(): Promise<void>
  /** @returns whether it is open now; where the keyring no longer has the key, what was kept is removed */
  unlock(): Promise<{ isOpen: boolean }>
}

export function makeComputerUnlocking(
  services: Pick<WatchedServices, 'ask'>,
  keyring: SystemKeyring,
): ComputerUnlocking {
  const sealed = async () => (await services.ask('vault:computerKey', {})).sealed

  async function lost(): Promise<{ isOpen: boolean }> {
    await services.ask('vault:forgetComputer', {})
    return { isOpen: false }
  }

  return {
    state: async () => ({ keyring: keyring.state(), isOn: (await sealed()) !== null }),
    async keep() {
      if (keyring.state() !== 'ready') throw new AppError('CONFLICT')
      const { secret } = await services.ask('vault:takeComputerSecret', {})
      await services.ask('vault:keepComputerKey', { sealed: keyring.seal(secret) })
    },
    async unlock() {
      const kept = await sealed()
      if (kept === null || keyring.state() !== 'ready') return { isOpen: false }
      const secret = keyring.open(kept)
      if (secret === null) return lost()
      try {
        await services.ask('vault:unlockWithSecret', { secret })
        return { isOpen: true }
      } catch (error) {
        // The passphrase was changed since, or the vault is another one.
        if (error instanceof AppError && error.code === 'NOT_FOUND') return lost()
        throw error
      }
    },
  }
}
