// A quiet card on Today that asks for a place for backups while there is none.
import { Button, Group } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { instantNow } from '#shared/domain/time.ts'
import classes from './BackupCard.module.css'
import { isPlaceWanted } from './backupSign.ts'
import { useBackups, useBackupState } from './useBackups.ts'

export function BackupCard() {
  const state = useBackupState()
  const backups = useBackups()
  if (!state || !isPlaceWanted(state, instantNow())) return null
  return (
    <section className={classes.card} aria-labelledby="backup-card">
      <IconDatabaseExport size={20} stroke={1.7} aria-hidden className={classes.icon} />
      <div>
        <h2 id="backup-card">Where should backups go?</h2>
        <p>Your records are on this computer only. A folder on a USB stick or another disk keeps them if it breaks.</p>
      </div>
      <Group gap="sm" className={classes.actions}>
        <Button variant="subtle" size="compact-md" onClick={() => void backups.putOff()}>
          Later
        </Button>
        <Button variant="default" size="compact-md" loading={backups.isAdding} onClick={() => void backups.addPlace()}>
          Choose a folder
        </Button>
      </Group>
    </section>
  )
}
