// The state of the vault, as every page asks for it.
import type { Output } from '#shared/contract/contract.ts'
import { createPracticeRepository } from '../../database/repositories/practiceRepository.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import type { Vault } from '../../vault/vaultOptions.ts'

const stateByPresence = { there: 'locked', missing: 'missing', absent: 'absent' } as const

interface Known {
  readonly vault: Vault
  readonly opened: OpenVault | null
  readonly folder: string
  readonly syncedBy: string | null
  /** Whether a rescue copy holds what is open. */
  readonly isRescued: boolean
  readonly envelopeRepaired: boolean
  readonly demoPassphrase: string | null
}

export function statusOf({ vault, opened, isRescued, ...known }: Known): Output<'vault:status'> {
  const isUnlocked = opened !== null
  const isMoved = opened?.isMoved() ?? false
  return {
    state: isUnlocked ? 'unlocked' : stateByPresence[vault.presence()],
    onlyRead: opened?.onlyRead ?? null,
    isMoved,
    heldBy: opened ? opened.takenBy() : vault.heldBy(),
    isOverwritten: isMoved && (opened?.isOverwritten() ?? false),
    isOnlyHere: isMoved && (opened?.isOnlyHere() ?? false) && !isRescued,
    notices: opened ? [...opened.notices()] : [],
    // A folder that is gone or can't be read is not inspected: the status must be given all the same.
    retryAfterSeconds: isMoved ? 0 : vault.retryAfterSeconds(),
    // Files that somebody has overwritten may be unreadable: the status must be given all the same.
    recoveryUnconfirmed:
      isUnlocked &&
      !isMoved &&
      opened.onlyRead !== 'damaged' &&
      createPracticeRepository(opened.database).get()?.recoveryConfirmedAt == null,
    ...known,
  }
}
