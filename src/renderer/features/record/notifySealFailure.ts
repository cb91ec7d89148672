// Notifies why no seal was made, with words of its own where nothing is signed yet.
import { notifications } from '@mantine/notifications'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'

export function notifySealFailure(failure: Failure): void {
  if (failure.issueAt('') !== 'nothing_signed') return notifyFailure(failure)
  notifications.show({
    id: 'seal',
    title: 'Nothing to seal yet',
    message: 'A seal covers signed notes. Sign one first.',
  })
}
