// The timer's spans in the database.
import { eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import { timedSpan } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'
import { readOfSessions } from './sessionRows.ts'

export type TimedSpanRow = typeof timedSpan.$inferSelect

export function createTimerRepository(database: OpenDatabase) {
  const { orm } = database
  const byId = orm
    .select()
    .from(timedSpan)
    .where(eq(timedSpan.id, sql.placeholder('id')))
    .prepare()
  const put = orm
    .insert(timedSpan)
    .values(columnPlaceholders(timedSpan))
    .onConflictDoUpdate({
      target: timedSpan.id,
      set: {
        treatedAreaId: sql`excluded.treated_area_id`,
        startedAt: sql`excluded.started_at`,
        endedAt: sql`excluded.ended_at`,
      },
    })
    .prepare()
  const remove = orm
    .delete(timedSpan)
    .where(eq(timedSpan.id, sql.placeholder('id')))
    .prepare()
  return {
    byId: (id: string): TimedSpanRow | undefined => byId.get({ id }),
    ofSessions: readOfSessions(database, timedSpan, 'started_at, id'),
    /** Adds the span, or overwrites the one of its id; its session stays. */
    put: (row: TimedSpanRow) => void put.run(row),
    remove: (id: string) => void remove.run({ id }),
  }
}
