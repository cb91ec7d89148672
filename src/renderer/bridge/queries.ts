// Main's data in React: cached by operation and input, invalidated by what changes it.
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

/** A cache that ignores the network state, never retries, and never refetches by itself. */
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

/** Invalidates the reads that an operation outdates; resolves when those on screen are fetched. */
export const refreshAfter = (cache: QueryClient, channel: Channel): Promise<unknown> =>
  refresh(cache, invalidatedBy(channel))

/** The same for what is read beside a session, after anything was written in it. */
export const refreshAfterSession = (cache: QueryClient): Promise<unknown> => refresh(cache, invalidatedBySession)

const refresh = (cache: QueryClient, reads: readonly Channel[]) =>
  Promise.all(reads.map((name) => cache.invalidateQueries({ queryKey: [name] })))

/** The mutation of an operation: it invalidates the reads that the operation invalidates, also when it fails. */
export function useMutationOf<C extends Channel>(channel: C): UseMutationResult<Output<C>, Failure, Input<C>> {
  const cache = useQueryClient()
  return useMutation<Output<C>, Failure, Input<C>>({
    mutationKey: [channel],
    mutationFn: (input) => ask(channel, input),
    onSettled: () => refreshAfter(cache, channel),
  })
}

/** Whether a mutation by {@link useMutationOf} is pending in any component. */
export const useIsMutationPending = (channel: Channel): boolean => useIsMutating({ mutationKey: [channel] }) > 0
