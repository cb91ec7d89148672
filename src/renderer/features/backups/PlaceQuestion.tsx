// Asks before a place is taken as it is now, or removed: what that means.
import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core'
import type { BackupPlace } from '#shared/contract/backups.ts'

interface Props {
  place: BackupPlace
  /** Null while nothing is asked. */
  asked: 'accept' | 'remove' | null
  onClose: () => void
  onAccept: () => void
  onRemove: () => void
}

export function PlaceQuestion({ place: { folder, problem }, asked, onClose, onAccept, onRemove }: Props) {
  const answer = (take: () => void) => () => {
    onClose()
    take()
  }
  return (
    <>
      <Modal opened={asked === 'accept'} onClose={onClose} title="Use this folder from now on?" size={460}>
        <Stack gap="md">
          <Code block fz="sm">
            {folder}
          </Code>
          <Text>
            {problem === 'newest gone'
              ? 'Palpate goes on without the backup that is missing, and makes a new one here now. The older ones stay.'
              : 'Palpate makes a new backup here now, and stops looking for the earlier ones. If only the wrong disk is plugged in, cancel and plug in the right one.'}
          </Text>
          <Text>Nothing is deleted.</Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button onClick={answer(onAccept)}>Use this folder</Button>
          </Group>
        </Stack>
      </Modal>
      <Modal opened={asked === 'remove'} onClose={onClose} title="Remove this place?" size={460}>
        <Stack gap="md">
          <Code block fz="sm">
            {folder}
          </Code>
          <Text>Palpate makes no more backups here. The backups that are here stay: only you can delete them.</Text>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button onClick={answer(onRemove)}>Remove place</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
