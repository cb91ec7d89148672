// Unlocking with this computer, on the side of the services: they have the vault's key, main has the system's keyring.
import { AppError } from '../../appError.ts'
import { computerKeyIn } from '../../vault/computerKey.ts'
import type { Vault } from '../../vault/vaultOptions.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import type { Surroundings } from '../services.ts'
import type { VaultHandlers } from './channels.ts'

type Channel =
  | 'vault:allowComputer'
  | 'vault:takeComputerSecret'
  | 'vault:keepComputerKey'
  | 'vault:computerKey'
  | 'vault:forgetComputer'

export interface ComputerUnlock {
  readonly handlers: Pick<VaultHandlers, Channel>
  /** Opens the vault with the secret that the keyring gave. Throws AppError NOT_FOUND where it opens nothing. */
  unlock(secret: string): Promise<OpenVault>
  /** The vault has another passphrase or key, or is another one: only the passphrase opens it. */
  forget(): void
}

/**
 * @param file in the profile; null where there is none
 * @param refuseLocked throws AppError LOCKED while no vault is open
 */
export function makeComputerUnlock(
  vault: Vault,
  file: string | null,
  surroundings: Pick<Surroundings, 'randomBytes'>,
  refuseLocked: () => void,
): ComputerUnlock {
  const kept = computerKeyIn(file, surroundings.randomBytes)
  return {
    handlers: {
      async 'vault:allowComputer'({ passphrase }) {
        refuseLocked()
        await vault.withKey(passphrase, kept.prepare)
        return {}
      },
      'vault:takeComputerSecret': () => ({ secret: kept.takeSecret() }),
      'vault:keepComputerKey'({ sealed }) {
        kept.keep(sealed)
        return {}
      },
      'vault:computerKey'() {
        const envelope = vault.envelope()
        return { sealed: envelope && kept.sealed(envelope.vaultId) }
      },
      'vault:forgetComputer'() {
        kept.forget()
        return {}
      },
    },
    async unlock(secret) {
      const envelope = vault.envelope()
      if (envelope === null) throw new AppError('NOT_FOUND')
      const key = kept.open(envelope, secret)
      try {
        return vault.reopen(key)
      } catch (error) {
        key.fill(0)
        throw error
      }
    },
    forget: kept.forget,
  }
}
