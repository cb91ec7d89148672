// An entry of the audit log in plain words: what it is about, and what was done.
import type { ShownEntry } from '#shared/contract/audit.ts'
import { auditActs, type AuditAct, type AuditedKind } from '#shared/domain/audit/auditEntry.ts'
import { offsetHere } from '#shared/domain/time.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'

/** What was done. Those on the vault, the settings and the log need no subject before them. */
export const actNames: Readonly<Record<AuditAct, string>> = {
  viewed: 'Viewed',
  created: 'Created',
  changed: 'Changed',
  signed: 'Signed',
  exported: 'Exported',
  archived: 'Archived',
  restored: 'Restored',
  'brought in': 'Brought in from another copy',
  binned: 'Put in the bin',
  erased: 'Deleted for good',
  unlocked: 'Unlocked',
  'unlock failed': 'Wrong passphrase or code',
  recovered: 'Opened with the recovery code',
  locked: 'Locked',
  'passphrase changed': 'Passphrase changed',
  'recovery code renewed': 'Recovery code renewed',
  'keys renewed': 'New keys made',
  'settings changed': 'Settings changed',
  'backup made': 'Backup made',
  salvaged: 'Salvaged from damaged files',
  'entries missing': 'Entries missing',
}

const isAct = (act: string): act is AuditAct => auditActs.some((known) => known === act)

/** What was done, in words: "Viewed", "Wrong passphrase or code, 3 times". */
export function actWords({ act, times }: Pick<ShownEntry, 'act' | 'times'>): string {
  const name = isAct(act) ? actNames[act] : act
  if (act === 'entries missing') return `${name}: at least ${times}`
  return times === 1 ? name : `${name}, ${countWords(times, 'time')}`
}

type Subject = Pick<ShownEntry, 'recordKind' | 'recordId' | 'recordName' | 'clientId' | 'clientName' | 'serviceStart'>

const clientWords = ({ clientId, clientName }: Subject) =>
  clientName ?? (clientId === null ? 'nobody known' : 'an erased client')

/** @param dayOf a wall time's day in words */
function visitWords(what: string, entry: Subject, dayOf: (wallTime: string) => string): string {
  const day = entry.serviceStart === null ? '' : `, ${dayOf(entry.serviceStart)}`
  return `${what} of ${clientWords(entry)}${day}`
}

const oneOf = (what: string, { recordName }: Subject) => (recordName === null ? what : `${what} “${recordName}”`)

function backupWords(madeAt: string | null): string {
  if (madeAt === null) return 'Copy made by hand'
  // The log is shown whatever is in it.
  return Number.isNaN(Date.parse(madeAt)) ? 'Backup' : `Backup of ${instantOnScreen(madeAt, offsetHere(madeAt))}`
}

const subjects: Readonly<Record<AuditedKind, (entry: Subject, dayOf: (wallTime: string) => string) => string>> = {
  vault: () => 'Vault',
  practice: () => 'Practice',
  client: (entry) => `Record of ${clientWords(entry)}`,
  session: (entry, dayOf) => visitWords('Note', entry, dayOf),
  addition: (entry, dayOf) => visitWords('Addition to the note', entry, dayOf),
  consent: (entry) => `Consent of ${clientWords(entry)}`,
  provider: (entry) => oneOf('Provider', entry),
  template: (entry) => oneOf(entry.recordId === null ? 'Templates' : 'Template', entry),
  phrase: (entry) => oneOf(entry.recordId === null ? 'Phrases' : 'Phrase', entry),
  'backup place': () => 'Place for backups',
  backup: ({ recordId }) => backupWords(recordId),
  'rescue copy': () => 'Rescue copy',
  'audit log': () => 'Audit log',
}

/**
 * What an entry is about, in words: "Note of Ruth Moss, Thu 12 Nov". A kind of a newer version is named as it is stored.
 * @param dayOf a wall time's day in words
 */
export const subjectWords = (entry: Subject, dayOf: (wallTime: string) => string): string =>
  Object.hasOwn(subjects, entry.recordKind) ? subjects[entry.recordKind as AuditedKind](entry, dayOf) : entry.recordKind

/** Where the record is shown; null where there is no such place any more. */
export function placeOfRecord({ sessionId, clientId, clientName }: ShownEntry): string | null {
  if (sessionId !== null) return paths.session(sessionId)
  return clientId === null || clientName === null ? null : paths.client(clientId)
}
