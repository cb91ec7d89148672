// Which of the app's faces is shown: set-up, lock, recovery code, or the practice itself.
import { useAnswer } from '#renderer/bridge/queries.ts'
import { LockScreen, RecoveryCodeScreen, SetupScreen, VaultFailureScreen } from '#renderer/features/vault/index.ts'
import { Practice } from './Practice.tsx'

/** The app, by the state of its vault. */
export function App() {
  const status = useAnswer('vault:status', {})
  if (status.error) return <VaultFailureScreen failure={status.error} onRetry={() => void status.refetch()} />
  if (!status.data) {
    return (
      <p className="opening" role="status">
        Opening…
      </p>
    )
  }
  switch (status.data.state) {
    case 'absent':
      return <SetupScreen />
    case 'locked':
      return <LockScreen status={status.data} />
    case 'unlocked':
      return status.data.recoveryUnconfirmed ? <RecoveryCodeScreen /> : <Practice />
  }
}
