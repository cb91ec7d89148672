// Half-typed forms about a session, stored so that a lock does not lose them.
import type { Repositories } from '../database/repositories/repositories.ts'

/**
 * Deletes the half-typed forms of a session that can no longer be written in: it was signed, or is removed for good. To be
 * called while its measures and areas still exist, because their forms are named by them.
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
