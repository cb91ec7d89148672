// The client's visits in both phases, as the vault holds them when the dialog opens.
import { useQuery } from '@tanstack/react-query'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'

export interface Visits {
  /** In the phase that is looked at; while they are being fetched, those of the other phase. */
  readonly shown: readonly Visit[] | undefined
  readonly before: readonly Visit[] | undefined
  readonly after: readonly Visit[] | undefined
  readonly failure: Failure | null
  readonly retry: () => void
}

export function useVisits(clientId: string, phase: Phase): Visits {
  const before = usePhase(clientId, 'before', true)
  // What is looked at first comes first.
  const after = usePhase(clientId, 'after', before.data !== undefined)
  const failed = before.error ?? after.error
  return {
    shown: (phase === 'before' ? before.data : after.data) ?? before.data,
    before: before.data,
    after: after.data,
    failure: failed ? failureOf(failed) : null,
    retry: () => void Promise.all([before.refetch(), after.refetch()]),
  }
}

/** Never cached: the note behind the dialog changes. */
const usePhase = (clientId: string, phase: Phase, enabled: boolean) =>
  useQuery({
    queryKey: ['bodymap:visits', { clientId, phase }],
    queryFn: async () => (await ask('bodymap:visits', { clientId, phase })).visits,
    enabled,
    staleTime: 0,
    gcTime: 0,
  })
