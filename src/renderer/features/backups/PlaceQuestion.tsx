// Asks before a place is taken as it is now, or removed: what that means.
import { Code, Text } from '@mantine/core'
import type { BackupPlace } from '#shared/contract/backups.ts'
import { Question } from '#renderer/ui/Question.tsx'

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
  const path = (
    <Code block fz="sm">
      {folder}
    </Code>
  )
  return (
    <>
      <Question
        isOpen={asked === 'accept'}
        title="Use this folder from now on?"
        onKeep={onClose}
        act="Use this folder"
        onAct={answer(onAccept)}
      >
        {path}
        <Text>
          {problem === 'newest gone'
            ? 'Palpate goes on without the backup that is missing, and makes a new one here now. The older ones stay.'
            : 'Palpate makes a new backup here now, and stops looking for the earlier ones. If only the wrong disk is plugged in, cancel and plug in the right one.'}
        </Text>
        <Text>Nothing is deleted.</Text>
      </Question>
      <Question
        isOpen={asked === 'remove'}
        title="Remove this place?"
        onKeep={onClose}
        act="Remove place"
        onAct={answer(onRemove)}
      >
        {path}
        <Text>Palpate makes no more backups here. The backups that are here stay: only you can delete them.</Text>
      </Question>
    </>
  )
}
