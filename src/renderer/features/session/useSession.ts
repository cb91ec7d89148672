// One session as it is stored, read only after everything of it that was on screen is committed.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { draftSettled } from './openDrafts.ts'

/** The session's record. Never from the cache of an earlier visit: the editors begin with it. */
export const useSession = (id: string): UseQueryResult<SessionRecord, Failure> =>
  useQuery<SessionRecord, Failure>({
    queryKey: ['session:get', { id }],
    queryFn: async () => {
      await draftSettled(id)
      return ask('session:get', { id })
    },
    gcTime: 0,
  })
