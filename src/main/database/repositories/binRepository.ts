// The bin in the database: discarded drafts, and how they are removed with all that belongs to them.
import type { Binned } from '#shared/contract/bin.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { excerptSql } from './sessionRepository.ts'
import { tablesOfSession } from './sessionTables.ts'

export type BinnedRow = Omit<Binned, 'clientName' | 'daysLeft'> & {
  firstName: string
  lastName: string
  preferredName: string
}

/** The longest excerpt, in characters. */
const excerptLength = 160

const isBinned = `s.discarded_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM signature g WHERE g.session_id = s.id)`

export function createBinRepository({ sqlite }: OpenDatabase) {
  const list = sqlite.prepare<[], BinnedRow>(`
    SELECT s.id, s.client_id AS clientId, s.service_start AS serviceStart, s.length_minutes AS lengthMinutes, s.place,
      s.discarded_at AS discardedAt,
      ${excerptSql(excerptLength)} AS excerpt,
      c.first_name AS firstName, c.last_name AS lastName, c.preferred_name AS preferredName
    FROM session s JOIN client c ON c.id = s.client_id
    WHERE ${isBinned}
    ORDER BY s.discarded_at DESC, s.id DESC`)
  const discardedUntil = sqlite
    .prepare<[string], string>(`SELECT s.id FROM session s WHERE ${isBinned} AND s.discarded_at <= ?`)
    .pluck()
  const one = sqlite.prepare<[string], string>(`SELECT s.id FROM session s WHERE ${isBinned} AND s.id = ?`).pluck()
  const removals = [
    ...tablesOfSession.map((table) => sqlite.prepare<[string]>(`DELETE FROM ${table} WHERE session_id = ?`)),
    sqlite.prepare<[string]>('DELETE FROM session WHERE id = ?'),
  ]
  return {
    /** The latest first. */
    list: (): BinnedRow[] => list.all(),
    /** Whether the session is a discarded draft. */
    has: (id: string): boolean => one.get(id) !== undefined,
    /** The ids of what was discarded at an instant (UTC) or before. */
    discardedUntil: (instant: string): string[] => discardedUntil.all(instant),
    /**
     * Removes a session and all that belongs to it. Within a transaction. No signed note is affected: a draft has neither
     * signature nor addendum, and the triggers refuse to delete what is signed.
     */
    remove(id: string): void {
      for (const removal of removals) removal.run(id)
    },
  }
}
