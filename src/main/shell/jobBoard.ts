// The jobs of both processes as windows see them: the shell's own run here, those of the services are reported to it.
import type { Output } from '#shared/contract/contract.ts'
import type { JobKind, JobProgress, JobUpdate } from '#shared/contract/jobs.ts'
import { makeJobs, type Jobs } from '#main/jobs/jobs.ts'
import type { AppError } from '#main/appError.ts'

export interface JobBoard extends Pick<Jobs, 'run'> {
  /** Receives the update of a job of the services. */
  update(update: JobUpdate): void
  /** The services' process has ended, and every job with it. */
  servicesEnded(): void
  /** What runs now. */
  running(): Output<'job:running'>
  /** Ends the job of a kind with CANCELLED, in whichever process its work is. */
  cancel(kind: JobKind): void
  /** Ends the shell's own jobs; those of the services end with the services. */
  endAll(reason: AppError): void
}

export interface JobBoardParts {
  /** Sends an event to all windows. */
  send(event: 'job', update: JobUpdate): void
  /** Ends a job of the services. */
  cancelInServices(kind: JobKind): void
}

type Side = 'shell' | 'services'

export function makeJobBoard({ send, cancelInServices }: JobBoardParts): JobBoard {
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
  return {
    run: jobs.run,
    update: (change) => update('services', change),
    servicesEnded() {
      for (const kind of board.keys()) update('services', { kind, progress: null })
    },
    running: () => ({ jobs: Array.from(board, ([kind, { progress }]) => ({ kind, progress })) }),
    cancel(kind) {
      jobs.cancel(kind)
      cancelInServices(kind)
    },
    endAll: (reason) => jobs.endAll(reason),
  }
}
