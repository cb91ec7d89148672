// What is marked on the body map, in the database: findings, strokes and treated areas.
import { asc, eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { finding, stroke, treatedArea, treatedAreaRegion } from '../schema.ts'
import { columnPlaceholders, idList, isOneOf } from './placeholders.ts'
import { createMarkStore, type MarkStore } from './markStore.ts'

export type FindingRow = typeof finding.$inferSelect
export type StrokeRow = typeof stroke.$inferSelect
/** A treated area with its regions in the order of painting. */
export type TreatedAreaRow = typeof treatedArea.$inferSelect & { readonly regionIds: readonly string[] }

/** Treated areas have their regions in a table of their own. */
function createTreatedAreaStore(database: OpenDatabase): MarkStore<TreatedAreaRow> {
  const { orm } = database
  const areas = createMarkStore(database, treatedArea)
  const regionsOf = orm
    .select()
    .from(treatedAreaRegion)
    .where(isOneOf(treatedAreaRegion.treatedAreaId))
    .orderBy(asc(treatedAreaRegion.position))
    .prepare()
  const removeRegions = orm
    .delete(treatedAreaRegion)
    .where(eq(treatedAreaRegion.treatedAreaId, sql.placeholder('id')))
    .prepare()
  const insertRegion = orm.insert(treatedAreaRegion).values(columnPlaceholders(treatedAreaRegion)).prepare()

  const withRegions = (rows: readonly (typeof treatedArea.$inferSelect)[]): TreatedAreaRow[] => {
    const regionIds = new Map(rows.map((row) => [row.id, [] as string[]]))
    const stored = regionsOf.all(idList([...regionIds.keys()]))
    for (const { treatedAreaId, regionId } of stored) regionIds.get(treatedAreaId)?.push(regionId)
    return rows.map((row) => ({ ...row, regionIds: regionIds.get(row.id) ?? [] }))
  }
  const insertRegions = ({ id, regionIds }: TreatedAreaRow) => {
    for (const [position, regionId] of regionIds.entries()) insertRegion.run({ treatedAreaId: id, position, regionId })
  }

  return {
    byId: (id) => {
      const row = areas.byId(id)
      return row && withRegions([row])[0]
    },
    ofSessions: (sessionIds) => withRegions(areas.ofSessions(sessionIds)),
    insert(row) {
      areas.insert(row)
      insertRegions(row)
    },
    update(row) {
      areas.update(row)
      removeRegions.run({ id: row.id })
      insertRegions(row)
    },
    // Its regions are deleted with it.
    remove: (id) => areas.remove(id),
    lastMadeAt: (sessionId) => areas.lastMadeAt(sessionId),
  }
}

export function createBodyMarkRepository(database: OpenDatabase) {
  return {
    findings: createMarkStore(database, finding),
    strokes: createMarkStore(database, stroke),
    treatedAreas: createTreatedAreaStore(database),
  }
}
