// Asks on Today for a place for backups while there is none.
import { Button } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { instantNow } from '#shared/domain/time.ts'
import { QuestionCard } from '#renderer/ui/QuestionCard.tsx'
import { isPlaceWanted } from './backupSign.ts'
import { useBackups, useBackupState } from './useBackups.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

export function BackupCard() {
  const state = useBackupState()
  const backups = useBackups()
  const isWritable = useIsWritable()
  if (!isWritable || !state || !isPlaceWanted(state, instantNow())) return null
  return (
    <QuestionCard
      icon={<IconDatabaseExport size={20} stroke={1.7} />}
      title="Where should backups go?"
      text="Your records are on this computer only. A folder on a USB stick or another disk keeps them if it breaks."
    >
      <Button variant="subtle" size="compact-md" onClick={() => void backups.putOff()}>
        Later
      </Button>
      <Button variant="default" size="compact-md" loading={backups.isAdding} onClick={() => void backups.addPlace()}>
        Choose a folder
      </Button>
    </QuestionCard>
  )
}
