// Jobs in React: their progress, whoever started them, and the mutation that starts one here.
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

/** The running jobs after a progress report. */
export const withProgress = ({ jobs }: RunningJobs, { kind, progress }: JobUpdate): RunningJobs => ({
  jobs: [...jobs.filter((job) => job.kind !== kind), ...(progress === null ? [] : [{ kind, progress }])],
})

/**
 * Follows all jobs. The end of a job invalidates the queries that it outdates, whoever started it.
 * @returns a function that stops it
 */
export function followJobs(cache: QueryClient): () => void {
  const operationsOf = (kind: JobKind): readonly Channel[] =>
    channels.filter((channel) => contract[channel].job === kind)
  return listen('job', (event) => {
    // Before the running jobs are queried there is nothing to update: the query will return all of them.
    cache.setQueryData<RunningJobs>(runningKey, (known) => known && withProgress(known, event))
    if (event.progress === null) for (const channel of operationsOf(event.kind)) void refreshAfter(cache, channel)
  })
}

/** A job as a screen follows it. */
export interface Job<C extends JobChannel> {
  readonly kind: Contract[C]['job']
  /** Its progress, whoever started it; null while none of its kind runs, or before the first report. */
  readonly progress: JobProgress | null
  /** Whether it was started here and has not ended. */
  readonly isPending: boolean
  /** The output of the one that was started here last. */
  readonly output: Output<C> | undefined
  readonly failure: Failure | null
  /** @returns leaves it, unless it has ended */
  start(input: Input<C>): () => void
  /** The same, for callers that await the output. */
  run(input: Input<C>): Promise<Output<C>>
  /** Waits for it no longer: it goes on while another window wants it, and ends otherwise. */
  leave(): void
  /** Cancels it for everybody, wherever it was started. */
  cancel(): void
  /** Forgets output and failure. */
  reset(): void
}

/** The progress of the job of a kind; null while none runs. */
export function useJobProgress(kind: JobKind): JobProgress | null {
  const running = useAnswer('job:running', {})
  return running.data?.jobs.find((job) => job.kind === kind)?.progress ?? null
}

/** The job that an operation starts. */
export function useJob<C extends JobChannel>(channel: C): Job<C> {
  const mutation = useMutationOf(channel)
  const kind = contract[channel].job
  const progress = useJobProgress(kind)
  // Its end is reported a moment before its answer arrives; the last progress stays until then.
  const [last, setLast] = useState<JobProgress | null>(null)
  if (progress !== null && progress !== last) setLast(progress)
  // Where this fails, the job goes on and its progress shows it.
  const leave = () => void ask('job:leave', { kind }).catch(() => undefined)
  const cancel = () => void ask('job:cancel', { kind }).catch(() => undefined)
  const run = (input: Input<C>) => {
    setLast(null)
    return mutation.mutateAsync(input)
  }
  return {
    kind,
    progress: progress ?? (mutation.isPending ? last : null),
    isPending: mutation.isPending,
    output: mutation.data,
    failure: mutation.error,
    run,
    start(input) {
      let hasEnded = false
      const end = () => (hasEnded = true)
      // Its failure is in the returned state.
      void run(input).then(end, end)
      return () => {
        if (!hasEnded) leave()
      }
    },
    leave,
    cancel,
    reset: mutation.reset,
  }
}
