// Shown in place of the app when the vault cannot be read.
import { Button } from '@mantine/core'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { OpenOtherVault, RestoreButton } from './OpenOtherVault.tsx'
import { VaultPage } from './VaultPage.tsx'

/** Shows the folder in which the vault's files lie. */
export function ShowFolderButton() {
  return (
    <Button variant="default" onClick={() => void ask('vault:showFolder', {}).catch(notifyFailure)}>
      Show the vault’s folder
    </Button>
  )
}

interface Props {
  failure: Failure
  onRetry: () => void
  onRestore: () => void
}

export function VaultFailureScreen({ failure, onRetry, onRestore }: Props) {
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
            <RestoreButton variant="default" onRestore={onRestore} />
          </>
        }
      />
    </VaultPage>
  )
}
