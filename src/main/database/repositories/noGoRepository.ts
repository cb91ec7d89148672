// No-go areas of clients, and what was decided about them in sessions, in the database.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { noGoAnswer, noGoArea } from '../schema.ts'
import { columnPlaceholders, idList, isOneOf } from './placeholders.ts'

export type NoGoAreaRow = typeof noGoArea.$inferSelect
export type NoGoAnswerRow = typeof noGoAnswer.$inferSelect

export function createNoGoRepository({ sqlite, orm }: OpenDatabase) {
  const area = orm
    .select()
    .from(noGoArea)
    .where(eq(noGoArea.id, sql.placeholder('id')))
    .prepare()
  const areasOf = orm
    .select()
    .from(noGoArea)
    .where(and(eq(noGoArea.clientId, sql.placeholder('clientId')), isNull(noGoArea.endedAt)))
    .orderBy(asc(noGoArea.createdAt), asc(noGoArea.id))
    .prepare()
  const insertArea = orm.insert(noGoArea).values(columnPlaceholders(noGoArea)).prepare()
  const { id: areaId, ...changingArea } = columnPlaceholders(noGoArea)
  const updateArea = orm
    .update(noGoArea)
    .set(changingArea as object)
    .where(eq(noGoArea.id, areaId))
    .prepare()
  const lastAreaMadeAt = sqlite.prepare<[string], { at: string | null }>(
    'SELECT MAX(created_at) AS at FROM no_go_area WHERE client_id = ?',
  )

  const answer = orm
    .select()
    .from(noGoAnswer)
    .where(eq(noGoAnswer.id, sql.placeholder('id')))
    .prepare()
  const answersOf = orm
    .select()
    .from(noGoAnswer)
    .where(isOneOf(noGoAnswer.sessionId))
    .orderBy(asc(noGoAnswer.answeredAt), asc(noGoAnswer.id))
    .prepare()
  const insertAnswer = orm.insert(noGoAnswer).values(columnPlaceholders(noGoAnswer)).prepare()
  const { id: answerId, ...changingAnswer } = columnPlaceholders(noGoAnswer)
  const updateAnswer = orm
    .update(noGoAnswer)
    .set(changingAnswer as object)
    .where(eq(noGoAnswer.id, answerId))
    .prepare()
  const lastAnsweredAt = sqlite.prepare<[string], { at: string | null }>(
    'SELECT MAX(answered_at) AS at FROM no_go_answer WHERE session_id = ?',
  )

  return {
    /** An area, whether it is still in force or not. */
    area: (id: string): NoGoAreaRow | undefined => area.get({ id }),
    /** The client's areas in force, in the order of creation. */
    areasOf: (clientId: string): NoGoAreaRow[] => areasOf.all({ clientId }),
    insertArea: (row: NoGoAreaRow) => void insertArea.run(row),
    /** Overwrites the row of the same id. */
    updateArea: (row: NoGoAreaRow) => void updateArea.run(row),
    /** When the client's newest area was made, or null without any. */
    lastAreaMadeAt: (clientId: string): string | null => lastAreaMadeAt.get(clientId)?.at ?? null,
    answer: (id: string): NoGoAnswerRow | undefined => answer.get({ id }),
    /** The answers of these sessions in the order of deciding. */
    answersOf: (sessionIds: readonly string[]): NoGoAnswerRow[] => answersOf.all(idList(sessionIds)),
    insertAnswer: (row: NoGoAnswerRow) => void insertAnswer.run(row),
    /** Overwrites the row of the same id. */
    updateAnswer: (row: NoGoAnswerRow) => void updateAnswer.run(row),
    /** When the session's newest answer was given, or null without any. */
    lastAnsweredAt: (sessionId: string): string | null => lastAnsweredAt.get(sessionId)?.at ?? null,
  }
}
