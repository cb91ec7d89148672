// Sessions with every row that their content consists of, as they are stored: to compare two databases, and to carry a
// session from one to the other.
import type { Statement } from 'better-sqlite3'
import type { OpenDatabase } from '../openDatabase.ts'
import { tablesOfSession } from './sessionTables.ts'

/** A row as SQLite gives it, by column. */
export type StoredRow = Readonly<Record<string, string | number | Buffer | null>>

/** What belongs to a session and is not its content: answers go with a signature, versions and origin with one database. */
const besideContent = ['sign_answer', 'draft_version', 'session_origin'] as const

type SessionTable = Exclude<(typeof tablesOfSession)[number], (typeof besideContent)[number]>
export type ContentTable = SessionTable | 'treated_area_region'

export interface WholeSession {
  readonly session: StoredRow
  /** The rows of each table, in the order of making or of their place. */
  readonly tables: ReadonlyMap<ContentTable, readonly StoredRow[]>
}

/** A session as it is found when two databases are compared. */
export interface FoundSession {
  readonly id: string
  readonly clientId: string
  /** Wall time. */
  readonly serviceStart: string
  /** Both UTC. */
  readonly enteredAt: string
  readonly updatedAt: string
}

const sessionTables = tablesOfSession.filter(
  (table): table is SessionTable => !(besideContent as readonly string[]).includes(table),
)

/** By what a session's rows are ordered where the time of making and the id do not say it. */
const orders: Partial<Record<SessionTable, string>> = {
  note_section: 'section',
  no_go_answer: 'answered_at, id',
  session_score: 'measure',
  range_of_motion: 'position, id',
  function_activity: 'position, id',
  session_item: 'list, position',
  timed_span: 'started_at, id',
  private_remark: 'session_id',
}

export function createWholeSessionRepository({ sqlite }: OpenDatabase) {
  const session = sqlite.prepare<[string], StoredRow>('SELECT * FROM session WHERE id = ?')
  const contents: readonly (readonly [ContentTable, Statement<[string], StoredRow>])[] = [
    ...sessionTables.map((table) => {
      const order = orders[table] ?? 'created_at, id'
      return [
        table,
        sqlite.prepare<[string], StoredRow>(`SELECT * FROM ${table} WHERE session_id = ? ORDER BY ${order}`),
      ] as const
    }),
    [
      'treated_area_region',
      sqlite.prepare<[string], StoredRow>(
        `SELECT region.* FROM treated_area_region region JOIN treated_area area ON area.id = region.treated_area_id
         WHERE area.session_id = ? ORDER BY area.created_at, area.id, region.position`,
      ),
    ] as const,
  ]
  const kept = sqlite.prepare<[], FoundSession>(
    `SELECT id, client_id AS clientId, service_start AS serviceStart, entered_at AS enteredAt, updated_at AS updatedAt
     FROM session WHERE discarded_at IS NULL ORDER BY client_id, service_start, entered_at, id`,
  )
  const isDiscarded = sqlite
    .prepare<[string], number>('SELECT 1 FROM session WHERE id = ? AND discarded_at IS NOT NULL')
    .pluck()
  const inserts = new Map<string, Statement<[StoredRow]>>()

  const insertInto = (table: string, row: StoredRow) => {
    const columns = Object.keys(row)
    const name = `${table} (${columns.join()})`
    const insert =
      inserts.get(name) ??
      sqlite.prepare<[StoredRow]>(`INSERT INTO ${name} VALUES (${columns.map((column) => `@${column}`).join()})`)
    inserts.set(name, insert)
    insert.run(row)
  }

  return {
    /** Every session that is not discarded, each client's in the order of visits. */
    kept: (): FoundSession[] => kept.all(),
    /** Whether it is here, in the bin. */
    isDiscarded: (id: string): boolean => isDiscarded.get(id) !== undefined,
    /** A session with all that it consists of; null when it is not there. */
    read(id: string): WholeSession | null {
      const row = session.get(id)
      return row === undefined
        ? null
        : { session: row, tables: new Map(contents.map(([table, rows]) => [table, rows.all(id)])) }
    },
    /** Adds a session whose ids are all new. Within a transaction. */
    insert({ session: row, tables }: WholeSession): void {
      insertInto('session', row)
      for (const [table] of contents) for (const one of tables.get(table) ?? []) insertInto(table, one)
    },
  }
}
