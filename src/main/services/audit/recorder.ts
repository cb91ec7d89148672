// Decides which entries the audit log gets while the vault is open, and makes them.
import { isMerged, isSameEntry, type AuditAct, type AuditedRecord } from '#shared/domain/audit/auditEntry.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { addAuditEntry, type NewAuditEntry } from '../../records/auditLog.ts'

export interface AuditRecorder {
  /** The entries that an act on records needs now: none for a record whose last entry still stands for it. */
  due(act: AuditAct, records: readonly AuditedRecord[]): readonly NewAuditEntry[]
  /** The same entries after the act: a record that it made has its client only now. */
  withClients(entries: readonly NewAuditEntry[]): readonly NewAuditEntry[]
  /**
   * Does something and makes its entries, all or nothing.
   * @param work gives its answer, and the entries
   */
  record<T>(work: () => { answer: T; entries: readonly NewAuditEntry[] }): T
  /**
   * Makes entries of what was shown. Where that is impossible, as on a full disk, it is tried again with the next entry:
   * what cannot be logged is shown all the same.
   */
  recordLater(entries: readonly NewAuditEntry[]): void
}

/** So many entries wait at most, on a disk that stays full. */
const mostWaiting = 1000

/** A vault that can only be read has no log of that. */
export const silentRecorder: AuditRecorder = {
  due: () => [],
  withClients: (entries) => entries,
  record: (work) => work().answer,
  recordLater: () => undefined,
}

const keyOf = (act: AuditAct, { kind, id }: AuditedRecord) => `${act}/${kind}/${id}`

export function createRecorder(
  repositories: Pick<Repositories, 'audit' | 'atomic'>,
  clock: Pick<Clock, 'now' | 'offsetAt'>,
): AuditRecorder {
  const { audit, atomic } = repositories
  /** When the last entry of an act on a record was made. An entry ends with the vault's being open. */
  const made = new Map<string, string>()
  let waiting: readonly NewAuditEntry[] = []

  const addAll = (entries: readonly NewAuditEntry[]) => {
    for (const entry of entries) addAuditEntry(repositories, clock, entry)
  }

  /** To be called when the entries are committed. */
  const remember = (entries: readonly NewAuditEntry[]) => {
    waiting = []
    for (const { act, record, at } of entries) if (isMerged(act)) made.set(keyOf(act, record), at)
  }

  return {
    due(act, records) {
      const at = clock.now()
      return records.flatMap((record): NewAuditEntry[] => {
        const last = made.get(keyOf(act, record))
        if (last !== undefined && isSameEntry(act, last, at)) return []
        return [{ act, record, clientId: audit.clientOf(record), at }]
      })
    },
    withClients: (entries) =>
      entries.map((entry) => (entry.clientId === null ? { ...entry, clientId: audit.clientOf(entry.record) } : entry)),
    record(work) {
      const { answer, entries } = atomic(() => {
        const done = work()
        addAll([...waiting, ...done.entries])
        return done
      })()
      remember(entries)
      return answer
    },
    recordLater(entries) {
      if (entries.length === 0) return
      const all = [...waiting, ...entries]
      try {
        atomic(addAll)(all)
        remember(entries)
      } catch {
        // They are made with the next one, so the next read needs no other.
        remember(entries)
        waiting = all.slice(-mostWaiting)
      }
    },
  }
}
