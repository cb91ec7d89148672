// The locked app: a passphrase, or the recovery code with a new passphrase. No client's text is here.
import { Alert, Text } from '@mantine/core'
import { useState } from 'react'
import type { VaultStatus } from '#shared/contract/vault.ts'
import { RecoverForm } from './RecoverForm.tsx'
import { UnlockForm } from './UnlockForm.tsx'
import { VaultPage } from './VaultPage.tsx'

export function LockScreen({ status, onRestore }: { status: VaultStatus; onRestore: () => void }) {
  const [way, setWay] = useState<'passphrase' | 'recovery code'>('passphrase')
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
        />
      ) : (
        <RecoverForm retryAfterSeconds={status.retryAfterSeconds} onBack={() => setWay('passphrase')} />
      )}
      <Text size="sm" c="dimmed" ta="center" mt="md" style={{ overflowWrap: 'anywhere' }}>
        Your records are in {status.folder}
      </Text>
    </VaultPage>
  )
}
