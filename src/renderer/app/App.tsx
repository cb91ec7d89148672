// Chooses what is shown by the state of the vault: set-up, lock, recovery code, or the practice.
import { useCallback, useState, useEffect } from 'react'
import type { FoundCopy } from '#shared/contract/backups.ts'
import {
  type Damage,
  LockScreen,
  MissingVaultScreen,
  NoticesScreen,
  RecoveryCodeScreen,
  RestoreScreen,
  SetupScreen,
  VaultFailureScreen,
} from '#renderer/features/vault/index.ts'
import { FirstPlaceScreen } from '#renderer/features/backups/index.ts'
import { ErasedBackScreen } from '#renderer/features/retention/index.ts'
import { useDateFormat } from '#renderer/ui/dateWords.ts'
import { Practice } from './Practice.tsx'
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { VaultStatus } from '#shared/contract/vault.ts'
import { ask, whenVaultMoves, type Failure } from '#renderer/bridge/bridge.ts'

export function App() {
  const status = useVaultStatus()
  // Renders again when the date format changes.
  useDateFormat()
  const [isNewWanted, setIsNewWanted] = useState(false)
  const [isRestoring, setIsRestoring] = useState(false)
  const restore = () => setIsRestoring(true)
  // Somebody chose it in the open vault, which was locked for that.
  const [wanted, setWanted] = useState<FoundCopy | null>(null)
  useEffect(() => {
    void ask('backup:takeWanted', {}).then(
      ({ copy }) => {
        if (copy === null) return
        setWanted(copy)
        setIsRestoring(true)
      },
      () => undefined,
    )
  }, [])
  // A notice that comes up during work is shown as a bar; the user decides when to read it.
  const [isWorking, setIsWorking] = useState(false)
  const [isNew, setIsNew] = useState(false)
  // Whether the question about erased clients who came back is left for later.
  const [isPutOff, setIsPutOff] = useState(false)
  // What opens a damaged vault, as long as its page, or restoring from there, is on screen.
  const [damaged, setDamaged] = useState<Damage | null>(null)
  const isOpen = status.data?.state === 'unlocked'
  if (isOpen && damaged !== null) setDamaged(null)
  const begin = useCallback(() => setIsWorking(true), [])
  // An open practice stays on screen when its state cannot be read: it may hold unsaved work.
  if (status.error && status.data?.state !== 'unlocked')
    return isRestoring ? (
      <RestoreScreen isVaultHere onBack={() => setIsRestoring(false)} />
    ) : (
      <VaultFailureScreen failure={status.error} onRetry={() => void status.refetch()} onRestore={restore} />
    )
  if (!status.data) {
    return (
      <p className="opening" role="status">
        Opening…
      </p>
    )
  }
  if (isRestoring && status.data.state !== 'unlocked') {
    return (
      <RestoreScreen
        isVaultHere={status.data.state === 'locked'}
        holder={status.data.heldBy}
        wanted={wanted}
        onRestored={() => setDamaged(null)}
        onBack={() => {
          setIsRestoring(false)
          setWanted(null)
        }}
      />
    )
  }
  switch (status.data.state) {
    case 'absent':
      return <SetupScreen onCreated={() => setIsNew(true)} onRestore={restore} />
    case 'missing':
      return isNewWanted ? (
        <SetupScreen
          insteadOfMissing
          onCreated={() => setIsNew(true)}
          onBack={() => setIsNewWanted(false)}
          onRestore={restore}
        />
      ) : (
        <MissingVaultScreen folder={status.data.folder} onSetUpNew={() => setIsNewWanted(true)} onRestore={restore} />
      )
    case 'locked':
      return <LockScreen status={status.data} onRestore={restore} damaged={damaged} onDamaged={setDamaged} />
    case 'unlocked':
      if (status.data.recoveryUnconfirmed) return <RecoveryCodeScreen />
      if (status.data.notices.length > 0 && !isWorking) return <NoticesScreen notices={status.data.notices} />
      if (status.data.hasErasedCameBack && !isPutOff) return <ErasedBackScreen onLater={() => setIsPutOff(true)} />
      if (isNew) return <FirstPlaceScreen onDone={() => setIsNew(false)} />
      return <Practice onBegin={begin} onReadNotices={() => setIsWorking(false)} />
  }
}

/** How often the state of an open vault is read, and of one whose files are gone, in milliseconds. */
const calm = 5000
const inTrouble = 1500

/** The answer of `vault:status`, refetched at intervals while the vault is open, and as soon as a save finds it gone. */
function useVaultStatus(): UseQueryResult<VaultStatus, Failure> {
  const cache = useQueryClient()
  useEffect(() => whenVaultMoves(() => void cache.invalidateQueries({ queryKey: ['vault:status'] })), [cache])
  return useQuery<VaultStatus, Failure>({
    queryKey: ['vault:status', {}],
    queryFn: () => ask('vault:status', {}),
    refetchInterval({ state: { data } }) {
      if (data?.isMoved === true) return inTrouble
      // A vault that another computer has open may be given back.
      return (data?.state === 'unlocked' || data?.heldBy != null) && calm
    },
    refetchIntervalInBackground: true,
  })
}
