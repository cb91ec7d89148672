// Operations on the audit log: showing it, checking it, and saving it as a file. Nothing here changes an entry.
import { z } from 'zod'
import { auditProblems } from '../domain/audit/auditCheck.ts'
import { auditActs } from '../domain/audit/auditEntry.ts'
import { calendarDate, utcOffset } from '../domain/time.ts'
import { asJob, audited, read, shell } from './operation.ts'

/** Which entries are wanted; null for any. */
export const auditFilter = z.strictObject({
  act: z.enum(auditActs).nullable(),
  clientId: z.uuid().nullable(),
  /** First and last day by the clock of the entry, both inclusive. */
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
})
export type AuditFilter = z.infer<typeof auditFilter>

/** The most entries in one answer. */
export const mostAuditEntries = 200

/** An entry as the screen shows it, with what is known today of its record. */
export const shownEntry = z.strictObject({
  sequence: z.int(),
  at: z.string(),
  atOffset: utcOffset,
  /** Acts and kinds of a newer version are unknown here. */
  act: z.string(),
  recordKind: z.string(),
  recordId: z.string().nullable(),
  clientId: z.string().nullable(),
  times: z.int(),
  /** The client's name; null where the entry is about none, or where the client is gone. */
  clientName: z.string().nullable(),
  /** The session to be shown; null where there is none, or where it is in the bin or gone. */
  sessionId: z.string().nullable(),
  /** Wall clock. */
  serviceStart: z.string().nullable(),
  /** A template's or provider's name, or a phrase's abbreviation. */
  recordName: z.string().nullable(),
})
export type ShownEntry = z.infer<typeof shownEntry>

export const auditCheck = z.strictObject({
  /** How many entries fit, from the first on. */
  fitting: z.int(),
  /** The first that does not fit; null when all do. */
  problem: z.strictObject({ sequence: z.int(), problem: z.enum(auditProblems) }).nullable(),
  /** The entries that say that others were missing when the vault was opened: their sequences. */
  missing: z.array(z.int()),
})
export type AuditCheck = z.infer<typeof auditCheck>

export const auditOperations = {
  /**
   * Some of the entries, newest first, and how many there are. `upTo` leaves out those after a sequence, so that the parts of
   * a long list fit together while new ones are made; `skip` passes over the newest ones.
   */
  'audit:list': read(
    z.strictObject({
      filter: auditFilter,
      upTo: z.int().nullable(),
      skip: z.int().min(0),
      count: z.int().min(1).max(mostAuditEntries),
    }),
    z.strictObject({ total: z.int(), entries: z.array(shownEntry) }),
    audited('viewed', 'audit log'),
  ),
  /** Computes the hash of every entry anew, up to the first one that does not fit. */
  'audit:check': asJob('audit check', read(z.strictObject({}), auditCheck)),
  /** The entries as the text of a CSV file, oldest first: ids, no names. For the shell, which saves it. */
  'audit:compose': asJob(
    'unreported',
    read(
      z.strictObject({ filter: auditFilter }),
      z.strictObject({ text: z.string(), count: z.int() }),
      audited('exported', 'audit log'),
    ),
  ),
  /** Asks for a place and writes the entries there as CSV. Answers with the file's name without its folder, or CANCELLED. */
  'audit:saveFile': shell(
    z.strictObject({ filter: auditFilter }),
    z.strictObject({ fileName: z.string(), count: z.int() }),
  ),
} as const
