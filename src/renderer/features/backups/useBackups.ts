// The state of the backups, and what a screen can do about them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupState } from '#shared/contract/backups.ts'
import type { JobProgress } from '#shared/contract/jobs.ts'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { useIsMutationPending, useMutationOf } from '#renderer/bridge/queries.ts'
import { notifyFailure, notifyFailureWith } from '#renderer/ui/notifyFailure.ts'
import { addingFailureWords, failureWords } from './backupWords.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

const stateKey = ['backup:state', {}] as const

/** How often the places are looked at, in milliseconds: a stick that was pulled out should not stay unnoticed for long. */
const interval = 30_000

/** What is known about the backups; undefined before the first answer. Looks at the places again and again. */
export function useBackupState(): BackupState | undefined {
  const query = useQuery<BackupState, Failure>({
    queryKey: stateKey,
    queryFn: () => ask('backup:state', {}),
    refetchInterval: interval,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    // Renders with each look, so that "today" ends at midnight.
    notifyOnChangeProps: 'all',
  })
  return query.data
}

export interface Backups {
  /** The backup that runs, whoever began it; `progress` is null before its first report. */
  readonly running: { readonly progress: JobProgress | null } | null
  readonly isAdding: boolean
  backUp(): void
  /** Ends the running backup. */
  cancel(): void
  /** Asks for a folder, and backs up to it at once. */
  addPlace(): Promise<'added' | 'not added'>
  /** Takes the folder of a place as it is, and backs up to it at once. */
  acceptPlace(id: string): void
  /** Forgets a place; the backups there stay. */
  removePlace(id: string): void
  /** Puts the question for a place off. */
  putOff(): Promise<void>
  /** Looks at the places, and backs up if a missing one is back. Gives whether one is still missing. */
  lookAgain(): Promise<boolean>
}

/** Failures of a backup that the state has, with words of its own; and that there is no place any more, which it shows. */
const isInState = (code: string): boolean => code in failureWords || code === 'NOT_FOUND'

/** Backups and their places, for any screen. Failures are notified, or shown with the state where it has them. */
export function useBackups(): Backups {
  const cache = useQueryClient()
  const job = useJob('backup:run')
  const isPending = useIsMutationPending('backup:run')
  const add = useMutationOf('backup:addPlace')
  const accept = useMutationOf('backup:acceptPlace')
  const remove = useMutationOf('backup:removePlace')
  const putOff = useMutationOf('backup:putOff')
  const isWritable = useIsWritable()
  const isRunning = isPending || job.progress !== null
  // Its end is reported a moment before its answer arrives; the last progress stays until then, wherever it was begun.
  const [last, setLast] = useState<JobProgress | null>(null)
  const shown = isRunning ? (job.progress ?? last) : null
  if (shown !== last) setLast(shown)

  const backUp = () =>
    void job.run({}).catch((thrown: unknown) => {
      if (!isInState(failureOf(thrown).code)) notifyFailure(thrown)
    })

  return {
    running: isRunning ? { progress: shown } : null,
    isAdding: add.isPending,
    backUp,
    cancel: job.cancel,
    // By their promises: a screen that asks for a place may be gone when there is one.
    async addPlace() {
      try {
        await add.mutateAsync({})
      } catch (thrown) {
        notifyFailureWith(thrown, addingFailureWords)
        return 'not added'
      }
      backUp()
      return 'added'
    },
    acceptPlace: (id) =>
      void accept.mutateAsync({ id }).then(backUp, (thrown: unknown) => notifyFailureWith(thrown, addingFailureWords)),
    removePlace: (id) => void remove.mutateAsync({ id }).catch(notifyFailure),
    // Where that cannot be remembered, it is asked again.
    putOff: () =>
      putOff.mutateAsync({}).then(
        () => undefined,
        () => undefined,
      ),
    async lookAgain() {
      const missing = () =>
        cache.getQueryData<BackupState>(stateKey)?.places.filter(({ problem }) => problem === 'missing') ?? []
      const before = missing()
      await cache.refetchQueries({ queryKey: stateKey })
      const after = missing()
      if (isWritable && after.length < before.length) backUp()
      return after.length > 0
    },
  }
}
