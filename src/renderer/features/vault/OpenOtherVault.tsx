// The way to another vault, from any screen of this one: a folder is chosen, this vault is locked, the other one asks for its
// passphrase. When it is refused, nothing has changed.
import { Button } from '@mantine/core'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'

export function OpenOtherVault({ variant = 'default' }: { variant?: 'default' | 'subtle' }) {
  const open = useMutationOf('vault:openOther')
  return (
    <Button
      variant={variant}
      loading={open.isPending}
      onClick={() =>
        open.mutate({}, { onError: (failure) => void (failure.code !== 'CANCELLED' && notifyFailure(failure)) })
      }
    >
      Open another vault
    </Button>
  )
}

/** The way to a backup, from every screen of a vault that is not open. */
export function RestoreButton({ onRestore, variant }: { onRestore: () => void; variant: 'default' | 'subtle' }) {
  return (
    <Button variant={variant} onClick={onRestore}>
      Restore from backup
    </Button>
  )
}
