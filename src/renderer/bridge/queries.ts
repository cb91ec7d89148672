// Data of main as React sees it: cached by operation and input, and refreshed after what changes it.
import {
  QueryClient,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Channel, Input, Output } from '#shared/contract/contract.ts'
import { ask, type Failure } from './bridge.ts'

/** A cache that never reaches for a network, never retries by itself, and never refetches behind the user's back. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** The cached answer of an operation that only reads. */
export const useAnswer = <C extends Channel>(channel: C, input: Input<C>): UseQueryResult<Output<C>, Failure> =>
  useQuery<Output<C>, Failure, Output<C>>({ queryKey: [channel, input], queryFn: () => ask(channel, input) })

/**
 * An operation that changes something. `outdates` names the reading operations whose answers are fetched again
 * (their queries on screen at once, the others when they are next shown).
 */
export function useOrder<C extends Channel>(
  channel: C,
  outdates: readonly Channel[] = [],
): UseMutationResult<Output<C>, Failure, Input<C>> {
  const cache = useQueryClient()
  return useMutation<Output<C>, Failure, Input<C>>({
    mutationKey: [channel],
    mutationFn: (input) => ask(channel, input),
    onSettled: () => Promise.all(outdates.map((name) => cache.invalidateQueries({ queryKey: [name] }))),
  })
}

/** Whether an order by {@link useOrder} has not been answered yet, whoever gave it. */
export const useIsOrdered = (channel: Channel): boolean => useIsMutating({ mutationKey: [channel] }) > 0
