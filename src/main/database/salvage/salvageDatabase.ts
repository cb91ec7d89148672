// Salvage: everything that can be read of a damaged database, put into a new one.
import type { Statement } from 'better-sqlite3'
import { AppError } from '../../appError.ts'
import { syncFile } from '../../durable.ts'
import type { Migration } from '../migrations/migrations.ts'
import { checkpointAndClose, createDatabase, type DatabaseLocation, type Sqlite } from '../openDatabase.ts'
import { isSqliteError } from '../sqliteErrors.ts'
import type { Value } from './btree.ts'
import { openPages } from './pageSource.ts'
import { standIn, type KnownValues } from './placeholders.ts'
import { makeTreeReader, type PutRow, type ReadTable, type ReadTrees } from './readTrees.ts'
import { insertedValues, insertInto } from './schemaModel.ts'

/** A row that is lost, as far as an index still names it. */
export interface LostRow {
  readonly known: KnownValues
}

export interface LostTable {
  readonly name: string
  /** How many rows are lost; null where nobody knows. */
  readonly amount: number | null
  /** Those that an index still names. */
  readonly rows: readonly LostRow[]
}

/** What could not be read. */
export interface Salvaged {
  readonly damagedPages: number
  readonly unplacedRows: number
  readonly tables: readonly LostTable[]
  /** Clients and sessions that stand-ins were made for, and rows that were left out, by table. */
  readonly clients: readonly string[]
  readonly sessions: readonly string[]
  readonly leftOut: ReadonlyMap<string, number>
  /** Rules against changing what is signed that the damaged database did not have; null where that can't be read. */
  readonly missingRefusals: number | null
}

/** How many rows may be in the log before they are moved into the file. */
const framesBeforeCheckpoint = 4000

/**
 * Reads all that can be read of a database, a page in each step, and writes it into a new one of the same schema version. The
 * damaged files are only read.
 * @param from the damaged database
 * @param to the new one: a path at which nothing is, with the same key
 * @throws AppError DB_CORRUPT when not one row can be read, DB_FROM_FUTURE, and what `createDatabase` throws
 */
export function* salvageDatabase(
  from: DatabaseLocation,
  to: DatabaseLocation,
  steps: readonly Migration[],
  { newId, now }: { readonly newId: () => string; readonly now: string },
): Generator<{ done: number; total: number }, Salvaged, void> {
  const source = openPages(from)
  try {
    const { model, read } = makeTreeReader(source, steps)
    const database = createDatabase(to, steps.slice(0, model.version))
    const { sqlite } = database
    try {
      sqlite.pragma('foreign_keys = OFF')
      sqlite.pragma(`wal_autocheckpoint = ${framesBeforeCheckpoint}`)
      // The file is thrown away if anything fails before it is flushed.
      sqlite.pragma('synchronous = OFF')
      for (const name of model.triggers.keys()) sqlite.exec(`DROP TRIGGER "${name}"`)
      // What the steps themselves have put in.
      for (const { name } of model.tables) sqlite.exec(`DELETE FROM "${name}"`)
      const trees = yield* fill(sqlite, read)
      // An empty database would stand for a practice.
      if (model.tables.every(({ name }) => isEmpty(sqlite, name))) throw new AppError('DB_CORRUPT')
      const lost = trees.tables.flatMap((table) => lostRowsOf(sqlite, table))
      const byId = new Map(lost.map(({ name, rows }) => [name, knownById(rows)]))
      const stoodIn = standIn(sqlite, model.tables, (table, id) => byId.get(table)?.get(id), newId, now)
      const has = (table: string) => model.tables.some(({ name }) => name === table)
      if (has('vault_notice')) acknowledgeDamage(sqlite, now)
      if (lost.some(({ name }) => name === 'signature_trace')) traceAnew(sqlite)
      for (const sql of model.triggers.values()) sqlite.exec(sql)
      return {
        damagedPages: trees.damagedPages,
        unplacedRows: trees.unplacedRows,
        tables: lost,
        ...stoodIn,
        missingRefusals:
          trees.triggers && [...model.triggers].filter(([name, sql]) => trees.triggers?.get(name) !== sql).length,
      }
    } finally {
      sqlite.pragma('synchronous = FULL')
      checkpointAndClose(database)
      model.close()
      syncFile(to.file)
    }
  } finally {
    source.close()
  }
}

const isEmpty = (sqlite: Sqlite, table: string) =>
  sqlite.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined

type Read = ReturnType<typeof makeTreeReader>['read']

/** Puts every row into its table, in transactions of many rows. */
function* fill(sqlite: Sqlite, read: Read): Generator<{ done: number; total: number }, ReadTrees, void> {
  const statements = new Map<string, Statement<unknown[]>>()
  let highest: bigint | null = null
  const put: PutRow = (table, row) => {
    if (table.name.startsWith('sqlite_')) {
      const [, sequence] = row.values ?? []
      if (typeof sequence === 'bigint') highest = sequence
      return false
    }
    let statement = statements.get(table.name)
    if (statement === undefined) statements.set(table.name, (statement = sqlite.prepare(insertInto(table))))
    try {
      statement.run(...insertedValues(table, row))
      return true
    } catch (error) {
      // Read already, or not as the schema asks for: nothing that the app has stored.
      if (isSqliteError(error) && error.code.startsWith('SQLITE_CONSTRAINT')) return false
      throw error
    }
  }
  sqlite.exec('BEGIN')
  const steps = read(put)
  for (let count = 1; ; count += 1) {
    const step = steps.next()
    if (step.done === true) {
      sqlite.exec('COMMIT')
      keepHighestNumber(sqlite, highest, step.value)
      return step.value
    }
    if (count % 2000 === 0) sqlite.exec('COMMIT; BEGIN')
    yield step.value
  }
}

/** The highest number of a trace that was ever given, unless traces were lost: those would be taken for removed ones. */
function keepHighestNumber(sqlite: Sqlite, highest: bigint | null, { tables }: ReadTrees): void {
  const traces = tables.find(({ table }) => table.name === 'signature_trace')
  if (highest === null || traces?.isWhole !== true) return
  sqlite.prepare("DELETE FROM sqlite_sequence WHERE name = 'signature_trace'").run()
  sqlite.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('signature_trace', ?)").run(highest)
}

/** The rows of a table that its indexes name, and that could not be read. */
function lostRowsOf(sqlite: Sqlite, { table, isWhole, indexes }: ReadTable): LostTable[] {
  if (isWhole || table.name.startsWith('sqlite_')) return []
  if (!table.hasRowNumbers) return [{ name: table.name, amount: null, rows: [] }]
  const isThere = sqlite.prepare(`SELECT 1 FROM "${table.name}" WHERE rowid = ?`).pluck()
  const lost = new Map<bigint, Map<string, Value>>()
  for (const { index, entries } of indexes) {
    for (const [number, values] of entries) {
      if (lost.has(number) || isThere.get(number) === undefined) {
        const known = lost.get(number) ?? new Map<string, Value>()
        const own = table.columns[table.numberColumn]
        if (own) known.set(own.name, number)
        for (const [place, value] of values.entries()) known.set(index.columns[place] ?? '', value)
        lost.set(number, known)
      }
    }
  }
  const isExact = indexes.some(({ index, isWhole: isIndexWhole }) => isIndexWhole && index.isOfAllRows)
  const rows = [...lost.values()].map((known) => ({ known }))
  return isExact && rows.length === 0 ? [] : [{ name: table.name, amount: isExact ? rows.length : null, rows }]
}

function knownById(rows: readonly LostRow[]): ReadonlyMap<string, KnownValues> {
  return new Map(
    rows.flatMap(({ known }) => {
      const id = known.get('id')
      return typeof id === 'string' ? [[id, known] as const] : []
    }),
  )
}

/** The damage that was reported is not in the new files. */
const acknowledgeDamage = (sqlite: Sqlite, now: string) =>
  void sqlite
    .prepare(`UPDATE vault_notice SET acknowledged_at = ? WHERE acknowledged_at IS NULL AND kind = 'damage'`)
    .run(now)

/** Signatures whose traces are lost would be taken for ones that somebody has slipped in. */
const traceAnew = (sqlite: Sqlite) =>
  void sqlite.exec(`
    INSERT INTO signature_trace (sequence, fingerprint)
    SELECT sequence, fingerprint FROM signature
    WHERE NOT EXISTS (SELECT 1 FROM signature_trace trace WHERE trace.sequence = signature.sequence)
    ORDER BY sequence`)
