// Sessions in the database: the encounter's own row, and the summaries that lists show.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { session } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

export type SessionRow = typeof session.$inferSelect

/** A summary together with the name parts of its client. */
export type NamedSummary = SessionSummary & { firstName: string; lastName: string; preferredName: string }

/** What a body map needs of a session. */
export interface VisitRow {
  readonly id: string
  readonly serviceStart: string
  readonly isSigned: boolean
}

/** The longest excerpt, in characters. */
const excerptLength = 240

// What counts as blank at the ends of a text; SQLite's own trim knows only the space.
const blank = 'char(9, 10, 11, 12, 13, 32, 160)'

// No section was saved since the session began with a template: it is a skeleton, not an account.
const isAsBegun = '(s.template_id IS NOT NULL AND n.updated_at = s.entered_at)'

// One order for everything that counts visits: when the session was, then when it was entered.
const visitKey = (alias: string) => `(${alias}.service_start, ${alias}.entered_at, ${alias}.id)`

const numberByCounting = `(
  SELECT COUNT(*) FROM session o
  WHERE o.client_id = s.client_id AND o.discarded_at IS NULL AND o.service_start <= s.service_start
    AND ${visitKey('o')} <= ${visitKey('s')})`

/** The beginning of session `s` as lists show it: of its assessment, or else of another section. Without one ''. */
export const excerptSql = (length: number) => `
  COALESCE((
    SELECT substr(trim(n.plain_text, ${blank}), 1, ${length}) FROM note_section n
    WHERE n.session_id = s.id AND trim(n.plain_text, ${blank}) <> '' AND NOT ${isAsBegun}
    ORDER BY CASE n.section WHEN 'assessment' THEN 0 WHEN 'subjective' THEN 1 WHEN 'objective' THEN 2 ELSE 3 END
    LIMIT 1), '')`

const summaryColumns = (number: string) => `
  s.id, s.client_id AS clientId, ${number} AS number, s.service_start AS serviceStart,
  s.entered_offset AS enteredOffset, s.length_minutes AS lengthMinutes, s.place, s.pain_before AS painBefore, s.pain_after AS painAfter,
  (SELECT COUNT(*) FROM finding f WHERE f.session_id = s.id) AS findingCount,
  ${excerptSql(excerptLength + 1)} AS excerpt,
  g.signed_at AS signedAt,
  EXISTS (SELECT 1 FROM session_origin r WHERE r.session_id = s.id) AS isBroughtIn,
  (SELECT COUNT(*) FROM addendum a JOIN signature ag ON ag.subject_id = a.id WHERE a.session_id = s.id)
    AS addendumCount`

const withSignature = 'session s LEFT JOIN signature g ON g.subject_id = s.id'

const ofClientSql = `
SELECT ${summaryColumns(`ROW_NUMBER() OVER (ORDER BY s.service_start, s.entered_at, s.id)`)}
FROM ${withSignature}
WHERE s.client_id = ? AND s.discarded_at IS NULL
ORDER BY s.service_start DESC, s.entered_at DESC, s.id DESC`

const visitsSql = `
SELECT s.id, s.service_start AS serviceStart, g.sequence IS NOT NULL AS isSigned
FROM ${withSignature}
WHERE s.client_id = ? AND s.discarded_at IS NULL
ORDER BY s.service_start, s.entered_at, s.id`

const namedSql = (where: string, order: string) => `
SELECT ${summaryColumns(numberByCounting)},
  c.first_name AS firstName, c.last_name AS lastName, c.preferred_name AS preferredName
FROM ${withSignature} JOIN client c ON c.id = s.client_id
WHERE ${where} ORDER BY ${order}`

const draftsSql = namedSql('g.sequence IS NULL AND s.discarded_at IS NULL', 's.service_start, s.entered_at, s.id')

const recentSql = namedSql(
  `s.id IN (SELECT id FROM session WHERE discarded_at IS NULL
    ORDER BY service_start DESC, entered_at DESC, id DESC LIMIT ?)`,
  's.service_start DESC, s.entered_at DESC, s.id DESC',
)

/** A summary as SQLite gives it. */
type Stored<T extends SessionSummary> = Omit<T, 'isBroughtIn'> & { isBroughtIn: 0 | 1 }

function toSummary<T extends SessionSummary>(row: Stored<T>): T {
  const characters = Array.from(row.excerpt)
  const cut = characters.length > excerptLength ? `${characters.slice(0, excerptLength).join('')}…` : row.excerpt
  return { ...row, excerpt: cut.replace(/\s+/gu, ' '), isBroughtIn: row.isBroughtIn === 1 } as SessionSummary as T
}

export function createSessionRepository({ sqlite, orm }: OpenDatabase) {
  const byId = orm
    .select()
    .from(session)
    .where(eq(session.id, sql.placeholder('id')))
    .prepare()
  const kept = and(eq(session.clientId, sql.placeholder('clientId')), isNull(session.discardedAt))
  const ofClient = orm
    .select()
    .from(session)
    .where(kept)
    .orderBy(asc(session.serviceStart), asc(session.enteredAt), asc(session.id))
    .prepare()
  const lastOfClient = orm
    .select()
    .from(session)
    .where(kept)
    .orderBy(desc(session.serviceStart), desc(session.enteredAt), desc(session.id))
    .limit(1)
    .prepare()
  const insert = orm.insert(session).values(columnPlaceholders(session)).prepare()
  const { id, ...changing } = columnPlaceholders(session)
  const update = orm
    .update(session)
    .set(changing as object)
    .where(eq(session.id, id))
    .prepare()
  const touch = orm
    .update(session)
    .set({ updatedAt: sql`${sql.placeholder('at')}` })
    .where(eq(session.id, sql.placeholder('id')))
    .prepare()
  const numberOf = sqlite.prepare<[string], { number: number }>(
    `SELECT ${numberByCounting} AS number FROM session s WHERE s.id = ?`,
  )
  const summariesOfClient = sqlite.prepare<[string], Stored<SessionSummary>>(ofClientSql)
  const visits = sqlite.prepare<[string], Omit<VisitRow, 'isSigned'> & { isSigned: 0 | 1 }>(visitsSql)
  const drafts = sqlite.prepare<[], Stored<NamedSummary>>(draftsSql)
  const recent = sqlite.prepare<[number], Stored<NamedSummary>>(recentSql)

  return {
    byId: (sessionId: string): SessionRow | undefined => byId.get({ id: sessionId }),
    /** The client's sessions that are not discarded, oldest first: the n-th has the number n. */
    ofClient: (clientId: string): SessionRow[] => ofClient.all({ clientId }),
    /** The same sessions in the same order, with only what a body map needs of them. */
    visitsOf: (clientId: string): VisitRow[] =>
      visits.all(clientId).map((row) => ({ ...row, isSigned: row.isSigned === 1 })),
    /** The client's latest session that is not discarded. */
    lastOfClient: (clientId: string): SessionRow | undefined => lastOfClient.get({ clientId }),
    insert: (row: SessionRow) => void insert.run(row),
    /** Overwrites the row of the same id. */
    update: (row: SessionRow) => void update.run(row),
    /** Records that something of the session changed. */
    touch: (sessionId: string, at: string) => void touch.run({ id: sessionId, at }),
    /** The session's place among the client's, from 1. */
    numberOf: (sessionId: string): number => numberOf.get(sessionId)?.number ?? 0,
    /** Newest first. */
    summariesOfClient: (clientId: string): SessionSummary[] =>
      summariesOfClient.all(clientId).map(toSummary<SessionSummary>),
    /** All unsigned drafts, oldest first. */
    drafts: (): NamedSummary[] => drafts.all().map(toSummary<NamedSummary>),
    /** The newest sessions, newest first. */
    recent: (limit: number): NamedSummary[] => recent.all(limit).map(toSummary<NamedSummary>),
  }
}
