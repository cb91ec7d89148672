// The first step of restoring: the backups in the known places, and those in a folder that is chosen.
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import type { FoundCopy } from '#shared/contract/backups.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import classes from './ChooseCopy.module.css'
import { fileFailureWords, searchFailureWords } from './copyFailures.ts'
import { copyState, copyTitle, placeOf, sizeWords } from './restoreWords.ts'

/** What is said around the list. */
export interface ChoiceWords {
  readonly heading: string
  readonly about: string
  readonly noneInFolder: string
  readonly noneKnown: string
}

const restoreWords: ChoiceWords = {
  heading: 'Restore from backup',
  about:
    'First you look into a backup, or into a file from another computer. Nothing on this computer is changed until you say so.',
  noneInFolder:
    'There is no backup in this folder. Choose the folder named “Palpate backups”, or the disk that it is on.',
  noneKnown:
    'No backup was found in the places that this computer knows. Plug in the disk or stick with your backups, then choose it.',
}

interface Props {
  /** Those of restoring unless given. */
  words?: ChoiceWords
  onChoose: (copy: FoundCopy) => void
  /** Left out where a link above leads back. */
  onBack?: () => void
}

export function ChooseCopy({ words = restoreWords, onChoose, onBack }: Props) {
  const known = useAnswer('backup:knownCopies', {})
  const search = useMutationOf('backup:findCopies')
  const file = useMutationOf('backup:openMoveFile')
  const [picked, setPicked] = useState<FoundCopy | null>(null)
  const copies = file.data?.copies ?? search.data?.copies ?? known.data?.copies
  const hasUnfinished = file.data === undefined && search.data?.hasUnfinished === true
  const chosen = copies?.find(({ id }) => id === picked?.id) ?? copies?.[0] ?? null
  const tried = search.error ?? file.error
  const failure = tried?.code === 'CANCELLED' ? null : tried

  return (
    <Stack gap="md">
      <div>
        <ScreenHeading>{words.heading}</ScreenHeading>
        <Text c="dimmed" mt="xs">
          {words.about}
        </Text>
      </div>
      {copies === undefined && <Loader size="sm" aria-label="Looking for backups" />}
      {copies !== undefined && copies.length > 0 && <CopyList copies={copies} chosen={chosen} onPick={setPicked} />}
      {copies?.length === 0 && !hasUnfinished && (
        <Text role="status">{search.data ? words.noneInFolder : words.noneKnown}</Text>
      )}
      {hasUnfinished && (
        <Text role="status">
          {copies?.length === 0
            ? 'No backup in this folder is complete.'
            : 'Another one in this folder is not complete.'}{' '}
          It is still being written or copied, or that was broken off. When it is complete, choose the folder again.
        </Text>
      )}
      {failure && (
        <FailureNotice failure={failure} words={(file.error ? fileFailureWords : searchFailureWords)(failure)} />
      )}
      <Group justify="space-between" gap="sm">
        {onBack && (
          <Button variant="subtle" onClick={onBack}>
            Back
          </Button>
        )}
        <Group gap="sm">
          <Button
            variant="default"
            loading={file.isPending}
            onClick={() => {
              search.reset()
              file.mutate({})
            }}
          >
            Choose a file
          </Button>
          <Button
            variant={chosen === null ? 'filled' : 'default'}
            loading={search.isPending}
            onClick={() => {
              file.reset()
              search.mutate({})
            }}
          >
            Choose a folder
          </Button>
          {chosen !== null && <Button onClick={() => onChoose(chosen)}>Look into it</Button>}
        </Group>
      </Group>
    </Stack>
  )
}

function CopyList({
  copies,
  chosen,
  onPick,
}: {
  copies: readonly FoundCopy[]
  chosen: FoundCopy | null
  onPick: (copy: FoundCopy) => void
}) {
  const group = useId()
  return (
    <div className={classes.list} role="radiogroup" aria-label="Backups">
      {copies.map((copy) => (
        <label key={copy.id} className={classes.copy} data-chosen={copy === chosen || undefined}>
          <input type="radio" name={group} checked={copy === chosen} onChange={() => onPick(copy)} />
          <span className={classes.what}>
            <span className={classes.title}>{copyTitle(copy)}</span>
            <span className={classes.state} data-good={copy.verifiedAt !== null || undefined}>
              {copyState(copy)}
            </span>
            <span className={classes.folder}>{placeOf(copy)}</span>
          </span>
          <span className={classes.size}>{sizeWords(copy.bytes)}</span>
        </label>
      ))}
    </div>
  )
}
