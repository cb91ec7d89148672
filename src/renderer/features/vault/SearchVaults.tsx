// The search for vaults in the usual places of this computer, and the way to one that was found.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { Output } from '#shared/contract/contract.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import classes from './restore/ChooseCopy.module.css'

type Found = Output<'vault:search'>['found'][number]

interface Props {
  onRestore: () => void
  variant?: 'default' | 'subtle'
  /** What stands before the button in its row. */
  children?: ReactNode
}

export function SearchVaults({ onRestore, variant = 'default', children }: Props) {
  const search = useJob('vault:search')
  const open = useMutationOf('vault:openFound')
  const result = search.output
  const failure = search.failure?.code === 'CANCELLED' ? open.error : (search.failure ?? open.error)
  if (search.isPending) {
    return (
      <Stack gap="sm" w="100%">
        <JobProgress
          kind="vault search"
          progress={search.progress}
          label="Search"
          words={`Looking for vaults: ${countWords(search.progress?.done ?? 0, 'folder')} seen`}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={search.leave}>
            Cancel
          </Button>
        </Group>
      </Stack>
    )
  }
  return (
    <Stack gap="sm" w="100%">
      {result && result.found.length > 0 && (
        <FoundVaults
          found={result.found}
          onOpen={(id) => open.mutate({ id })}
          isOpening={open.isPending}
          onRestore={onRestore}
        />
      )}
      {result && (
        <Text size="sm" c="dimmed" role="status">
          {foundWords(result)}
        </Text>
      )}
      {failure && <FailureNotice failure={failure} />}
      <Group gap="sm">
        {children}
        <Button variant={variant} onClick={() => search.start({})}>
          Look in the usual places
        </Button>
      </Group>
    </Stack>
  )
}

function foundWords({ found, isComplete }: Output<'vault:search'>): string {
  const where = isComplete
    ? 'in your folders, in those of other users of this computer, and on its disks'
    : 'as far as Palpate looked: there are more folders than it goes through'
  return found.length === 0 ? `No vault was found ${where}.` : `${countWords(found.length, 'vault')} found ${where}.`
}

const writtenWords = ({ writtenAt }: Found): string => `Written ${instantOnScreen(writtenAt, null)}`

const stateWords = ({ isRemembered }: Found): string =>
  isRemembered ? 'Opened on this computer before' : 'Not opened on this computer before'

interface ListProps {
  found: readonly Found[]
  onOpen: (id: number) => void
  isOpening: boolean
  onRestore: () => void
}

function FoundVaults({ found, onOpen, isOpening, onRestore }: ListProps) {
  const group = useId()
  const [picked, setPicked] = useState(
    found.find(({ isRemembered, isBackup }) => isRemembered && !isBackup) ?? found[0],
  )
  const list = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: the keyboard goes on in the list.
  useEffect(() => list.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  return (
    <>
      <div ref={list} className={classes.list} role="radiogroup" aria-label="Vaults">
        {found.map((vault) => (
          <label key={vault.id} className={classes.copy} data-chosen={vault === picked || undefined}>
            <input type="radio" name={group} checked={vault === picked} onChange={() => setPicked(vault)} />
            <span className={classes.what}>
              <span className={classes.title}>{writtenWords(vault)}</span>
              <span className={classes.state} data-good>
                {stateWords(vault)}
              </span>
              <span className={classes.folder}>{vault.folder}</span>
            </span>
            <span className={classes.size}>{vault.isBackup ? 'Backup' : 'Vault'}</span>
          </label>
        ))}
      </div>
      <Group justify="flex-end">
        {picked?.isBackup === true ? (
          <Button onClick={onRestore}>Restore from backup</Button>
        ) : (
          <Button loading={isOpening} onClick={() => picked && onOpen(picked.id)}>
            Open this vault
          </Button>
        )}
      </Group>
    </>
  )
}
