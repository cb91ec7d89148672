// One session as it is stored, read only after everything of it that was on screen is committed.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { draftSettled } from './saving/openDrafts.ts'
import type { SessionLease } from './sharing/useSessionLease.ts'

/**
 * The session's record. Never from the cache of an earlier visit: the editors begin with it. It is read anew whenever
 * the writing has come to this window or gone from it; until then the one before is a placeholder.
 */
export const useSession = (
  id: string,
  { state, turn }: Pick<SessionLease, 'state' | 'turn'>,
): UseQueryResult<SessionRecord, Failure> =>
  useQuery<SessionRecord, Failure>({
    queryKey: ['session:get', { id }, turn],
    queryFn: async () => {
      await draftSettled(id)
      return ask('session:get', { id })
    },
    enabled: state !== 'asking',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
