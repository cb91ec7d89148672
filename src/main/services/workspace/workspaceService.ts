// Stores where the therapist was, so that a lock or a restart returns them there.
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers } from '../services.ts'

export function createWorkspaceService({
  workspace: rows,
}: Repositories): Handlers<'workspace:get' | 'workspace:save'> {
  return {
    'workspace:get': () => ({ workspace: rows.get() }),
    'workspace:save': ({ workspace }) => {
      rows.replace(workspace)
      return {}
    },
  }
}
