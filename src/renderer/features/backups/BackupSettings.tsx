// Backups in Settings: when the last one was verified, what is wrong, and the places they go to.
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { BackupState } from '#shared/contract/backups.ts'
import { keptOf } from '#shared/domain/backup/rotation.ts'
import { paths } from '#renderer/app/routes.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { BackupPlaceRow } from './BackupPlaceRow.tsx'
import { lastVerifiedAt } from './backupSign.ts'
import classes from './BackupSettings.module.css'
import { failureWords, stageWords } from './backupWords.ts'
import { CopyProblemNotice } from './CopyProblemNotice.tsx'
import { useBackups, useBackupState } from './useBackups.ts'
import { useIsWritable, WhenWritable } from '#renderer/ui/Writable.tsx'

export function BackupSettings() {
  const state = useBackupState()
  const backups = useBackups()
  const isWritable = useIsWritable()
  const [, navigate] = useLocation()
  if (!state) return null
  const { places, copyProblem, failure } = state
  const isEmpty = places.length === 0
  const { running } = backups
  return (
    <Stack gap="md">
      <Text>{running ? runningWords(running.progress?.stage) : lastWords(state)}</Text>
      {!running && copyProblem && <CopyProblemNotice problem={copyProblem} />}
      {!running && failure && <FailureNotice failure={{ code: failure }} words={failureWords[failure]} />}
      {!isEmpty && (
        <ul className={classes.places} aria-label="Backup places">
          {places.map((place) => (
            <BackupPlaceRow key={place.id} place={place} backups={backups} />
          ))}
        </ul>
      )}
      <Group gap="sm">
        <WhenWritable>
          {running ? (
            <Button variant="default" onClick={backups.cancel}>
              Stop the backup
            </Button>
          ) : (
            <Button disabled={isEmpty} onClick={backups.backUp}>
              Back up now
            </Button>
          )}
          <Button
            variant={isEmpty ? 'filled' : 'default'}
            leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
            loading={backups.isAdding}
            onClick={() => void backups.addPlace()}
          >
            Add backup place
          </Button>
        </WhenWritable>
        <Button variant="default" onClick={() => navigate(paths.restore)}>
          Restore from backup
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {isWritable ? (isEmpty ? whereWords : keptWords) : onlyReadWords}
      </Text>
      <WhenWritable>
        <div>
          <Button variant="default" onClick={() => navigate(paths.bringIn)}>
            Bring in sessions from another copy
          </Button>
          <Text size="sm" c="dimmed" mt="xs">
            {bringInWords}
          </Text>
        </div>
      </WhenWritable>
    </Stack>
  )
}

const whereWords =
  'A place is a folder on another disk: a USB stick, an external disk, or a network drive. Backups are encrypted, and open with your passphrase or your recovery code.'

const onlyReadWords = 'No backup is made of records that can only be read. The backups that are there stay.'

const bringInWords =
  'For when you wrote on two computers, or a backup has a session that is missing here. Nothing here is changed.'

const keptWords = `Palpate backs up by itself while you work and before it closes. In each place the newest backups of ${keptOf.day} days, ${keptOf.week} weeks and ${keptOf.month} months stay; others are removed.`

function lastWords(state: BackupState): string {
  const at = lastVerifiedAt(state)
  if (at !== null) return `Last verified ${instantOnScreen(at, null)}`
  if (state.places.length === 0)
    return 'Your records are on this computer only. If it breaks or is stolen, they are gone.'
  return state.places.some(({ last }) => last) ? 'No backup is where it was made.' : 'Nothing is backed up yet.'
}

const runningWords = (stage: string | undefined) =>
  `${stageWords[(stage ?? 'copying') as keyof typeof stageWords]}. You can go on working.`
