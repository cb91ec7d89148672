// The session: loaded fresh, then shown as a draft to write in, as a signed note, or to be read while another
// window writes in it.
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { useRestoreCount } from './draftHistory/restoring.ts'
import { DraftSession } from './DraftSession.tsx'
import classes from './SessionFrame.module.css'
import { PhraseSession } from './note/phraseValues.ts'
import { ReadOnlySession } from './sharing/ReadOnlySession.tsx'
import { useSessionLease } from './sharing/useSessionLease.ts'
import { SignedSession } from './SignedSession.tsx'
import { useSession } from './useSession.ts'

interface Props {
  id: string
}

export function SessionScreen({ id }: Props) {
  const lease = useSessionLease(id)
  const session = useSession(id, lease)
  const restored = useRestoreCount(id)
  const record = session.data
  if (!record) {
    if (!session.error) return null
    return (
      <div className={classes.failure}>
        <FailureNotice failure={session.error} onRetry={() => void session.refetch()} />
      </div>
    )
  }
  // What was read before the writing came here or went away is not what is stored now.
  const isOutOfDate = session.isPlaceholderData
  if (lease.state === 'elsewhere' && isOutOfDate) return null
  if (lease.state !== 'here' || isOutOfDate) return <ReadOnlySession record={record} lease={lease} />
  return (
    <PhraseSession value={record}>
      {record.signature ? (
        <SignedSession key={lease.turn} record={record} signature={record.signature} />
      ) : (
        <DraftSession key={`${id} ${lease.turn} ${restored}`} record={record} />
      )}
    </PhraseSession>
  )
}
