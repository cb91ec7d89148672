// Reads every record of a copy of the database as the screens would, so that a copy in which one cannot be read does not
// count as a good backup.
import type { CopyProblem } from '#shared/contract/backups.ts'
import { readSessions } from '#main/records/session.ts'
import type { Sqlite } from '#main/database/openDatabase.ts'
import type { Repositories } from '#main/database/repositories/repositories.ts'

/** Stops the work where it returns `stop`. */
export type OnStep = (done: number, total: number) => 'go on' | 'stop'

/** How many sessions are read at once. */
const stretchLength = 50

/**
 * Reads all clients with their sessions and additions.
 * @returns the first record that cannot be read, `stopped`, or null when all can
 */
export function findUnreadable(
  sqlite: Sqlite,
  repositories: Repositories,
  onStep: OnStep,
): Extract<CopyProblem, { kind: 'unreadable' }> | 'stopped' | null {
  const unreadable = (clientId: string | null, sessionId: string | null) =>
    ({ kind: 'unreadable', clientId, sessionId }) as const
  const clientIds = sqlite.prepare('SELECT id FROM client ORDER BY id').pluck().all() as string[]
  const sessionsOf = sqlite.prepare('SELECT id FROM session WHERE client_id = ? ORDER BY id').pluck()
  const stray = sqlite
    .prepare('SELECT id FROM session WHERE client_id NOT IN (SELECT id FROM client) LIMIT 1')
    .pluck()
    .get() as string | undefined
  if (stray !== undefined) return unreadable(null, stray)
  for (const [index, clientId] of clientIds.entries()) {
    if (onStep(index, clientIds.length) === 'stop') return 'stopped'
    const ids = sessionsOf.all(clientId) as string[]
    for (let at = 0; at === 0 || at < ids.length; at += stretchLength) {
      const found = unreadableOf(repositories, clientId, ids.slice(at, at + stretchLength))
      if (found !== null) return unreadable(clientId, found.sessionId)
    }
  }
  return null
}

/** The first of a client's sessions that cannot be read; without an id where it is the client. */
function unreadableOf(
  repositories: Repositories,
  clientId: string,
  ids: readonly string[],
): { sessionId: string | null } | null {
  try {
    const client = repositories.clients.byId(clientId)
    if (client === undefined) return { sessionId: null }
    const sessions = ids.flatMap((id) => {
      const row = repositories.sessions.byId(id)
      return row === undefined ? [] : [{ row, number: 1 }]
    })
    const read = readSessions(repositories, client, sessions)
    const damaged = read.find(
      ({ sections, addenda }) =>
        sections.some(({ document }) => document === null) || addenda.some(({ document }) => document === null),
    )
    return damaged === undefined ? null : { sessionId: damaged.id }
  } catch {
    // Which one it is: one at a time.
    const [only] = ids
    if (ids.length <= 1) return { sessionId: only ?? null }
    const halves = [ids.slice(0, ids.length >> 1), ids.slice(ids.length >> 1)]
    for (const half of halves) {
      const found = unreadableOf(repositories, clientId, half)
      if (found !== null) return found
    }
    return { sessionId: null }
  }
}
