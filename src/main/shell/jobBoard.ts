// The jobs of both processes as windows see them: the shell's own run here, those of the services are reported to it.
import type { Output } from '#shared/contract/contract.ts'
import type { JobKind, JobProgress, JobUpdate } from '#shared/contract/jobs.ts'
import { makeJobs, type Work } from '#main/jobs/jobs.ts'
import { makeWishes } from '#main/jobs/wishes.ts'
import type { AppError } from '#main/appError.ts'
import type { ServicePort } from './services.ts'

export interface JobBoard {
  /**
   * Runs work in the shell as the job of its kind, for a window. See `Jobs.run`.
   * @throws AppError the reason of {@link close} while the board is closed
   */
  run<R, K extends JobKind>(kind: K, work: Work<R, K>, windowId: number): Promise<R>
  /** Receives the update of a job of the services. */
  update(update: JobUpdate): void
  /** The services' process has ended, and every job with it. */
  servicesEnded(): void
  /** What runs now. */
  running(): Output<'job:running'>
  /** Ends the job of a kind with CANCELLED for everybody, in whichever process its work is. */
  cancel(kind: JobKind): void
  /** A window no longer wants the job of a kind, which goes on while another one does. */
  leave(windowId: number, kind: JobKind): void
  /** The page of a window is gone: it wants nothing any more. */
  forget(windowId: number): void
  /**
   * Ends the shell's own jobs, and refuses others with the same reason until {@link open}; those of the services end with
   * the services.
   * @returns resolves when all of them have cleared up, however long that takes
   */
  close(reason: AppError): Promise<void>
  open(): void
}

export interface JobBoardParts {
  /** Sends an event to all windows. */
  send(event: 'job', update: JobUpdate): void
  /** The process of the services, which has jobs of its own. */
  readonly services: Pick<ServicePort, 'cancelJob' | 'leaveJob' | 'forget'>
}

type Side = 'shell' | 'services'

export function makeJobBoard({ send, services }: JobBoardParts): JobBoard {
  // A part of one job may run in the services, such as composing the file that the shell prints.
  const board = new Map<JobKind, { progress: JobProgress; sides: Set<Side> }>()

  function update(side: Side, { kind, progress }: JobUpdate): void {
    const known = board.get(kind)
    if (progress !== null) {
      board.set(kind, { progress, sides: new Set([...(known?.sides ?? []), side]) })
      return send('job', { kind, progress })
    }
    known?.sides.delete(side)
    if (known === undefined || known.sides.size > 0) return
    board.delete(kind)
    send('job', { kind, progress: null })
  }

  const jobs = makeJobs({ onUpdate: (change) => update('shell', change) })
  const wishes = makeWishes()
  let refusal: AppError | null = null
  return {
    async run(kind, work, windowId) {
      if (refusal !== null) throw refusal
      return wishes.during(windowId, kind, (wish) => jobs.run(kind, work, { wish }))
    },
    update: (change) => update('services', change),
    servicesEnded() {
      for (const kind of board.keys()) update('services', { kind, progress: null })
    },
    running: () => ({ jobs: Array.from(board, ([kind, { progress }]) => ({ kind, progress })) }),
    cancel(kind) {
      jobs.cancel(kind)
      services.cancelJob(kind)
    },
    leave(windowId, kind) {
      wishes.withdraw(windowId, kind)
      services.leaveJob(windowId, kind)
    },
    forget(windowId) {
      wishes.withdrawAll(windowId)
      services.forget(windowId)
    },
    async close(reason) {
      refusal = reason
      await jobs.endAll(reason)
    },
    open() {
      refusal = null
    },
  }
}
