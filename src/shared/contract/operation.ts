// One operation of the contract, which states everything about itself: its input and output, who answers it, what it
// changes, and which reads it invalidates.
import type { z } from 'zod'
import type { AuditAct, AuditedKind, AuditedRecord } from '../domain/audit/auditEntry.ts'
import type { SavedPart } from '../domain/note/parts.ts'
import type { JobKind } from './jobs.ts'
import { sessionAt } from './sessionAt.ts'

/**
 * What an operation changes: nothing (`read`), the vault's files and whether they are open, what the practice stores, one
 * session of it, only this window's place, or something in Electron (`shell`).
 */
export type Effect = 'read' | 'vault' | 'practice' | 'session' | 'window' | 'shell'

/** The entry of the audit log that an operation leaves: an act on the records that its input or its output names. */
export interface Audited<I = never, O = never> {
  readonly act: AuditAct
  /** The records that are known before it is done. */
  readonly of: (input: I) => readonly AuditedRecord[]
  /** Those that it makes or finds. */
  readonly made: (output: O) => readonly AuditedRecord[]
}

/** An operation that leaves no entry although it writes, and why. */
export interface NotAudited {
  readonly act: null
  readonly why: string
}

const none = () => []

/**
 * An act on one record.
 * @param id finds it in the input; left out where the kind has only one record
 */
export const audited = <I>(
  act: AuditAct,
  kind: AuditedKind,
  id?: (input: I) => string | null,
): Audited<I, unknown> => ({
  act,
  of: (input) => [{ kind, id: id?.(input) ?? null }],
  made: none,
})

/** An act on a record that the output names; none where it names null. */
export const auditedInOutput = <O>(
  act: AuditAct,
  kind: AuditedKind,
  id: (output: O) => string | null | undefined,
): Audited<unknown, O> => ({
  act,
  of: none,
  made(output) {
    const found = id(output)
    return found == null ? [] : [{ kind, id: found }]
  },
})

/** An act on several records. */
export const auditedAll = <I>(act: AuditAct, of: (input: I) => readonly AuditedRecord[]): Audited<I, unknown> => ({
  act,
  of,
  made: none,
})

export const notAudited = (why: string): NotAudited => ({ act: null, why })

type AuditOf<I extends z.ZodType, O extends z.ZodType> = Audited<z.infer<I>, z.infer<O>> | NotAudited

/** One thing that the renderer can call. */
export interface Operation {
  /** Strict: an unknown key is refused. */
  readonly input: z.ZodType
  readonly output: z.ZodType
  /** `services` run in a process of their own with the database; `shell` is the main process with Electron. */
  readonly answeredBy: 'services' | 'shell'
  readonly effect: Effect
  /** The path in the input of the id of the session that is written, such as `finding.sessionId`; null for none. */
  readonly session: string | null
  /** The part of the note that is saved, or `whole` for all of them; null for none. */
  readonly part: ((input: never) => SavedPart | 'whole') | null
  /**
   * Its entry in the audit log. Null for what shows no record and writes none, and for the shell's, which ask the services
   * for what they do with records.
   */
  readonly audit: Audited | NotAudited | null
  /** The reads that it invalidates. */
  readonly invalidates: readonly string[]
  /**
   * The kind of job, for long work: the answer comes at the job's end. `unreported` for long work without progress
   * updates; null for anything short.
   */
  readonly job: JobKind | 'unreported' | null
}

/** The type at a path of an input. */
type At<I, P extends string> = P extends `${infer Head}.${infer Rest}`
  ? Head extends keyof I
    ? At<I[Head], Rest>
    : never
  : P extends keyof I
    ? I[P]
    : never

const byServices = <
  I extends z.ZodType,
  O extends z.ZodType,
  E extends Effect,
  A extends AuditOf<I, O> | null,
  const R extends readonly string[],
>(
  effect: E,
  input: I,
  output: O,
  audit: A,
  invalidates: R,
) =>
  ({ input, output, answeredBy: 'services', effect, session: null, part: null, audit, invalidates, job: null }) as const

/**
 * An operation of the services that changes nothing.
 * @param audit for one that shows a client's record or a session's
 */
export const read = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  audit: Audited<z.infer<I>, z.infer<O>> | null = null,
) => byServices('read', input, output, audit, [])

/** One that changes the vault's files, or whether they are open. */
export const changesVault = <I extends z.ZodType, O extends z.ZodType, const R extends readonly string[] = []>(
  input: I,
  output: O,
  audit: AuditOf<I, O>,
  invalidates: R = [] as unknown as R,
) => byServices('vault', input, output, audit, invalidates)

/** One that changes what the practice stores, outside of the existing sessions. */
export const changesPractice = <I extends z.ZodType, O extends z.ZodType, const R extends readonly string[] = []>(
  input: I,
  output: O,
  audit: AuditOf<I, O>,
  invalidates: R = [] as unknown as R,
) => byServices('practice', input, output, audit, invalidates)

/** One that only stores this window's place. */
export const changesWindow = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  byServices('window', input, output, null, [])

type SessionRules<I extends z.ZodType, O extends z.ZodType, R extends readonly string[]> = { invalidates: R } & (
  | {
      /** The part of the note that it saves: its history is stored, and its revision increases. */
      part: (input: z.infer<I>) => SavedPart | 'whole'
      /** Left out where the session is what it changes. */
      audit?: AuditOf<I, O>
    }
  | { part?: null; audit: AuditOf<I, O> }
)

/**
 * One that writes in a session, which only one window does at a time.
 * @param session the path of the session's id in the input
 */
export const changesSession = <
  I extends z.ZodType,
  O extends z.ZodType,
  const P extends string,
  const R extends readonly string[],
>(
  session: P & (At<z.infer<I>, P> extends string ? unknown : never),
  input: I,
  output: O,
  { invalidates, part = null, audit }: SessionRules<I, O, R>,
) =>
  ({
    input,
    output,
    answeredBy: 'services',
    effect: 'session',
    session: session as P,
    part,
    audit: audit ?? audited('changed', 'session', (given: z.infer<I>) => sessionAt(session, given)),
    invalidates,
    job: null,
  }) as const

/** One that the shell handles. For changes in the vault or the practice it calls the services. */
export const shell = <I extends z.ZodType, O extends z.ZodType, const R extends readonly string[] = []>(
  input: I,
  output: O,
  invalidates: R = [] as unknown as R,
) =>
  ({
    input,
    output,
    answeredBy: 'shell',
    effect: 'shell',
    session: null,
    part: null,
    audit: null,
    invalidates,
    job: null,
  }) as const

/** The same operation as a job: it yields to everything else, reports its progress, and can be cancelled. */
export const asJob = <K extends JobKind | 'unreported', O extends Operation>(job: K, operation: O) =>
  ({ ...operation, job }) as Omit<O, 'job'> & { readonly job: K }

/** The reads that list sessions or count them. */
export const listsOfSessions = ['client:get', 'client:list', 'today:overview'] as const

/** The reads of earlier visits while a later one is written. */
export const readsOfVisits = ['session:lastTime', 'bodymap:lastVisit', 'bodymap:visits'] as const
