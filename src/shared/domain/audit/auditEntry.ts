// An entry of the audit log: what kind of act was done on which record, and when. Never a word of the record itself.

/** What can be done, as the log stores it. The names are kept for good: each is part of an entry's hash. */
export const auditActs = [
  'viewed',
  'created',
  'changed',
  'signed',
  'exported',
  'archived',
  'restored',
  'brought in', // from another copy of the vault
  'binned',
  'erased',
  'unlocked',
  'unlock failed',
  'recovered', // opened with the recovery code, which sets a new passphrase
  'locked',
  'passphrase changed',
  'recovery code renewed',
  'keys renewed',
  'salvaged', // what could be read of damaged files was put into new ones
  'settings changed',
  'backup made',
  'entries missing', // the log was shorter, or another one, when the vault was opened
] as const
export type AuditAct = (typeof auditActs)[number]

/** The kinds of records that an act is done on. Kept for good, like the acts. */
export const auditedKinds = [
  'vault',
  'practice',
  'client',
  'session',
  'addition', // to a signed note: an addendum or an amendment
  'consent',
  'provider', // of the practice's directory
  'template',
  'phrase',
  'backup place',
  'backup', // its id is the instant when it was made; null for a copy that does not know
  'rescue copy',
  'audit log',
] as const
export type AuditedKind = (typeof auditedKinds)[number]

/** The record that something is done on; its id is null where there is only one of its kind, or where several are concerned. */
export interface AuditedRecord {
  readonly kind: AuditedKind
  readonly id: string | null
}

/** An entry as it is stored, but for its hash. */
export interface AuditEntry {
  /** Its place in the log, from 1. */
  readonly sequence: number
  /** Instant, UTC. */
  readonly at: string
  /** Minutes east of UTC of this computer's clock then. */
  readonly atOffset: number
  /** One of {@link auditActs}, unless a newer version wrote it. */
  readonly act: string
  /** One of {@link auditedKinds}, unless a newer version wrote it. */
  readonly recordKind: string
  readonly recordId: string | null
  /** The client whom the record is about; null for none. */
  readonly clientId: string | null
  /** How many times: of failed unlocks and missing entries; otherwise 1. */
  readonly times: number
  /** The hash of the entry before it; {@link noHash} for the first. */
  readonly previousHash: string
}

/** What the first entry has in the place of a hash before it. */
export const noHash = '0'.repeat(64)

/**
 * The text whose SHA-256 is the entry's hash: a line with the form's name, then the fields in their order as JSON. ADR 13
 * specifies it with an example; it never changes.
 */
export const auditText = (entry: AuditEntry): string =>
  `palpate audit entry 1\n${JSON.stringify([
    entry.sequence,
    entry.at,
    entry.atOffset,
    entry.act,
    entry.recordKind,
    entry.recordId,
    entry.clientId,
    entry.times,
    entry.previousHash,
  ])}`

/**
 * For how many minutes an entry stands for the same act on the same record too: a note that is written is saved every
 * second, and what is on screen is read again whenever something changes. 0 for acts that have an entry each.
 */
const minutesOfOneEntry: Partial<Record<AuditAct, number>> = { viewed: 15, changed: 60, 'settings changed': 60 }

/**
 * Whether an entry of a time still stands for the same act at another time. A clock that was set back ends that.
 * @param at instants, UTC
 */
export function isSameEntry(act: AuditAct, entryAt: string, at: string): boolean {
  const passed = Date.parse(at) - Date.parse(entryAt)
  return passed >= 0 && passed < (minutesOfOneEntry[act] ?? 0) * 60_000
}

/** Whether an act has one entry for several times at all. */
export const isMerged = (act: AuditAct): boolean => minutesOfOneEntry[act] !== undefined
