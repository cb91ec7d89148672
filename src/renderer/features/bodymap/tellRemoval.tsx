// Tells that a finding was taken off the map, with the way back.
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { findingName } from './findingWords.ts'

/** @param bringBack puts the finding on the map again */
export function tellRemoval(finding: Finding, bringBack: () => void): void {
  const id = `removed-${finding.id}`
  const undo = () => {
    bringBack()
    notifications.hide(id)
  }
  notifications.show({
    id,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>Removed: {findingName(finding)}</span>
        <Button variant="default" size="compact-sm" onClick={undo}>
          Undo
        </Button>
      </Group>
    ),
  })
}
