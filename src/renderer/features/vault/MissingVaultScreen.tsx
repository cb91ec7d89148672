// A vault was opened here before, and is missing. A new one is created only on request.
import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { timeNowHere } from '#shared/domain/time.ts'
import { RestoreButton } from './OpenOtherVault.tsx'
import { SearchVaults } from './SearchVaults.tsx'
import { VaultPage } from './VaultPage.tsx'

interface Props {
  /** Where it was, absolute. */
  folder: string
  onSetUpNew: () => void
  onRestore: () => void
}

export function MissingVaultScreen({ folder, onSetUpNew, onRestore }: Props) {
  const cache = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const [lookedAt, setLookedAt] = useState<string | null>(null)
  const other = useMutationOf('vault:openOther')
  const failure = other.error

  async function look() {
    other.reset()
    await cache.invalidateQueries({ queryKey: ['vault:status'] })
    // Still mounted after the check: the vault is still missing.
    setLookedAt(timeNowHere())
  }

  return (
    <VaultPage width="medium">
      <Stack gap="lg">
        <div>
          <ScreenHeading>Your vault is not where it was</ScreenHeading>
          <Text mt="xs">Last time your records were in this folder. Now there is nothing here:</Text>
          <Code block mt="xs" fz="sm">
            {folder}
          </Code>
        </div>
        <Text>
          If it is on a USB stick or another disk, plug that in, then look again. If the folder was moved or renamed,
          open it where it is now. Nothing was made in its place.
        </Text>
        {failure && failure.code !== 'CANCELLED' && <FailureNotice failure={failure} />}
        <SearchVaults onRestore={onRestore}>
          <Button onClick={() => void look()}>Look again</Button>
          <Button variant="default" loading={other.isPending} onClick={() => other.mutate({})}>
            Open another vault
          </Button>
          <RestoreButton variant="default" onRestore={onRestore} />
        </SearchVaults>
        <Text size="sm" c="dimmed" role="status">
          {lookedAt !== null && !failure ? `Looked at ${lookedAt}: it is still not there.` : ''}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setIsAsking(true)}
          style={{ alignSelf: 'flex-start' }}
        >
          Set up a new practice instead
        </Button>
      </Stack>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title="Set up a new, empty practice?" size={460}>
        <Stack gap="md">
          <Text>
            It begins without your clients and notes. Your missing vault is not touched. If it turns up later, close
            Palpate and put its folder in the place of the new one.
          </Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onSetUpNew}>
              Set up a new practice
            </Button>
            <Button data-autofocus onClick={() => setIsAsking(false)}>
              Keep looking
            </Button>
          </Group>
        </Stack>
      </Modal>
    </VaultPage>
  )
}
