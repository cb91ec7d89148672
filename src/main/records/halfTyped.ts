// What stands half typed in forms about a session, kept so that a lock does not lose it.
import type { Repositories } from '../database/repositories/repositories.ts'

/**
 * Forgets the half-typed forms of a session that nobody can write in any more: it was signed, or is removed for good. To be
 * called while its measures and areas are still there, whose forms have names of their own.
 */
export function forgetHalfTyped(repositories: Repositories, sessionId: string): void {
  const { measures, treatedAreas, workspace } = repositories
  const ids = [sessionId]
  const parts: readonly { id: string }[] = [
    ...measures.ranges.ofSessions(ids),
    ...measures.activities.ofSessions(ids),
    ...treatedAreas.ofSessions(ids),
  ]
  workspace.forgetFormsOf([sessionId, ...parts.map(({ id }) => id)])
}
