// The vault's state, kept up to date: whether its files are still where they were is asked again and again.
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { VaultStatus } from '#shared/contract/vault.ts'
import { ask, whenVaultMoves, type Failure } from '#renderer/bridge/bridge.ts'

/** How often an open vault is looked after, and one whose files are gone, in milliseconds. */
const calm = 5000
const inTrouble = 1500

/** The answer of `vault:status`, asked anew at intervals while the vault is open, and as soon as a save finds it gone. */
export function useVaultStatus(): UseQueryResult<VaultStatus, Failure> {
  const cache = useQueryClient()
  useEffect(() => whenVaultMoves(() => void cache.invalidateQueries({ queryKey: ['vault:status'] })), [cache])
  return useQuery<VaultStatus, Failure>({
    queryKey: ['vault:status', {}],
    queryFn: () => ask('vault:status', {}),
    refetchInterval: ({ state: { data } }) => data?.state === 'unlocked' && (data.isMoved ? inTrouble : calm),
    refetchIntervalInBackground: true,
  })
}
