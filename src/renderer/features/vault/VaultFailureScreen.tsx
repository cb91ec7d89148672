// Shown in place of the app when the vault cannot be read.
import { Button } from '@mantine/core'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/ScreenHeading.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { OpenOtherVault } from './OpenOtherVault.tsx'
import { VaultPage } from './VaultPage.tsx'

/** Shows the folder in which the vault's files lie. */
export function ShowFolderButton() {
  return (
    <Button variant="default" onClick={() => void ask('vault:showFolder', {}).catch(notifyFailure)}>
      Show the vault’s folder
    </Button>
  )
}

export function VaultFailureScreen({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <VaultPage width="narrow">
      <ScreenHeading mb="md">Your records could not be opened</ScreenHeading>
      <FailureNotice
        failure={failure}
        onRetry={onRetry}
        actions={
          <>
            <ShowFolderButton />
            <OpenOtherVault />
          </>
        }
      />
    </VaultPage>
  )
}
