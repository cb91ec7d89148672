// Walks every tree of a database that may be damaged, and gives each row that can be read. A page that can't be read costs the
// rows on it, and nothing else: pages that nothing leads to any more are put back into the table that their rows fit into.
import { AppError } from '../../appError.ts'
import type { Migration } from '../migrations/migrations.ts'
import { readTreePage, type Row, type TreePage, type Value } from './btree.ts'
import type { PageSource } from './pageSource.ts'
import { schemaModel, type IndexModel, type SchemaModel, type TableModel } from './schemaModel.ts'

/** What is known of the rows of a table, by its indexes. */
export interface IndexEntries {
  readonly index: IndexModel
  /** Whether the index could be read from its first page to its last. */
  readonly isWhole: boolean
  /** The indexed values by the row's number. */
  readonly entries: ReadonlyMap<bigint, readonly Value[]>
}

export interface ReadTable {
  readonly table: TableModel
  /** Whether all of it was read. */
  readonly isWhole: boolean
  /** Its indexes, where it is not whole. */
  readonly indexes: readonly IndexEntries[]
}

export interface ReadTrees {
  readonly tables: readonly ReadTable[]
  /** Pages that can't be read, of whatever table. */
  readonly damagedPages: number
  /** Rows on pages that nothing leads to, and that fit into no table, or into several. */
  readonly unplacedRows: number
  /** The triggers that were found; null where not all of the schema could be read. */
  readonly triggers: ReadonlyMap<string, string> | null
}

/** Takes a row of a table; whether it was new. */
export type PutRow = (table: TableModel, row: Row) => boolean

interface Tree {
  readonly name: string
  readonly kind: TreePage['kind']
  readonly root: number | null
  /** Whether no row is lost with a page of it. */
  readonly isHarmless: boolean
  lostPages: number
  lostRows: number
}

interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly root: number
  readonly sql: string | null
}

const schemaTypes: ReadonlySet<Value> = new Set(['table', 'index', 'trigger', 'view'])

function toSchemaRow({ values }: Row): SchemaRow | null {
  if (values?.length !== 5) return null
  const [type, name, , root, sql] = values
  const isSchema = schemaTypes.has(type ?? null) && typeof name === 'string' && typeof root === 'bigint'
  if (!isSchema || (sql !== null && typeof sql !== 'string')) return null
  return { type: String(type), name, root: Number(root), sql: sql ?? null }
}

const isTreeWhole = ({ root, lostPages, lostRows }: Tree) => root !== null && lostPages === 0 && lostRows === 0

/**
 * The schema of a database, as far as it can be read.
 * @param steps all steps that this version of the app knows
 * @throws AppError DB_FROM_FUTURE for a database of a newer version
 */
export function makeTreeReader(source: PageSource, steps: readonly Migration[]) {
  const visited = new Uint8Array(source.count + 1)
  const damaged = new Set<number>()
  /** Damaged pages of the schema and of indexes: nothing is lost with them. */
  const harmless = new Set<number>()
  const isPage = (number: number) => number >= 1 && number <= source.count

  /** The content of a page of the tree, which has not been read yet. */
  function visit(number: number): TreePage | null {
    if (!isPage(number) || visited[number] === 1) return null
    visited[number] = 1
    const content = source.page(number)
    if (content === null) {
      damaged.add(number)
      return null
    }
    const page = readTreePage(content, number, (other) => (isPage(other) ? pageOf(other) : null))
    for (const other of page?.overflow ?? []) visited[other] = 1
    return page
  }

  function pageOf(number: number): Buffer | null {
    const content = source.page(number)
    if (content === null) damaged.add(number)
    return content
  }

  /** Every row below a page, one page in each step. */
  function* walk(root: number, tree: Tree, onRow: (row: Row) => void): Generator<void, void, void> {
    const open = [root]
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const page = visit(number)
      if (page === null || page.kind !== tree.kind) {
        if (tree.isHarmless && damaged.has(number)) harmless.add(number)
        tree.lostPages += 1
        continue
      }
      open.push(...page.children.toReversed())
      for (const row of page.rows) {
        if (row.values === null) tree.lostRows += 1
        onRow(row)
      }
      yield
    }
  }

  /** Pages that hold nothing, as the first page lists them. */
  function markFree(first: Buffer): void {
    for (let trunk = first.readUInt32BE(32); isPage(trunk) && visited[trunk] === 0;) {
      visited[trunk] = 1
      const content = source.page(trunk)
      if (content === null) return
      const leaves = Math.min(content.readUInt32BE(4), content.length / 4 - 2)
      for (let index = 0; index < leaves; index += 1) {
        const leaf = content.readUInt32BE(8 + 4 * index)
        if (isPage(leaf)) visited[leaf] = 1
      }
      trunk = content.readUInt32BE(0)
    }
  }

  const schemaTree: Tree = { name: 'sqlite_schema', kind: 'rows', root: 1, isHarmless: true, lostPages: 0, lostRows: 0 }
  const found: SchemaRow[] = []
  const keep = (row: Row) => {
    const entry = toSchemaRow(row)
    if (entry !== null) found.push(entry)
  }
  for (const _ of walk(1, schemaTree, keep)) continue
  const first = source.page(1)
  if (first !== null) markFree(first)
  if (!isTreeWhole(schemaTree)) found.push(...strayedSchema())

  /** Rows of the schema on pages that nothing leads to. */
  function strayedSchema(): SchemaRow[] {
    const rows: SchemaRow[] = []
    for (let number = 1; number <= source.count; number += 1) {
      if (visited[number] === 1) continue
      const content = source.page(number)
      const page = content && readTreePage(content, number, (other) => (isPage(other) ? source.page(other) : null))
      if (page?.kind !== 'rows' || page.rows.length === 0) continue
      const entries = page.rows.map(toSchemaRow)
      if (entries.some((row) => row === null)) continue
      visited[number] = 1
      for (const other of page.overflow) visited[other] = 1
      rows.push(...entries.flatMap((row) => row ?? []))
    }
    return rows
  }

  const model = modelFor(first?.readUInt32BE(60) ?? null, found, steps)
  const roots = new Map(found.map(({ name, root }) => [name, root]))
  const treeOf = (name: string, kind: TreePage['kind'], isHarmless: boolean): Tree => {
    const root = roots.get(name) ?? null
    return { name, kind, root, isHarmless, lostPages: 0, lostRows: 0 }
  }

  /** Reads everything; a page in each step, which says how many there are. */
  function* read(put: PutRow): Generator<{ done: number; total: number }, ReadTrees, void> {
    let done = 0
    const step = () => ({ done: Math.min((done += 1), source.count), total: source.count })
    const tables = model.tables.map((table) => ({
      table,
      tree: treeOf(table.name, table.hasRowNumbers ? 'rows' : 'index', false),
    }))
    for (const { table, tree } of tables) {
      if (tree.root === null) continue
      const onRow = (row: Row) => void (row.values !== null && put(table, row))
      for (const _ of walk(tree.root, tree, onRow)) yield step()
    }
    const hurt = new Set(tables.filter(({ tree }) => !isTreeWhole(tree)).map(({ table }) => table.name))
    const indexes: IndexEntries[] = []
    for (const index of model.indexes) {
      const tree = treeOf(index.name, 'index', true)
      const entries = new Map<bigint, readonly Value[]>()
      const onEntry = ({ values }: Row) => {
        const number = values?.at(-1)
        if (hurt.has(index.table) && values && typeof number === 'bigint') entries.set(number, values.slice(0, -1))
      }
      if (tree.root !== null) for (const _ of walk(tree.root, tree, onEntry)) yield step()
      indexes.push({ index, isWhole: isTreeWhole(tree), entries })
    }
    const hurtTables = tables.filter(({ table }) => hurt.has(table.name)).map(({ table }) => table)
    const unplacedRows = hurt.size === 0 ? 0 : yield* placeStrays(hurtTables, indexes, put, step)
    // Where the schema's line of a table is lost, its pages may all be there.
    const isAllPlaced = unplacedRows === 0 && [...damaged].every((number) => harmless.has(number))
    return {
      tables: tables.map(({ table, tree }) => ({
        table,
        isWhole: isTreeWhole(tree) || (tree.root === null && isAllPlaced),
        indexes: indexes.filter(({ index }) => index.table === table.name),
      })),
      damagedPages: damaged.size,
      unplacedRows,
      triggers: isTreeWhole(schemaTree)
        ? new Map(found.filter(({ type }) => type === 'trigger').map(({ name, sql }) => [name, sql ?? '']))
        : null,
    }
  }

  /** Puts the rows of pages that nothing leads to into the tables that have lost pages. @returns how many fit nowhere */
  function* placeStrays(
    hurt: readonly TableModel[],
    indexes: readonly IndexEntries[],
    put: PutRow,
    step: () => { done: number; total: number },
  ): Generator<{ done: number; total: number }, number, void> {
    let unplaced = 0
    for (let number = 1; number <= source.count; number += 1) {
      if (visited[number] === 1) continue
      const page = visit(number)
      if (page === null || page.rows.length === 0) continue
      const rows = page.rows.filter(({ values }) => values !== null)
      const ofKind = hurt.filter(({ hasRowNumbers }) => hasRowNumbers === (page.kind === 'rows'))
      const fitting = ofKind.filter((table) => rows.every((row) => model.takes(table, row)))
      const known = fitting.filter((table) => rows.some((row) => isIndexed(table, row, indexes)))
      const [table, ...others] = known.length > 0 ? known : fitting
      if (table === undefined || others.length > 0) {
        // A page of an index, whose values are in its table as well, is no loss.
        if (page.kind === 'rows') unplaced += rows.length
      } else {
        for (const row of rows) put(table, row)
      }
      yield step()
    }
    return unplaced
  }

  return { model, read }
}

/** Whether an index of the table names this row: its number with the same values. */
function isIndexed(table: TableModel, row: Row, indexes: readonly IndexEntries[]): boolean {
  const places = new Map(table.columns.map(({ name }, place) => [name, place]))
  return indexes.some(({ index, entries }) => {
    const entry = index.table === table.name && row.rowid !== null ? entries.get(row.rowid) : undefined
    return entry?.every((value, at) => {
      const place = places.get(index.columns[at] ?? '') ?? -1
      const own = place === table.numberColumn ? row.rowid : (row.values?.[place] ?? null)
      return own === value
    })
  })
}

/** The schema's version: as the first page states it, or the one that most of what was found belongs to. */
function modelFor(stated: number | null, found: readonly SchemaRow[], steps: readonly Migration[]): SchemaModel {
  if (stated !== null && stated > steps.length) throw new AppError('DB_FROM_FUTURE')
  if (stated !== null && stated > 0) return schemaModel(steps.slice(0, stated))
  let best: { model: SchemaModel; matching: number } | null = null
  for (let version = steps.length; version > 0; version -= 1) {
    const model = schemaModel(steps.slice(0, version))
    const matching = found.filter(({ name, sql }) => model.sql.get(name) === sql).length
    if (best === null || matching > best.matching) {
      best?.model.close()
      best = { model, matching }
    } else model.close()
  }
  const newest = best?.model
  if (newest === undefined) throw new AppError('INTERNAL')
  // A table that no version of ours has.
  if (found.some(({ type, name }) => type === 'table' && !newest.sql.has(name))) throw new AppError('DB_FROM_FUTURE')
  return newest
}
