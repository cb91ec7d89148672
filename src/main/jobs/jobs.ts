// Runs long work without blocking anything else: a chunk of at most 20 ms, then whatever has arrived meanwhile, then the next.
import type { JobKind, JobProgress, JobUpdate } from '#shared/contract/jobs.ts'
import { AppError } from '../appError.ts'

/** Work in small steps: between two of them it reports its progress, and what it returns is its result. */
export type Steps<R, K extends JobKind = JobKind> = Generator<JobProgress<K>, R, void>

/** What a job can do about itself while it runs. */
export interface JobControl<K extends JobKind> {
  /** Aborted when the job is to end; its reason is the AppError that the job ends with. */
  readonly signal: AbortSignal
  /** Reports the job's progress. */
  report(progress: JobProgress<K>): void
  /** The same, then yields to everything that has arrived. Throws when the job is to end. */
  step(progress: JobProgress<K>): Promise<void>
  /** Waits for a promise, or throws when the job is to end before it settles. */
  wait<T>(promise: Promise<T>): Promise<T>
}

/** What is run: steps, or work that goes on elsewhere (a thread, a window, a disk) and is waited for. */
export type Work<R, K extends JobKind> = Steps<R, K> | ((control: JobControl<K>) => Promise<R>)

export interface Jobs {
  /**
   * Runs work as the job of its kind; only one job of a kind runs at a time. It begins at once, or, after a cancelled one,
   * when that has ended. When the work ends, well or not, the end of the job is reported once.
   * @throws AppError BUSY while another job of this kind runs, the reason of the caller's own wish when that is withdrawn,
   * and whatever ended the job
   */
  run<R, K extends JobKind>(kind: K, work: Work<R, K>, caller?: Caller): Promise<R>
  /** The same for work whose progress nobody sees: any number of these run in turns. */
  runUnreported<R>(steps: Steps<R>, caller?: Pick<Caller, 'wish'>): Promise<R>
  /** Ends the job of a kind with CANCELLED, for everybody who waits for it. */
  cancel(kind: JobKind): void
  /**
   * Ends everything that runs, except one kind if it is named.
   * @returns resolves when all of it has cleared up, what was cancelled before included
   */
  endAll(reason: AppError, but?: JobKind): Promise<void>
}

/** Who asks for a job. */
export interface Caller {
  /** Identifies the request: the same request while the job runs shares its result; left out: never shared. */
  readonly same?: string | undefined
  /**
   * Aborted when this caller no longer wants the result; its reason is the AppError that the caller then gets. The job ends
   * when nobody wants it any more. Left out: wanted until the job ends.
   */
  readonly wish?: AbortSignal | undefined
}

export interface JobSurroundings {
  /** Receives the progress of jobs (at once with each stage, several times a second within it) and their ends. */
  readonly onUpdate: (update: JobUpdate) => void
  /** A monotonic clock, in milliseconds. */
  readonly now?: (() => number) | undefined
  /** Resolves when all events that have arrived were handled. */
  readonly othersTurn?: () => Promise<void>
}

/** How long a chunk takes at most, where no step takes longer than the longest before it in its chunk. */
export const longestChunk = 20
/** How often a job reports its progress, in milliseconds. */
const reportInterval = 100

interface Running {
  readonly kind: JobKind | null
  readonly same: string | undefined
  readonly ending: AbortController
  readonly result: Promise<unknown>
  /** How many callers want its result. */
  wishes: number
}

const afterWhatArrived = () => new Promise<void>((resolve) => void setImmediate(resolve))

/** A runner with no job yet. */
export function makeJobs({
  onUpdate,
  now = () => performance.now(),
  othersTurn = afterWhatArrived,
}: JobSurroundings): Jobs {
  const running = new Set<Running>()
  /** Those that begin when the job of their kind, which was cancelled, has ended. */
  const waiting = new Set<Pick<Running, 'kind' | 'ending'>>()
  // Several jobs take turns: two chunks in a row would make everybody else wait for both.
  let lastTurn: Promise<void> = Promise.resolve()
  const nextTurn = () => (lastTurn = lastTurn.then(othersTurn))

  function controlOf(kind: JobKind | null, signal: AbortSignal): JobControl<JobKind> {
    let last: { stage: string; at: number } | null = null
    const report = (progress: JobProgress) => {
      if (kind === null || signal.aborted) return
      if (last !== null && last.stage === progress.stage && now() - last.at < reportInterval) return
      last = { stage: progress.stage, at: now() }
      onUpdate({ kind, progress })
    }
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as AppError), { once: true })
    })
    // Avoids an unhandled rejection where nobody waits.
    aborted.catch(() => undefined)
    return {
      signal,
      report,
      async step(progress) {
        report(progress)
        await nextTurn()
        signal.throwIfAborted()
      },
      wait: (promise) => Promise.race([promise, aborted]),
    }
  }

  async function stepByStep<R>(steps: Steps<R>, { step }: JobControl<JobKind>): Promise<R> {
    try {
      for (;;) {
        const last = runChunk(steps, now)
        if (last.done === true) return last.value
        // oxlint-disable-next-line no-await-in-loop -- one chunk after the other is what this is about
        await step(last.value)
      }
    } finally {
      steps.return(undefined as R)
    }
  }

  function start<R>(kind: JobKind | null, work: Work<R, JobKind>, same?: string): Running {
    const ending = new AbortController()
    const control = controlOf(kind, ending.signal)
    const { promise: result, resolve, reject } = Promise.withResolvers<R>()
    const mine: Running = { kind, same, ending, result, wishes: 0 }
    running.add(mine)
    const end = (settle: () => void) => {
      running.delete(mine)
      if (kind !== null) onUpdate({ kind, progress: null })
      settle()
    }
    const perform = async () => (typeof work === 'function' ? work(control) : stepByStep(work, control))
    perform().then(
      (value) => end(() => resolve(value)),
      // An error of a job that was aborted only follows from the abort.
      (error: unknown) => end(() => reject(ending.signal.aborted ? ending.signal.reason : error)),
    )
    return mine
  }

  /** The job's result for one caller; one that withdraws its wish waits no longer, except for the end that follows from it. */
  function wanted<R>(job: Running, wish?: AbortSignal): Promise<R> {
    job.wishes += 1
    if (wish === undefined) return job.result as Promise<R>
    const { promise, resolve, reject } = Promise.withResolvers<R>()
    const withdraw = () => {
      job.wishes -= 1
      if (job.wishes === 0) job.ending.abort(wish.reason)
      else reject(wish.reason)
    }
    wish.addEventListener('abort', withdraw, { once: true })
    const forgetWish = () => wish.removeEventListener('abort', withdraw)
    job.result.then(forgetWish, forgetWish)
    ;(job.result as Promise<R>).then(resolve, reject)
    return promise
  }

  async function run<R, K extends JobKind>(kind: K, work: Work<R, K>, caller: Caller = {}): Promise<R> {
    const { same, wish } = caller
    wish?.throwIfAborted()
    const other = [...running].find((job) => job.kind === kind)
    if (other === undefined) return wanted(start(kind, work as Work<R, JobKind>, same), wish)
    if (other.ending.signal.aborted) {
      const turn = { kind, ending: new AbortController() }
      waiting.add(turn)
      await other.result.catch(() => undefined)
      waiting.delete(turn)
      turn.ending.signal.throwIfAborted()
      return run(kind, work, caller)
    }
    if (same === undefined || other.same !== same) throw new AppError('BUSY')
    return wanted(other, wish)
  }

  return {
    run,
    async runUnreported(steps, { wish } = {}) {
      wish?.throwIfAborted()
      return wanted(start(null, steps), wish)
    },
    cancel(kind) {
      for (const job of [...running, ...waiting]) if (job.kind === kind) job.ending.abort(new AppError('CANCELLED'))
    },
    async endAll(reason, but) {
      const ended = [...running].filter(({ kind }) => but === undefined || kind !== but)
      for (const job of [...ended, ...waiting]) if (but === undefined || job.kind !== but) job.ending.abort(reason)
      await Promise.allSettled(ended.map(({ result }) => result))
    },
  }
}

/** Runs steps until the next one, if as long as the longest so far, would exceed the chunk's time. */
function runChunk<R>(steps: Steps<R>, now: () => number): IteratorResult<JobProgress, R> {
  const began = now()
  let at = began
  let longest = 0
  for (;;) {
    const result = steps.next()
    if (result.done === true) return result
    const before = at
    at = now()
    longest = Math.max(longest, at - before)
    if (at - began + longest > longestChunk) return result
  }
}

/** All steps in a row, for tests and where nobody waits. */
export function runAtOnce<R>(steps: Steps<R>): R {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
