// Adds entries to the audit log, each with the hash of the one before it.
import { createHash } from 'node:crypto'
import {
  auditText,
  noHash,
  type AuditAct,
  type AuditedRecord,
  type AuditEntry,
} from '#shared/domain/audit/auditEntry.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { Repositories } from '../database/repositories/repositories.ts'

/** The hash of a text, 64 lower-case hex digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An entry that is about to be made. */
export interface NewAuditEntry {
  readonly act: AuditAct
  readonly record: AuditedRecord
  /** Whom it is about. */
  readonly clientId: string | null
  /** Instant, UTC. */
  readonly at: string
  readonly times?: number
}

/** Adds an entry at the end. To be called in the transaction of what it is about. */
export function addAuditEntry(
  { audit }: Pick<Repositories, 'audit'>,
  clock: Pick<Clock, 'offsetAt'>,
  { act, record, clientId, at, times = 1 }: NewAuditEntry,
): void {
  const before = audit.last()
  const entry: AuditEntry = {
    sequence: (before?.sequence ?? 0) + 1,
    at,
    atOffset: clock.offsetAt(at),
    act,
    recordKind: record.kind,
    recordId: record.id,
    clientId,
    times,
    previousHash: before?.hash ?? noHash,
  }
  audit.insert({ ...entry, hash: sha256(auditText(entry)) })
}
