// Requests for operations: whoever asks gets an answer or a code, and a page can withdraw what it has asked for.
import { contract, isChannel } from '#shared/contract/contract.ts'
import type { JobKind } from '#shared/contract/jobs.ts'
import { AppError } from '../../appError.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { makeWishes } from '../../jobs/wishes.ts'
import { toAppError } from './toAppError.ts'

export interface Requests {
  /**
   * Runs one operation with validated input. Throws nothing but AppError.
   * @param page the page that asks; a job that only pages want ends when none of them does any more
   */
  dispatch(channel: string, input: unknown, page?: number): Promise<unknown>
  /** Ends the job of a kind for everybody, if one runs: it is answered CANCELLED. */
  cancelJob(kind: JobKind): void
  /** A page no longer wants the job of a kind: only its own requests are answered CANCELLED. */
  leaveJob(page: number, kind: JobKind): void
  /** A page is gone: nobody waits for its answers. */
  leaveJobs(page: number): void
}

/** @param answer runs an operation; its wish is aborted when the page that asks withdraws it */
export function makeRequests(
  answer: (channel: string, input: unknown, wish?: AbortSignal) => Promise<unknown>,
  jobs: Pick<Jobs, 'cancel'>,
): Requests {
  const wishes = makeWishes()
  return {
    async dispatch(channel, input, page) {
      const job = isChannel(channel) ? contract[channel].job : null
      try {
        if (page === undefined || job === null) return await answer(channel, input)
        return await wishes.during(page, job === 'unreported' ? null : job, (wish) => answer(channel, input, wish))
      } catch (error) {
        throw toAppError(error)
      }
    },
    cancelJob(kind) {
      jobs.cancel(kind)
      // What has not begun yet, too.
      wishes.cancel(kind)
    },
    leaveJob: wishes.withdraw,
    leaveJobs: wishes.withdrawAll,
  }
}

/** @returns runs one thing at a time: what is asked meanwhile is BUSY, and not done later */
export function makeOnlyOne(): <T>(run: () => Promise<T>) => Promise<T> {
  let isRunning = false
  return async (run) => {
    if (isRunning) throw new AppError('BUSY')
    isRunning = true
    try {
      return await run()
    } finally {
      isRunning = false
    }
  }
}
