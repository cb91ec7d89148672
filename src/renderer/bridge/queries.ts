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
import {
  invalidatedBy,
  invalidatedBySession,
  type Channel,
  type Input,
  type Output,
} from '#shared/contract/contract.ts'
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

/** Has the reads fetched anew whose answers an operation has put out of date; resolves when those on screen are. */
export const refreshAfter = (cache: QueryClient, channel: Channel): Promise<unknown> =>
  refresh(cache, invalidatedBy(channel))

/** The same for what is read beside a session, after anything was written in it. */
export const refreshAfterSession = (cache: QueryClient): Promise<unknown> => refresh(cache, invalidatedBySession)

const refresh = (cache: QueryClient, reads: readonly Channel[]) =>
  Promise.all(reads.map((name) => cache.invalidateQueries({ queryKey: [name] })))

/** An operation that changes something: whatever comes of it, the answers that it invalidates are fetched again. */
export function useMutationOf<C extends Channel>(channel: C): UseMutationResult<Output<C>, Failure, Input<C>> {
  const cache = useQueryClient()
  return useMutation<Output<C>, Failure, Input<C>>({
    mutationKey: [channel],
    mutationFn: (input) => ask(channel, input),
    onSettled: () => refreshAfter(cache, channel),
  })
}

/** Whether an order by {@link useMutationOf} has not been answered yet, whoever gave it. */
export const useIsMutationPending = (channel: Channel): boolean => useIsMutating({ mutationKey: [channel] }) > 0
