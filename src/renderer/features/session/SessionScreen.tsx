// The session: loaded fresh, then shown as a draft to write in or as a signed note to read.
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { useRestoreCount } from './draftHistory/restoring.ts'
import { DraftSession } from './DraftSession.tsx'
import classes from './SessionFrame.module.css'
import { SignedSession } from './SignedSession.tsx'
import { useSession } from './useSession.ts'

interface Props {
  id: string
}

export function SessionScreen({ id }: Props) {
  const session = useSession(id)
  const restored = useRestoreCount(id)
  if (session.data?.signature) return <SignedSession record={session.data} signature={session.data.signature} />
  if (session.data) return <DraftSession key={`${id} ${restored}`} record={session.data} />
  if (!session.error) return null
  return (
    <div className={classes.failure}>
      <FailureNotice failure={session.error} onRetry={() => void session.refetch()} />
    </div>
  )
}
