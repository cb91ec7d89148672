// Why no seal was made: that nothing is signed yet has words of its own.
import { notifications } from '@mantine/notifications'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'

export function tellSealFailure(failure: Failure): void {
  if (failure.issueAt('') !== 'nothing_signed') return tellFailure(failure)
  notifications.show({
    id: 'seal',
    title: 'Nothing to seal yet',
    message: 'A seal covers signed notes. Sign one first.',
  })
}
