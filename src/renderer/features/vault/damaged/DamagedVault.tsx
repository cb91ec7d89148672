// A vault that is damaged: what is known, and the ways to go on. None of them changes the damaged files.
import { Button, Group, Stack, Text } from '@mantine/core'
import type { Input } from '#shared/contract/contract.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { copyTitle } from '../restore/restoreWords.ts'
import { ShowFolderButton } from '../VaultFailureScreen.tsx'
import { salvageStageWords } from './salvageWords.ts'
import classes from './DamagedVault.module.css'

/** What opens the vault, as it was typed. */
export type VaultSecret = Input<'vault:readDamaged'>['secret']

/** Whether a vault that did not open for this reason may be read in part. */
export const isDamage = (code: ErrorCode): boolean => code === 'DB_CORRUPT' || code === 'IO_ERROR'

/** A vault that its secret opened, and that is damaged. */
export interface Damage {
  /** Why it did not open. */
  readonly code: ErrorCode
  readonly secret: VaultSecret
}

interface Props extends Damage {
  onRestore: () => void
  onBack: () => void
}

export function DamagedVault({ code, secret, onRestore, onBack }: Props) {
  const salvage = useJob('vault:salvage')
  const reading = useJob('vault:readDamaged')
  const copies = useAnswer('backup:knownCopies', {}).data?.copies
  const newest = copies?.find(({ verifiedAt, isOfThisVault }) => verifiedAt !== null && isOfThisVault !== false)
  const running = [salvage, reading].find(({ isPending }) => isPending)
  const failure = [salvage.failure, reading.failure].find((one) => one !== null && one.code !== 'CANCELLED')

  if (running) {
    return (
      <Stack gap="md">
        <ScreenHeading>{salvage.isPending ? 'Salvaging what can be read' : 'Reading what can be read'}</ScreenHeading>
        <JobProgress
          kind="salvage"
          progress={running.progress}
          label="Salvage"
          words={salvageStageWords(running.progress)}
          isAnnounced
        />
        <Text size="sm" c="dimmed">
          The damaged files are only read.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={running.leave}>
            Cancel
          </Button>
        </Group>
      </Stack>
    )
  }

  return (
    <Stack gap="lg">
      <div>
        <ScreenHeading>Your vault is damaged</ScreenHeading>
        <Text mt="xs">
          {code === 'IO_ERROR'
            ? 'The disk could not read a part of the file with your records. That is how a failing disk begins.'
            : 'The file with your records can’t be opened: a part of it is not as Palpate wrote it. That happens when a disk begins to fail, or when a copy was cut short.'}{' '}
          Nothing was changed and nothing was deleted.
        </Text>
      </div>
      <ul className={classes.ways}>
        <li>
          <div>
            <h2>Use a backup</h2>
            <p>
              {newest
                ? `The newest verified backup that was found is of ${copyTitle(newest)}. What was written later is not in it.`
                : copies === undefined
                  ? 'Looking for backups…'
                  : 'No verified backup was found. If you have one on a stick or another disk, plug it in first.'}
            </p>
          </div>
          <Button variant={newest ? 'filled' : 'default'} onClick={onRestore}>
            Restore from backup
          </Button>
        </li>
        <li>
          <div>
            <h2>Look something up now</h2>
            <p>Opens what can be read. Nothing is written, and nothing can be changed.</p>
          </div>
          <Button variant="default" onClick={() => reading.start({ secret })}>
            Open read-only
          </Button>
        </li>
        <li>
          <div>
            <h2>Go on with what is left</h2>
            <p>
              Puts everything that can be read into a new vault, with a list of what is missing. The damaged vault is
              kept beside it. Your passphrase and recovery code stay the same.
            </p>
          </div>
          <Button variant={newest ? 'default' : 'filled'} onClick={() => salvage.start({ secret })}>
            Salvage what can be read
          </Button>
        </li>
      </ul>
      {failure && (
        <FailureNotice failure={failure} words={failure.code === 'DB_CORRUPT' ? nothingLeftWords : undefined} />
      )}
      <Group justify="space-between">
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
        <ShowFolderButton />
      </Group>
    </Stack>
  )
}

const nothingLeftWords = {
  title: 'Nothing in this file can be read',
  text: 'Not one record in it is whole, so no new vault was made. Restore a backup, or ask somebody who recovers data from disks. The file was not touched.',
}
