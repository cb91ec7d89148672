// The end of the first start: where backups should go.
import { Button, Group, Stack, Text } from '@mantine/core'
import { VaultPage } from '#renderer/features/vault/index.ts'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { useBackups } from './useBackups.ts'

interface Props {
  /** A place was chosen, or the question was put off. */
  onDone: () => void
}

export function FirstPlaceScreen({ onDone }: Props) {
  const backups = useBackups()
  return (
    <VaultPage width="narrow">
      <Stack gap="lg">
        <div>
          <ScreenHeading>Where should backups go?</ScreenHeading>
          <Text mt="xs">
            Your records are on this computer only. Choose a folder on another disk: a USB stick, an external disk, or a
            network drive. Palpate backs up to it by itself and verifies every backup.
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          Backups are encrypted. They open with your passphrase or your recovery code.
        </Text>
        <Group justify="space-between" gap="sm" pt={20} style={{ borderTop: '1px solid var(--p-line)' }}>
          <Button variant="default" onClick={() => void backups.putOff().then(onDone)}>
            Later
          </Button>
          <Button
            loading={backups.isAdding}
            onClick={() => void backups.addPlace().then((added) => added === 'added' && onDone())}
          >
            Choose a folder
          </Button>
        </Group>
      </Stack>
    </VaultPage>
  )
}
