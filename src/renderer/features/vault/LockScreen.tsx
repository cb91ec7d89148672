// The locked app: a passphrase, or the recovery code with a new passphrase. No client's text is here. And locking it at the
// therapist's wish.
import { Alert, Text } from '@mantine/core'
import { useState } from 'react'
import { notifications } from '@mantine/notifications'
import type { VaultStatus } from '#shared/contract/vault.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { fieldsToLose, unstoredNames } from '#renderer/ui/unstoredFields.ts'
import { DamagedVault, type Damage } from './damaged/DamagedVault.tsx'
import { InUseScreen, type WayIn } from './InUseScreen.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'
import { VaultPage } from './VaultPage.tsx'

interface Props {
  status: VaultStatus
  onRestore: () => void
  /** What was found at the last try; it outlives this screen, for the way back from restoring. */
  damaged: Damage | null
  onDamaged: (damage: Damage | null) => void
}

export function LockScreen({ status, onRestore, damaged, onDamaged }: Props) {
  const [way, setWay] = useState<'passphrase' | 'recovery code'>('passphrase')
  const [wayIn, setWayIn] = useState<WayIn | null>(null)
  if (damaged) {
    return (
      <VaultPage width="medium">
        <DamagedVault {...damaged} onRestore={onRestore} onBack={() => onDamaged(null)} />
      </VaultPage>
    )
  }
  const { heldBy } = status
  if (heldBy !== null && wayIn === null) {
    return <InUseScreen holder={heldBy} onChoose={setWayIn} onRestore={onRestore} />
  }
  const chosen = heldBy === null || wayIn === null ? null : { wayIn, heldBy, onBack: () => setWayIn(null) }
  return (
    <VaultPage width="narrow">
      {status.envelopeRepaired && (
        <Alert color="tide" mb="md" title="The key file was put back">
          It was damaged and has been restored from its copy. Nothing is lost.
        </Alert>
      )}
      {status.demoPassphrase !== null && (
        <Alert color="tide" mb="md" title="Demo practice">
          Everything in it is made up. Its passphrase is{' '}
          <Text span inherit fw={650}>
            {status.demoPassphrase}
          </Text>
        </Alert>
      )}
      {way === 'passphrase' ? (
        <UnlockForm
          retryAfterSeconds={status.retryAfterSeconds}
          onUseRecoveryCode={() => setWay('recovery code')}
          onRestore={onRestore}
          onDamaged={(code, secret) => onDamaged({ code, secret })}
          chosen={chosen}
        />
      ) : (
        <RecoverForm
          retryAfterSeconds={status.retryAfterSeconds}
          isTakingOver={chosen !== null}
          onBack={() => setWay('passphrase')}
          onDamaged={(code, secret) => onDamaged({ code, secret })}
        />
      )}
      <Text size="sm" c="dimmed" ta="center" mt="md" style={{ overflowWrap: 'anywhere' }}>
        Your records are in {status.folder}
        {status.syncedBy !== null && `, a folder of ${status.syncedBy}`}
      </Text>
    </VaultPage>
  )
}

/** Asks main to lock, which closes the page. Unsaved work prevents it, and is notified. */
export function lockNow(): void {
  const fields = fieldsToLose()
  const now = performance.now()
  const wasWarned = now - warnedAt < askedAgainMilliseconds
  warnedAt = fields.length > 0 ? now : -Infinity
  if (fields.length === 0 || wasWarned) return void ask('vault:lock', {}).catch(notifyFailure)
  notifications.show({
    id: 'lock-unstored',
    color: 'ember',
    message: `Not saved yet: ${unstoredNames(fields)}. Lock again to lock anyway.`,
    autoClose: askedAgainMilliseconds,
  })
}

/** Within this time a second "Lock" confirms the first. */
const askedAgainMilliseconds = 12_000
let warnedAt = -Infinity
