// The state of the vault, as every page asks for it.
import type { Output } from '#shared/contract/contract.ts'
import { createPracticeRepository } from '../../database/repositories/practiceRepository.ts'
import { hasErasedCameBack } from '../../database/repositories/tombstoneRepository.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import { syncServiceOf } from '../../vault/syncedFolder.ts'
import type { Vault } from '../../vault/vaultOptions.ts'

const stateByPresence = { there: 'locked', missing: 'missing', absent: 'absent' } as const

interface VaultStatus {
  /** Mends the envelope where its copy can; the state says so from then on. Any problem is reported at unlocking. */
  repairEnvelope(): void
  /** @param isRescued whether a rescue copy holds what is open */
  of(opened: OpenVault | null, isRescued: boolean): Output<'vault:status'>
}

export function makeVaultStatus(vault: Vault, folder: string, demoPassphrase: string | null): VaultStatus {
  const syncedBy = syncServiceOf(folder)
  let envelopeRepaired = false

  function repairEnvelope(): void {
    try {
      envelopeRepaired ||= vault.repairEnvelope()
    } catch {
      // The state must be available to get as far as unlocking.
    }
  }

  return {
    repairEnvelope,
    of(opened, isRescued) {
      if (opened === null) repairEnvelope()
      return { ...stateOf(vault, opened, isRescued), folder, syncedBy, envelopeRepaired, demoPassphrase }
    },
  }
}

type State = Omit<Output<'vault:status'>, 'folder' | 'syncedBy' | 'envelopeRepaired' | 'demoPassphrase'>

function stateOf(vault: Vault, opened: OpenVault | null, isRescued: boolean): State {
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
      // Neither a new code nor that it was written down could be stored.
      opened.onlyRead === null &&
      createPracticeRepository(opened.database).get()?.recoveryConfirmedAt == null,
    hasErasedCameBack: isUnlocked && !isMoved && opened.onlyRead === null && hasErasedCameBack(opened.database),
  }
}
