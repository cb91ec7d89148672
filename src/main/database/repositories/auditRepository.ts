// The entries of the audit log in the database. Rows are only ever added.
import type { Statement } from 'better-sqlite3'
import type { AuditEntry, AuditedRecord } from '#shared/domain/audit/auditEntry.ts'
import type { OpenDatabase } from '../openDatabase.ts'

/** An entry with the hash that it was stored with. */
export type AuditRow = AuditEntry & { readonly hash: string }

/** Which entries are wanted; null for any. */
export interface AuditFilter {
  readonly act: string | null
  readonly clientId: string | null
  /** First and last day by the entry's own clock, `YYYY-MM-DD`, both inclusive. */
  readonly from: string | null
  readonly to: string | null
}

/** What is known today of the records that an entry is about; null where they are gone, or where it has none. */
export interface AuditSubject {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly preferredName: string | null
  /** The session that it is about, or whose note it is an addition to, while that is no discarded draft. */
  readonly sessionId: string | null
  /** Wall clock. */
  readonly serviceStart: string | null
  /** Of a template, a phrase or a provider. */
  readonly name: string | null
}

const columns = `sequence, at, at_offset AS atOffset, act, record_kind AS recordKind, record_id AS recordId,
  client_id AS clientId, times, previous_hash AS previousHash, hash`

/** What each part of a filter asks of an entry. The coarse bounds of a day are what an index is searched by. */
const conditions: Readonly<Record<keyof AuditFilter, string>> = {
  act: 'act = @act',
  clientId: 'client_id = @clientId',
  from: `at >= date(@from, '-1 day') AND date(at, at_offset || ' minutes') >= @from`,
  to: `at < date(@to, '+2 days') AND date(at, at_offset || ' minutes') <= @to`,
}

const partsOf = (filter: AuditFilter) =>
  (Object.keys(conditions) as (keyof AuditFilter)[]).filter((part) => filter[part] !== null)

const matches = (parts: readonly (keyof AuditFilter)[]) => parts.map((part) => ` AND ${conditions[part]}`).join('')

/** The entry itself is chosen first: only what is shown is looked up. */
const pageSql = (chosen: string) => `
SELECT e.*, client.first_name AS firstName, client.last_name AS lastName, client.preferred_name AS preferredName,
  CASE WHEN session.discarded_at IS NULL THEN session.id END AS sessionId, session.service_start AS serviceStart,
  COALESCE(template.name, phrase.abbreviation, provider.name) AS name
FROM (SELECT ${columns} FROM audit_entry WHERE ${chosen}) e
LEFT JOIN addendum ON e.recordKind = 'addition' AND addendum.id = e.recordId
LEFT JOIN session ON session.id = CASE e.recordKind WHEN 'session' THEN e.recordId ELSE addendum.session_id END
LEFT JOIN client ON client.id = COALESCE(e.clientId, session.client_id)
LEFT JOIN template ON e.recordKind = 'template' AND template.id = e.recordId
LEFT JOIN phrase ON e.recordKind = 'phrase' AND phrase.id = e.recordId
LEFT JOIN provider ON e.recordKind = 'provider' AND provider.id = e.recordId
ORDER BY e.sequence DESC`

export function createAuditRepository({ sqlite }: Pick<OpenDatabase, 'sqlite'>) {
  const last = sqlite.prepare<[], AuditRow>(`SELECT ${columns} FROM audit_entry ORDER BY sequence DESC LIMIT 1`)
  const insert = sqlite.prepare<[AuditRow]>(`INSERT INTO audit_entry VALUES (
    @sequence, @at, @atOffset, @act, @recordKind, @recordId, @clientId, @times, @previousHash, @hash)`)
  const stretch = sqlite.prepare<[number, number], AuditRow>(
    `SELECT ${columns} FROM audit_entry WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  )
  /** Statements are made for the parts of a filter that are asked for, so that the indexes are of use. */
  const prepared = new Map<string, Statement<unknown[], unknown>>()
  function statement<P, R>(sql: string): Statement<[P], R> {
    const found = prepared.get(sql) ?? sqlite.prepare(sql)
    prepared.set(sql, found)
    return found as Statement<[P], R>
  }
  type Page = AuditFilter & { upTo: number; skip: number; count: number }
  const clientOfSession = sqlite.prepare<[string], string>('SELECT client_id FROM session WHERE id = ?').pluck()
  const clientOfConsent = sqlite.prepare<[string], string>('SELECT client_id FROM consent WHERE id = ?').pluck()
  const clientOfAddition = sqlite
    .prepare<[string], string>(
      'SELECT session.client_id FROM addendum JOIN session ON session.id = addendum.session_id WHERE addendum.id = ?',
    )
    .pluck()

  return {
    /** The newest entry. */
    last: (): AuditRow | undefined => last.get(),
    insert: (row: AuditRow) => void insert.run(row),
    /** The next entries after a sequence, in their order. */
    after: (sequence: number, limit: number): AuditRow[] => stretch.all(sequence, limit),
    /** How many there are up to a sequence. Unless it was tampered with, the log has no gaps. */
    count(filter: AuditFilter, upTo: number): number {
      const parts = partsOf(filter)
      if (parts.length === 0) return Math.min(upTo, last.get()?.sequence ?? 0)
      const sql = `SELECT count(*) AS total FROM audit_entry WHERE sequence <= @upTo${matches(parts)}`
      return statement<AuditFilter & { upTo: number }, { total: number }>(sql).get({ ...filter, upTo })?.total ?? 0
    },
    /** Some of the entries up to a sequence, newest first, with what is known of their records. */
    page(filter: AuditFilter, upTo: number, skip: number, count: number): (AuditRow & AuditSubject)[] {
      const parts = partsOf(filter)
      const chosen =
        parts.length === 0
          ? 'sequence <= @upTo - @skip AND sequence > @upTo - @skip - @count'
          : `sequence <= @upTo${matches(parts)} ORDER BY sequence DESC LIMIT @count OFFSET @skip`
      return statement<Page, AuditRow & AuditSubject>(pageSql(chosen)).all({ ...filter, upTo, skip, count })
    },
    /** The next of them after a sequence, oldest first. */
    matching(filter: AuditFilter, after: number, count: number): AuditRow[] {
      const sql = `SELECT ${columns} FROM audit_entry WHERE sequence > @after${matches(partsOf(filter))}
        ORDER BY sequence LIMIT @count`
      return statement<AuditFilter & { after: number; count: number }, AuditRow>(sql).all({ ...filter, after, count })
    },
    /** The client whom a record is about; null for none, and where the record is not there. */
    clientOf({ kind, id }: AuditedRecord): string | null {
      if (id === null) return null
      if (kind === 'client') return id
      if (kind === 'session') return clientOfSession.get(id) ?? null
      if (kind === 'consent') return clientOfConsent.get(id) ?? null
      return kind === 'addition' ? (clientOfAddition.get(id) ?? null) : null
    },
  }
}
