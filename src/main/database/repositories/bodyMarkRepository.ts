// What is marked on the body map, in the database: findings, strokes and treated areas.
import { asc, eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { finding, stroke, treatedArea } from '../schema.ts'
import { columnPlaceholders } from './columnPlaceholders.ts'
import { idList, isOneOf } from './idList.ts'

export type FindingRow = typeof finding.$inferSelect
export type StrokeRow = typeof stroke.$inferSelect
export type TreatedAreaRow = typeof treatedArea.$inferSelect

export function createBodyMarkRepository({ sqlite, orm }: OpenDatabase) {
  const findingsOf = orm
    .select()
    .from(finding)
    .where(isOneOf(finding.sessionId))
    .orderBy(asc(finding.createdAt), asc(finding.id))
    .prepare()
  const strokesOf = orm
    .select()
    .from(stroke)
    .where(isOneOf(stroke.sessionId))
    .orderBy(asc(stroke.createdAt), asc(stroke.id))
    .prepare()
  const treatedAreasOf = orm
    .select()
    .from(treatedArea)
    .where(isOneOf(treatedArea.sessionId))
    .orderBy(asc(treatedArea.createdAt), asc(treatedArea.id))
    .prepare()
  const findingById = orm
    .select()
    .from(finding)
    .where(eq(finding.id, sql.placeholder('id')))
    .prepare()
  const insertFinding = orm.insert(finding).values(columnPlaceholders(finding)).prepare()
  const { id, ...changing } = columnPlaceholders(finding)
  const updateFinding = orm
    .update(finding)
    .set(changing as object)
    .where(eq(finding.id, id))
    .prepare()
  const removeFinding = orm
    .delete(finding)
    .where(eq(finding.id, sql.placeholder('id')))
    .prepare()
  const lastFindingMadeAt = sqlite.prepare<[string], { at: string | null }>(
    'SELECT MAX(created_at) AS at FROM finding WHERE session_id = ?',
  )

  return {
    /** The findings of these sessions in the order of making. */
    findingsOf: (sessionIds: readonly string[]): FindingRow[] => findingsOf.all(idList(sessionIds)),
    strokesOf: (sessionIds: readonly string[]): StrokeRow[] => strokesOf.all(idList(sessionIds)),
    treatedAreasOf: (sessionIds: readonly string[]): TreatedAreaRow[] => treatedAreasOf.all(idList(sessionIds)),
    finding: (findingId: string): FindingRow | undefined => findingById.get({ id: findingId }),
    insertFinding: (row: FindingRow) => void insertFinding.run(row),
    /** Writes the row over the one of the same id. */
    updateFinding: (row: FindingRow) => void updateFinding.run(row),
    removeFinding: (findingId: string) => void removeFinding.run({ id: findingId }),
    /** When the session's newest finding was made, or null without any. */
    lastFindingMadeAt: (sessionId: string): string | null => lastFindingMadeAt.get(sessionId)?.at ?? null,
  }
}
