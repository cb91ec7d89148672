// A bar over every screen while the open vault can't keep what is written: its files are gone, or can't be written.
import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useAnswer, useOrder } from '#renderer/bridge/queries.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import classes from './VaultTrouble.module.css'

export function VaultTrouble() {
  const status = useAnswer('vault:status', {}).data
  if (status?.isMoved) return <MovedVault folder={status.folder} />
  if (status?.isReadOnly) return <ReadOnlyVault folder={status.folder} />
  return null
}

function MovedVault({ folder }: { folder: string }) {
  const cache = useQueryClient()
  const rescue = useOrder('vault:rescueCopy')
  const open = useOrder('vault:openRescue')
  const written = rescue.data
  return (
    <div role="alert" className={classes.bar}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden className={classes.icon} />
      <div>
        <Text fw={650} c="var(--p-warn)">
          Your vault is not where it was. Nothing is being saved.
        </Text>
        <Text size="sm">
          {written === undefined ? (
            <>
              What is on screen is kept: do not close Palpate. Put {folder} back, or write a rescue copy to another
              disk.
            </>
          ) : (
            <>
              {written.isScreenIn
                ? 'Everything up to now is in the rescue copy, encrypted, with the same passphrase: '
                : 'Not all that is on screen could be put in the rescue copy, so do not close Palpate. All that was saved is in it: '}
              {written.folder}
            </>
          )}
        </Text>
      </div>
      <Group gap="sm" className={classes.actions}>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => void cache.invalidateQueries({ queryKey: ['vault:status'] })}
        >
          Look again
        </Button>
        <Button
          variant={written === undefined ? 'filled' : 'default'}
          size="compact-md"
          loading={rescue.isPending}
          onClick={() => rescue.mutate({}, { onError: tellFailure })}
        >
          Write a rescue copy
        </Button>
        {written !== undefined && (
          <Button size="compact-md" loading={open.isPending} onClick={() => open.mutate({}, { onError: tellFailure })}>
            Open the rescue copy
          </Button>
        )}
      </Group>
    </div>
  )
}

function ReadOnlyVault({ folder }: { folder: string }) {
  return (
    <div role="status" className={classes.bar}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden className={classes.icon} />
      <div>
        <Text fw={650} c="var(--p-warn)">
          You can read these records, but not write.
        </Text>
        <Text size="sm">Nothing that you change is kept, because {folder} can’t be written.</Text>
      </div>
    </div>
  )
}
