// Writes down in a salvaged vault what could not be read: by client, by session, by signature, and by table.
import type { KnownValues } from '#main/database/salvage/placeholders.ts'
import type { LostTable, Salvaged } from '#main/database/salvage/salvageDatabase.ts'
import type { Value } from '#main/database/salvage/btree.ts'
import type { OpenDatabase, Sqlite } from '#main/database/openDatabase.ts'
import { createNoticeRepository } from '#main/database/repositories/noticeRepository.ts'
import { createRepositories, type Repositories } from '#main/database/repositories/repositories.ts'
import type { NewLoss, SalvageRow } from '#main/database/repositories/salvageRepository.ts'
import { noNotice } from '#main/vault/keptNotices.ts'
import { signedKinds } from '../signing/kinds/signedKinds.ts'
import { recordProblemOf, storedFingerprint } from '../signing/verifyChain.ts'

export type SalvageMoment = Pick<SalvageRow, 'madeAt' | 'madeOffset' | 'setAside'>

/**
 * Stores what is lost, and a notice of it.
 * @param database the salvaged one, of today's schema
 * @param newestSignature the newest signature that the vault is known to have had; 0 for unknown
 */
export function recordLosses(
  database: OpenDatabase,
  salvaged: Salvaged,
  moment: SalvageMoment,
  newestSignature: number,
): void {
  const repositories = createRepositories(database)
  const { damagedPages, unplacedRows, missingRefusals } = salvaged
  repositories.atomic(() => {
    const lost = [
      ...salvaged.tables.map(({ name, amount }): NewLoss => ({ kind: 'rows', tableName: name, amount })),
      ...[...salvaged.leftOut].map(([tableName, amount]): NewLoss => ({ kind: 'left out', tableName, amount })),
      ...lostClients(salvaged),
      ...lostSessions(database.sqlite, salvaged),
      ...lostSignatures(database.sqlite, salvaged, newestSignature),
    ]
    const { salvages } = repositories
    const id = salvages.insert({ ...moment, damagedPages, unplacedRows })
    salvages.addLosses(id, lost)
    salvages.addLosses(id, incompleteRecords(repositories, salvaged, lost))
    const notices = createNoticeRepository(database)
    const notice = { ...noNotice, foundAt: moment.madeAt }
    notices.add({ ...notice, kind: 'salvaged', fileName: moment.setAside, problems: damagedPages })
    if (missingRefusals !== null && missingRefusals > 0) {
      notices.add({ ...notice, kind: 'refusals missing', problems: missingRefusals })
    }
  })()
}

const text = (value: Value | undefined) => (typeof value === 'string' ? value : null)

const rowsOf = ({ tables }: Salvaged, name: string): readonly KnownValues[] =>
  tables.find((table) => table.name === name)?.rows.map(({ known }) => known) ?? []

function lostClients(salvaged: Salvaged): NewLoss[] {
  const known = rowsOf(salvaged, 'client').map((row): NewLoss => ({
    kind: 'client',
    clientId: text(row.get('id')),
    words: text(row.get('sort_key'))?.trim() ?? '',
  }))
  const named = new Set(known.map(({ clientId }) => clientId))
  const stoodIn = salvaged.clients.filter((id) => !named.has(id))
  return [...known, ...stoodIn.map((clientId): NewLoss => ({ kind: 'client', clientId }))]
}

function lostSessions(sqlite: Sqlite, salvaged: Salvaged): NewLoss[] {
  const clientOf = sqlite.prepare<[string], string>('SELECT client_id FROM session WHERE id = ?').pluck()
  const known = rowsOf(salvaged, 'session').map((row): NewLoss => ({
    kind: 'session',
    sessionId: text(row.get('id')),
    clientId: text(row.get('client_id')),
    words: text(row.get('service_start')) ?? '',
  }))
  const named = new Set(known.map(({ sessionId }) => sessionId))
  const stoodIn = salvaged.sessions
    .filter((id) => !named.has(id))
    .map((id): NewLoss => ({ kind: 'session', sessionId: id, clientId: clientOf.get(id) ?? null }))
  const areaSession = sqlite.prepare<[string], string>('SELECT session_id FROM treated_area WHERE id = ?').pluck()
  const parts = new Map<string, NewLoss>()
  for (const { name, rows } of salvaged.tables) {
    if (name === 'signature') continue
    for (const { known: row } of rows) {
      const area = text(row.get('treated_area_id'))
      const sessionId = text(row.get('session_id')) ?? (area === null ? null : (areaSession.get(area) ?? null))
      if (sessionId === null) continue
      const key = `${name} ${sessionId}`
      const amount = (parts.get(key)?.amount ?? 0) + 1
      parts.set(key, { kind: 'part', tableName: name, amount, sessionId, clientId: clientOf.get(sessionId) ?? null })
    }
  }
  return [...known, ...stoodIn, ...parts.values()]
}

/** Signatures between the first and the newest that is known of, that are not there. */
function lostSignatures(sqlite: Sqlite, salvaged: Salvaged, newest: number): NewLoss[] {
  if (!salvaged.tables.some(({ name }) => name === 'signature')) return []
  const known = new Map(rowsOf(salvaged, 'signature').map((row) => [Number(row.get('sequence') ?? 0), row]))
  const there = new Map(
    sqlite
      .prepare<[], { sequence: number; before: string }>(
        'SELECT sequence, previous_fingerprint AS before FROM signature',
      )
      .all()
      .map(({ sequence, before }) => [sequence, before]),
  )
  const traced = new Map(
    sqlite
      .prepare<[], { sequence: number; fingerprint: string }>('SELECT sequence, fingerprint FROM signature_trace')
      .all()
      .map(({ sequence, fingerprint }) => [sequence, fingerprint]),
  )
  const last = [...known.keys(), ...there.keys(), ...traced.keys()].reduce((a, b) => Math.max(a, b), newest)
  const clientOf = sqlite.prepare<[string], string>('SELECT client_id FROM session WHERE id = ?').pluck()
  const lost: NewLoss[] = []
  for (let sequence = 1; sequence <= last; sequence += 1) {
    if (there.has(sequence)) continue
    const row = known.get(sequence)
    const sessionId = text(row?.get('session_id'))
    lost.push({
      kind: 'signature',
      sequence,
      fingerprint: there.get(sequence + 1) ?? text(row?.get('fingerprint')) ?? traced.get(sequence) ?? null,
      sessionId,
      clientId: sessionId === null ? null : (clientOf.get(sessionId) ?? null),
    })
  }
  return lost
}

/** Tables whose rows a signature covers. */
const signed: ReadonlySet<string> = new Set([
  'session',
  'note_section',
  'finding',
  'stroke',
  'treated_area',
  'treated_area_region',
  'no_go_answer',
  'session_score',
  'range_of_motion',
  'function_activity',
  'session_item',
  'timed_span',
  'sign_answer',
  'addendum',
  'consent',
  'consent_region',
  'consent_element',
  'consent_mark',
  'consent_withdrawal',
  'consent_lack',
  'consent_lack_region',
  'erasure',
  'erased_signature',
  'health_review',
  'health_answer',
  'health_entry',
  'health_region',
  'health_preference',
])

/** Whether rows of a table are lost that no index says the session of. */
function hasUnknownRows({ name, amount, rows }: LostTable): boolean {
  const isKnown = ({ known }: LostTable['rows'][number]) =>
    known.has('session_id') || known.has('treated_area_id') || name === 'session'
  return signed.has(name) && (amount === null || !rows.every(isKnown))
}

/**
 * The signatures whose records are not all there. Only what this damage can have taken is excused: where nothing of a signed
 * record is lost, one that does not fit stays what it is, a record that was changed.
 */
function incompleteRecords(repositories: Repositories, salvaged: Salvaged, lost: readonly NewLoss[]): NewLoss[] {
  const isAnyPossible = salvaged.tables.some(hasUnknownRows) || salvaged.unplacedRows > 0
  const hurt = new Set(
    lost.filter(({ kind }) => kind === 'session' || kind === 'part').map(({ sessionId }) => sessionId),
  )
  const leftOutErasures = salvaged.leftOut.has('erased_signature')
  const found: NewLoss[] = []
  for (let after = 0; ;) {
    const rows = repositories.signatures.after(after, 200)
    for (const row of rows) {
      after = row.sequence
      const isPossible = isAnyPossible || hurt.has(row.sessionId) || (leftOutErasures && row.sessionId === null)
      if (!isPossible || recordProblemOf(repositories, signedKinds, row) === null) continue
      found.push({
        kind: 'record',
        sequence: row.sequence,
        fingerprint: row.fingerprint,
        foundFingerprint: storedFingerprint(repositories, signedKinds, row),
        sessionId: row.sessionId,
        clientId: row.clientId,
      })
    }
    if (rows.length === 0) return found
  }
}
