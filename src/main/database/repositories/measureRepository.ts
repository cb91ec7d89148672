// Measures of sessions in the database: scores, ranges of motion, activities; and which the practice asks for.
import { asc } from 'drizzle-orm'
import type { MeasureId, SessionMeasures } from '#shared/domain/measures.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { functionActivity, practiceMeasure, rangeOfMotion, sessionScore } from '../schema.ts'
import { createIdentifiedRows, createSessionRows } from './sessionRows.ts'

export type ScoreRow = typeof sessionScore.$inferSelect
export type RangeRow = typeof rangeOfMotion.$inferSelect
export type ActivityRow = typeof functionActivity.$inferSelect

export function createMeasureRepository(database: OpenDatabase) {
  const { orm } = database
  const asked = orm.select().from(practiceMeasure).orderBy(asc(practiceMeasure.position)).prepare()
  const clear = orm.delete(practiceMeasure).prepare()
  const scores = createSessionRows(database, sessionScore, 'measure')
  const ranges = createIdentifiedRows(database, rangeOfMotion, 'position, id')
  const activities = createIdentifiedRows(database, functionActivity, 'position, id')
  return {
    scores,
    ranges,
    activities,
    /** Replaces all measures of the session. To be called within a transaction. */
    replaceAll(sessionId: string, measures: SessionMeasures): void {
      const inOrder = <T extends object>(row: T, position: number) => ({ ...row, sessionId, position })
      scores.replace(
        sessionId,
        measures.scores.map((score) => ({
          ...score,
          beforeText: (score.measure === 'sleep' ? score.beforeText : null) ?? null,
          sessionId,
        })),
      )
      const stored = measures.ranges.map(({ textBefore = null, textAfter = null, ...range }) => ({
        ...range,
        textBefore,
        textAfter,
      }))
      ranges.replace(sessionId, stored.map(inOrder))
      activities.replace(sessionId, measures.activities.map(inOrder))
    },
    /** The measures that the practice uses, in its order, as they are stored. */
    askedByPractice: (): string[] => asked.all().map(({ measure }) => measure),
    /** To be called within a transaction. */
    askInPractice: (measures: readonly MeasureId[]) => {
      clear.run()
      measures.forEach((measure, position) => orm.insert(practiceMeasure).values({ measure, position }).run())
    },
  }
}
