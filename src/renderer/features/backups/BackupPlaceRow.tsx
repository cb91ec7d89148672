// One place for backups: its folder, its last backup, what is wrong with it and what helps.
import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import type { BackupPlace } from '#shared/contract/backups.ts'
import { timeNowHere } from '#shared/domain/time.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { notifyFailureWith } from '#renderer/ui/notifyFailure.ts'
import { placeProblemWords, showingFailureWords } from './backupWords.ts'
import classes from './BackupSettings.module.css'
import { PlaceQuestion } from './PlaceQuestion.tsx'
import type { Backups } from './useBackups.ts'
import { WhenWritable } from '#renderer/ui/Writable.tsx'

interface Props {
  place: BackupPlace
  backups: Backups
}

export function BackupPlaceRow({ place, backups }: Props) {
  const { id, folder, last, problem } = place
  const [asked, setAsked] = useState<'accept' | 'remove' | null>(null)
  const [lookedAt, setLookedAt] = useState<string | null>(null)
  const wrong = problem && placeProblemWords[problem]
  const Icon = wrong ? IconAlertTriangle : IconFolder

  async function look() {
    setLookedAt((await backups.lookAgain()) ? timeNowHere() : null)
  }

  return (
    <li className={classes.place} data-wrong={wrong ? true : undefined}>
      <Icon size={18} stroke={1.7} aria-hidden className={classes.icon ?? ''} />
      <div>
        <p className={classes.folder} dir="auto">
          {folder}
        </p>
        <div className={classes.facts}>
          <p className={classes.last}>
            {last ? `Last backup here ${instantOnScreen(last.madeAt, null)}` : 'No backup here yet'}
          </p>
          <Group gap={2}>
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              aria-label={`Show folder ${folder}`}
              onClick={() =>
                void ask('backup:showPlace', { id }).catch((thrown: unknown) =>
                  notifyFailureWith(thrown, showingFailureWords),
                )
              }
            >
              Show folder
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              aria-label={`Remove place ${folder}`}
              onClick={() => setAsked('remove')}
            >
              Remove place
            </Button>
          </Group>
        </div>
        {wrong && (
          <div className={classes.problem}>
            <p>
              <strong>{wrong.title}.</strong> {wrong.text}
            </p>
            {wrong.step === 'look' && (
              <Group gap="sm">
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`Look again for ${folder}`}
                  onClick={() => void look()}
                >
                  Look again
                </Button>
                <Text size="sm" role="status">
                  {lookedAt === null ? '' : `Looked at ${lookedAt}: it is not there.`}
                </Text>
              </Group>
            )}
            <WhenWritable>
              {wrong.step === 'accept' && (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`Use this folder from now on: ${folder}`}
                  onClick={() => setAsked('accept')}
                >
                  Use this folder from now on
                </Button>
              )}
            </WhenWritable>
          </div>
        )}
      </div>
      <PlaceQuestion
        place={place}
        asked={asked}
        onClose={() => setAsked(null)}
        onAccept={() => backups.acceptPlace(id)}
        onRemove={() => backups.removePlace(id)}
      />
    </li>
  )
}
