// Stand-ins for what could not be read and is referred to: they keep what belongs to it in its place, and say that they are
// stand-ins. Nothing in them is made up but what the schema asks for.
import type { Sqlite } from '../openDatabase.ts'
import type { Value } from './btree.ts'
import { insertInto, type TableModel } from './schemaModel.ts'

/** What the indexes still say of a row that is lost, by column. */
export type KnownValues = ReadonlyMap<string, Value>

/** What is known of a lost row of a table by its id; undefined for nothing. */
export type KnownOf = (table: string, id: string) => KnownValues | undefined

export interface StoodIn {
  /** Ids of clients, and of sessions, that stand-ins were made for. */
  readonly clients: readonly string[]
  readonly sessions: readonly string[]
  /** Rows that were left out because what they refer to is lost, by table. */
  readonly leftOut: ReadonlyMap<string, number>
}

const unreadable = 'could not be read'
const aboutClient = 'Details and alerts of this client could not be read from the damaged vault. Ask again.'
const emptyDocument = '{"type":"doc","content":[{"type":"paragraph"}]}'

/**
 * Makes a stand-in for every row that is referred to and is not there.
 * @param newId for a client that not even the id is known of
 * @param now UTC
 */
export function standIn(
  sqlite: Sqlite,
  tables: readonly TableModel[],
  knownOf: KnownOf,
  newId: () => string,
  now: string,
): StoodIn {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const hasColumn = (table: string, column: string) =>
    byName.get(table)?.columns.some(({ name }) => name === column) === true

  function put(name: string, values: Readonly<Record<string, Value>>): void {
    const table = byName.get(name)
    if (table === undefined) return
    const row = table.columns.map((column) => values[column.name] ?? column.defaultValue)
    const insert = table.hasRowNumbers && table.numberColumn < 0 ? [null, ...row] : row
    sqlite.prepare(insertInto(table)).run(...insert)
  }

  /** Ids that a column of these tables refers to and that are not there. */
  function missing(target: string, column: string, sources: readonly string[]): string[] {
    const selects = sources
      .filter((source) => hasColumn(source, column))
      .map((source) => `SELECT "${column}" AS id FROM "${source}"`)
    if (selects.length === 0 || !byName.has(target)) return []
    return sqlite
      .prepare<[], string>(
        `SELECT DISTINCT id FROM (${selects.join(' UNION ALL ')}) WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM "${target}")`,
      )
      .pluck()
      .all()
  }

  const text = (value: Value | undefined) => (typeof value === 'string' ? value : null)
  const ofSession = tables
    .filter(({ name }) => hasColumn(name, 'session_id') && !leavesOut.has(name))
    .map(({ name }) => name)
  let unknownClient: string | null = null
  let unknownSession: string | null = null

  const signedClientOf = (column: 'session_id' | 'subject_id', signedId: string) =>
    hasColumn('signature', 'client_id')
      ? text(
          sqlite
            .prepare(`SELECT client_id FROM signature WHERE ${column} = ? AND client_id IS NOT NULL`)
            .pluck()
            .get(signedId) as Value,
        )
      : null

  const clientOfSubject = (id: string) =>
    hasColumn('signature', 'subject_id')
      ? text(sqlite.prepare('SELECT client_id FROM signature WHERE subject_id = ?').pluck().get(id) as Value)
      : null

  /** The earliest moment at which anything of a session was written, as far as it can be read. */
  function writtenAt(sessionId: string): string {
    const times = ofSession.flatMap((table) =>
      ['created_at', 'updated_at', 'answered_at', 'started_at', 'signed_at']
        .filter((column) => hasColumn(table, column))
        .map((column) => `SELECT min("${column}") AS at FROM "${table}" WHERE session_id = @id`),
    )
    const at = sqlite
      .prepare(`SELECT min(at) FROM (${times.join(' UNION ALL ')})`)
      .pluck()
      .get({ id: sessionId })
    return text(at as Value) ?? now
  }

  function putSession(id: string): void {
    const known = knownOf('session', id)
    const at = writtenAt(id)
    put('session', {
      id,
      client_id: text(known?.get('client_id')) ?? signedClientOf('session_id', id) ?? (unknownClient ??= newId()),
      service_start: text(known?.get('service_start')) ?? (minute.test(at) ? at : now).slice(0, 16),
      length_minutes: 1n,
      place: 'practice',
      entered_at: at,
      updated_at: at,
    })
  }

  const areas = missing('treated_area', 'treated_area_id', ['treated_area_region'])
  for (const id of areas) {
    const known = knownOf('treated_area', id)
    const sessionId = text(known?.get('session_id')) ?? (unknownSession ??= newId())
    put('treated_area', {
      id,
      session_id: sessionId,
      technique: unreadable,
      created_at: text(known?.get('created_at')) ?? now,
      updated_at: text(known?.get('created_at')) ?? now,
      // The first step's own column.
      region_id: unreadable,
    })
  }
  for (const id of missing('addendum', 'corrects_addendum_id', ['addendum'])) {
    const by = sqlite
      .prepare<[string], { session_id: string; created_at: string }>(
        'SELECT session_id, created_at FROM addendum WHERE corrects_addendum_id = ? ORDER BY created_at LIMIT 1',
      )
      .get(id)
    const at = by?.created_at ?? now
    put('addendum', {
      id,
      session_id: by?.session_id ?? null,
      document: emptyDocument,
      schema_version: 1n,
      plain_text: '',
      created_at: at,
      updated_at: at,
    })
  }
  for (const id of missing('template', 'template_id', ['template_section', 'template_measure'])) {
    put('template', { id, name: `Template that ${unreadable}`, position: 0n, created_at: now, updated_at: now })
  }
  for (const id of missing('health_review', 'review_id', partsOfReview)) {
    const known = knownOf('health_review', id)
    put('health_review', {
      id,
      client_id: text(known?.get('client_id')) ?? signedClientOf('subject_id', id) ?? (unknownClient ??= newId()),
      kind: 'intake',
      is_short: 0n,
      questionnaire_version: 1n,
      answered_at: text(known?.get('answered_at')) ?? now,
      answered_offset: 0n,
      earlier_massage: '',
    })
  }
  for (const id of missing('provider', 'provider_id', ['client_provider'])) {
    const texts = Object.fromEntries(['profession', 'phone', 'fax', 'address', 'note'].map((name) => [name, '']))
    put('provider', { ...texts, id, name: `Provider that ${unreadable}`, created_at: now, updated_at: now })
  }
  for (const id of missing('consent', 'consent_id', [
    'consent_region',
    'consent_element',
    'consent_mark',
    'consent_withdrawal',
  ])) {
    put('consent', {
      id,
      client_id: text(knownOf('consent', id)?.get('client_id')) ?? clientOfSubject(id) ?? (unknownClient ??= newId()),
      kind: 'own',
      name: `Consent that ${unreadable}`,
      text: `The words of this consent ${unreadable}.`,
      language: 'en',
      ...Object.fromEntries(['areas', 'techniques', 'draping'].map((name) => [name, ''])),
      validity: 'this session',
      witness: 'not offered',
      given_at: now,
      given_offset: 0n,
    })
  }
  for (const id of missing('consent_form', 'form_id', ['consent_form_region'])) {
    const words = { kind: 'own', name: `Form that ${unreadable}`, text: `Its words ${unreadable}.` }
    const rest = { validity: 'this session', is_required: 0n, offers_witness: 0n, needs_therapist: 0n }
    put('consent_form', { id, position: 0n, ...words, ...rest })
  }
  for (const id of missing('consent_lack', 'lack_id', ['consent_lack_region'])) {
    const sessionId = text(knownOf('consent_lack', id)?.get('session_id')) ?? (unknownSession ??= newId())
    const words = { kind: 'own', name: '', reason: `The reason ${unreadable}.` }
    put('consent_lack', { id, session_id: sessionId, ...words, stated_at: now, stated_offset: 0n })
  }
  const sessions = missing('session', 'session_id', ofSession)
  for (const id of sessions) putSession(id)
  const clients = [
    ...new Set([
      ...missing('client', 'client_id', [
        'session',
        'no_go_area',
        'signature',
        'client_provider',
        'household_link',
        'health_review',
        'safety_decision',
        'consent',
      ]),
      ...missing('client', 'person_id', ['household_link']),
    ]),
  ]
  for (const id of clients) {
    const signed = hasColumn('signature', 'client_id')
      ? sqlite
          .prepare<[string], { first: string; last: string; born: string | null }>(
            `SELECT client_first_name AS first, client_last_name AS last, client_date_of_birth AS born
             FROM signature WHERE client_id = ? AND client_last_name IS NOT NULL ORDER BY sequence DESC LIMIT 1`,
          )
          .get(id)
      : undefined
    const folded = text(knownOf('client', id)?.get('sort_key'))
    const lastName = `Client that ${unreadable}${folded === null ? '' : ` (${folded.trim()})`}`
    put('client', {
      ...Object.fromEntries(clientTexts.map((name) => [name, ''])),
      id,
      first_name: signed?.first ?? '',
      last_name: signed?.last ?? lastName,
      date_of_birth: day.test(signed?.born ?? '') ? (signed?.born ?? null) : null,
      alert: aboutClient,
      sort_key: folded ?? '',
      created_at: now,
      updated_at: now,
    })
  }
  if (sqlite.prepare('SELECT 1 FROM practice').get() === undefined) {
    put('practice', {
      id: 1n,
      name: `Practice that ${unreadable}`,
      idle_minutes: 10n,
      paper_size: 'A4',
      client_name_in_file_name: 0n,
      // The code that opened the damaged vault opens this one.
      recovery_confirmed_at: now,
      created_at: now,
    })
  }
  return { clients, sessions, leftOut: leaveOut(sqlite) }
}

const day = /^\d{4}-\d\d-\d\d$/u
const minute = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u

const clientTexts = [
  'preferred_name',
  'pronouns',
  'phone',
  'email',
  'address',
  'occupation',
  'emergency_contact',
  'referring_provider',
]

const partsOfReview = ['health_answer', 'health_entry', 'health_region', 'health_preference'] as const

/** Their rows name sessions and refer to none. */
const leavesOut: ReadonlySet<string> = new Set(['salvage_loss'])

/** Removes rows that still refer to nothing. @returns how many, by table */
function leaveOut(sqlite: Sqlite): ReadonlyMap<string, number> {
  const leftOut = new Map<string, number>()
  type Orphan = { readonly table: string; readonly rowid: number | null }
  for (;;) {
    const orphans = sqlite.pragma('foreign_key_check') as Orphan[]
    if (orphans.length === 0) return leftOut
    for (const { table, rowid } of orphans) {
      const { changes } = sqlite.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
      leftOut.set(table, (leftOut.get(table) ?? 0) + changes)
    }
  }
}
