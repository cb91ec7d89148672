// The audit log as a table for spreadsheets: acts, ids and times, no name and no word of a record.
import { wallClock } from '../time.ts'
import { byteOrderMark, csvRow } from '../csv.ts'
import type { AuditEntry } from './auditEntry.ts'

/** An instant with its offset, as ISO 8601 writes it: `2026-11-23T15:00:00+01:00`. */
export function timeWithOffset(at: string, offset: number): string {
  const size = Math.abs(offset)
  const twoDigits = (count: number) => String(Math.trunc(count)).padStart(2, '0')
  return `${wallClock(at, offset)}${offset < 0 ? '-' : '+'}${twoDigits(size / 60)}:${twoDigits(size % 60)}`
}

/** The first line, with the names of the columns. */
export const auditCsvHead = `${byteOrderMark}${csvRow(['Entry', 'Time', 'Act', 'Record', 'Record id', 'Client id', 'Times', 'Hash'])}`

/** The line of an entry. */
export const auditCsvLine = (entry: AuditEntry & { readonly hash: string }): string =>
  csvRow([
    entry.sequence,
    timeWithOffset(entry.at, entry.atOffset),
    entry.act,
    entry.recordKind,
    entry.recordId,
    entry.clientId,
    entry.times,
    entry.hash,
  ])
