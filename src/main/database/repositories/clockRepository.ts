// How far the clock is trusted, in the database; and the newest instant of anything stored.
import { sql } from 'drizzle-orm'
import type { ClockBelief } from '#shared/domain/clockBelief.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { clockBelief } from '../schema.ts'

const newestSql = `
SELECT max(at) FROM (
  SELECT max(updated_at) AS at FROM session
  UNION ALL SELECT max(entered_at) FROM session
  UNION ALL SELECT max(discarded_at) FROM session
  UNION ALL SELECT max(updated_at) FROM note_section
  UNION ALL SELECT max(updated_at) FROM addendum
  UNION ALL SELECT max(updated_at) FROM client
  UNION ALL SELECT max(signed_at) FROM signature
  UNION ALL SELECT max(made_at) FROM seal
)`

export function createClockRepository({ sqlite, orm }: OpenDatabase) {
  const get = orm.select().from(clockBelief).prepare()
  const put = orm
    .insert(clockBelief)
    .values({ id: 1, believedAt: sql.placeholder('believedAt'), seenAt: sql.placeholder('seenAt') })
    .onConflictDoUpdate({
      target: clockBelief.id,
      set: { believedAt: sql`excluded.believed_at`, seenAt: sql`excluded.seen_at` },
    })
    .prepare()
  const newest = sqlite.prepare<[], string | null>(newestSql).pluck()
  return {
    belief: (): ClockBelief | null => get.get() ?? null,
    putBelief: ({ believedAt, seenAt }: ClockBelief) => void put.run({ believedAt, seenAt }),
    /** The newest instant of what is stored, UTC; null in an empty practice. */
    newestInstant: (): string | null => newest.get() ?? null,
  }
}
