// The versions of drafts in the database.
import type { OpenDatabase } from '../openDatabase.ts'
import type { draftVersion } from '../schema.ts'

export type DraftVersionRow = typeof draftVersion.$inferSelect

/** A version without its content. */
export type DraftVersionHead = Pick<DraftVersionRow, 'part' | 'version' | 'savedAt' | 'restoredFrom'>

const columns = `session_id AS sessionId, part, version, started_at AS startedAt, saved_at AS savedAt,
  restored_from AS restoredFrom, is_whole AS isWhole, data`

const chainSql = `
SELECT ${columns} FROM draft_version
WHERE session_id = @sessionId AND part = @part AND version <= @version AND version >= (
  SELECT version FROM draft_version
  WHERE session_id = @sessionId AND part = @part AND version <= @version AND is_whole = 1
  ORDER BY version DESC LIMIT 1)
ORDER BY version`

interface PartOfSession {
  readonly sessionId: string
  readonly part: string
}

export function createDraftVersionRepository({ sqlite }: OpenDatabase) {
  type Stored = Omit<DraftVersionRow, 'isWhole'> & { isWhole: 0 | 1 }
  const chain = sqlite.prepare<[PartOfSession & { version: number }], Stored>(chainSql)
  const put = sqlite.prepare<[Stored]>(`
    INSERT INTO draft_version (session_id, part, version, started_at, saved_at, restored_from, is_whole, data)
    VALUES (@sessionId, @part, @version, @startedAt, @savedAt, @restoredFrom, @isWhole, @data)
    ON CONFLICT (session_id, part, version) DO UPDATE
    SET saved_at = excluded.saved_at, is_whole = excluded.is_whole, data = excluded.data`)
  const heads = sqlite.prepare<[string], DraftVersionHead>(`
    SELECT part, version, saved_at AS savedAt, restored_from AS restoredFrom FROM draft_version
    WHERE session_id = ? ORDER BY saved_at, part, version`)
  const at = sqlite.prepare<[string, string], { part: string; version: number }>(`
    SELECT part, MAX(version) AS version FROM draft_version WHERE session_id = ? AND saved_at <= ? GROUP BY part`)
  const newest = sqlite.prepare<[string], { at: string | null }>(
    'SELECT MAX(saved_at) AS at FROM draft_version WHERE session_id = ?',
  )

  return {
    /** A version of a part and those that it builds on, oldest first: the first one is whole. Without a version: the newest. */
    chain: (of: PartOfSession, version: number = Number.MAX_SAFE_INTEGER): DraftVersionRow[] =>
      chain.all({ ...of, version }).map((row) => ({ ...row, isWhole: row.isWhole === 1 })),
    /** Adds a version, or overwrites the one of its number, whose beginning stays. */
    put: (row: DraftVersionRow) => void put.run({ ...row, isWhole: row.isWhole ? 1 : 0 }),
    /** All versions of a session in the order of saving. */
    headsOf: (sessionId: string): DraftVersionHead[] => heads.all(sessionId),
    /** For each part that was saved by then, the number of the version that it had at an instant. */
    versionsAt: (sessionId: string, instant: string) => at.all(sessionId, instant),
    /** When the newest version of a session was saved, or null without any. */
    newest: (sessionId: string): string | null => newest.get(sessionId)?.at ?? null,
  }
}
