// Long work: the kinds of jobs, the stages that each goes through, and the updates about a job while it runs.
import { z } from 'zod'
import { shell } from './operation.ts'

/** The stages of every kind of job in their order, each with its share of the progress bar in percent. */
export const jobStages = {
  'record check': { signatures: 90, findings: 10 },
  'file check': { tables: 100 },
  'audit check': { entries: 100 },
  'patient file': { collecting: 5, composing: 15, 'laying out': 50, printing: 25, writing: 5 },
  backup: { copying: 30, checking: 40, writing: 30 },
  move: { copying: 30, checking: 40, writing: 30 },
  restore: { copying: 40, opening: 10, checking: 50 },
  /** What was written before it is cancelled stays, in a folder that says so. */
  'practice files': { files: 100 },
  'compare copies': { comparing: 100 },
  /** What was brought in before it is cancelled stays. */
  'bring in': { 'bringing in': 100 },
  'vault search': { looking: 100 },
  salvage: { reading: 70, completing: 10, checking: 20 },
  /** Cannot be cancelled once it has begun. */
  'clear traces': { waiting: 10, overwriting: 90 },
  /** Can be cancelled until the last one begins. */
  'new keys': { copying: 25, encrypting: 25, checking: 40, swapping: 10 },
} as const satisfies Record<string, Readonly<Record<string, number>>>

export type JobKind = keyof typeof jobStages
type StageNames = { readonly [K in JobKind]: keyof (typeof jobStages)[K] & string }
export type JobStage<K extends JobKind = JobKind> = StageNames[K]

/** The progress of a job: its stage, and how much of that is done. */
export interface JobProgress<K extends JobKind = JobKind> {
  readonly stage: JobStage<K>
  readonly done: number
  /** 0 for a stage whose amount of work is unknown. */
  readonly total: number
}

/** An update about a running job; without progress: it has ended. Has no client's text in it. */
export interface JobUpdate {
  readonly kind: JobKind
  readonly progress: JobProgress | null
}

/** How much of a job's work is done, from 0 to 1. */
export function shareDone(kind: JobKind, { stage, done, total }: JobProgress): number {
  const parts = Object.entries<number>(jobStages[kind])
  const at = parts.findIndex(([name]) => name === stage)
  const before = parts.slice(0, Math.max(at, 0)).reduce((sum, [, part]) => sum + part, 0)
  const within = total > 0 ? Math.min(done / total, 1) * (parts[at]?.[1] ?? 0) : 0
  return (before + within) / 100
}

const kind = z.enum(Object.keys(jobStages) as [JobKind, ...JobKind[]])
const stage = z.enum(Object.values(jobStages).flatMap((stages) => Object.keys(stages)) as [JobStage, ...JobStage[]])
const nothing = z.strictObject({})

/** Handled by the shell, which receives the updates of both processes. */
export const jobOperations = {
  /** Cancels the job of a kind, if one runs: everybody who waits for it gets CANCELLED. */
  'job:cancel': shell(z.strictObject({ kind }), nothing),
  /**
   * This window no longer wants the job of a kind: what it has asked for is CANCELLED. The job goes on while another window
   * wants it, and ends otherwise.
   */
  'job:leave': shell(z.strictObject({ kind }), nothing),
  /** The jobs that run now. The event `job` reports their progress. */
  'job:running': shell(
    nothing,
    z.strictObject({
      jobs: z.array(z.strictObject({ kind, progress: z.strictObject({ stage, done: z.number(), total: z.number() }) })),
    }),
  ),
} as const
