// Long work as React sees it: how far it is, whoever has begun it, and the order that begins it here.
import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  channels,
  contract,
  type Channel,
  type Contract,
  type Input,
  type JobChannel,
  type Output,
} from '#shared/contract/contract.ts'
import type { JobKind, JobProgress, JobUpdate } from '#shared/contract/jobs.ts'
import { ask, listen, type Failure } from './bridge.ts'
import { refreshAfter, useAnswer, useMutationOf } from './queries.ts'

type RunningJobs = Output<'job:running'>
const runningKey = ['job:running', {}]

/** The jobs that run, after one of them has told something. */
export const withProgress = ({ jobs }: RunningJobs, { kind, progress }: JobUpdate): RunningJobs => ({
  jobs: [...jobs.filter((job) => job.kind !== kind), ...(progress === null ? [] : [{ kind, progress }])],
})

/**
 * Keeps up with the jobs. What a job puts out of date is read anew at its end, whoever has begun it.
 * @returns a function that stops it
 */
export function followJobs(cache: QueryClient): () => void {
  const operationsOf = (kind: JobKind): readonly Channel[] =>
    channels.filter((channel) => contract[channel].job === kind)
  return listen('job', (told) => {
    // Nobody has asked yet which jobs run: they will be told all of them.
    cache.setQueryData<RunningJobs>(runningKey, (known) => known && withProgress(known, told))
    if (told.progress === null) for (const channel of operationsOf(told.kind)) void refreshAfter(cache, channel)
  })
}

/** A job as a screen follows it. */
export interface Job<C extends JobChannel> {
  readonly kind: Contract[C]['job']
  /** How far it is, whoever has begun it; null while none of its kind runs, or where it has not told yet. */
  readonly progress: JobProgress | null
  /** Whether it was begun here and has not ended. */
  readonly isPending: boolean
  /** What came of the one that was begun here last. */
  readonly output: Output<C> | undefined
  readonly failure: Failure | null
  /** @returns cancels it, unless it has ended */
  start(input: Input<C>): () => void
  /** The same for who goes on with what comes of it. */
  run(input: Input<C>): Promise<Output<C>>
  /** Ends it, wherever it was begun. */
  cancel(): void
  /** Forgets what came of it. */
  reset(): void
}

/** How far the job of a kind is; null while none runs. */
export function useJobProgress(kind: JobKind): JobProgress | null {
  const running = useAnswer('job:running', {})
  return running.data?.jobs.find((job) => job.kind === kind)?.progress ?? null
}

/** The job that an operation is. */
export function useJob<C extends JobChannel>(channel: C): Job<C> {
  const order = useMutationOf(channel)
  const kind = contract[channel].job
  const told = useJobProgress(kind)
  // Its end is told a moment before its answer comes; what is on screen stays until then.
  const [last, setLast] = useState<JobProgress | null>(null)
  if (told !== null && told !== last) setLast(told)
  // Where it cannot be asked for, the job goes on and says so itself.
  const cancel = () => void ask('job:cancel', { kind }).catch(() => undefined)
  const run = (input: Input<C>) => {
    setLast(null)
    return order.mutateAsync(input)
  }
  return {
    kind,
    progress: told ?? (order.isPending ? last : null),
    isPending: order.isPending,
    output: order.data,
    failure: order.error,
    run,
    start(input) {
      let hasEnded = false
      const end = () => (hasEnded = true)
      // Its failure is told by the state.
      void run(input).then(end, end)
      return () => {
        if (!hasEnded) cancel()
      }
    },
    cancel,
    reset: order.reset,
  }
}
