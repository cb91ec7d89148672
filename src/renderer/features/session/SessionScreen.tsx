// The session: loaded fresh, then shown as a draft, as a signed note, or read-only while another window writes in it, or
// while nothing in the vault can be written.
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { PlacesProvider } from '#renderer/ui/places.tsx'
import { useIsWritable } from '#renderer/ui/Writable.tsx'
import { useDraftState, useLoadedDraft, useShownDraft } from './draft/useDraft.tsx'
import { DraftSession } from './DraftSession.tsx'
import classes from './frame/SessionFrame.module.css'
import { ReadOnlySession } from './ReadOnlySession.tsx'
import { SignedSession } from './SignedSession.tsx'

interface Props {
  id: string
}

export const SessionScreen = ({ id }: Props) => (
  <PlacesProvider>
    <OpenSession key={id} id={id} />
  </PlacesProvider>
)

function OpenSession({ id }: Props) {
  const draft = useShownDraft(id)
  const isWritable = useIsWritable()
  const { lease, turn, restored, isRestoring } = useDraftState(draft)
  const session = useLoadedDraft(draft)
  if (!session.data) {
    if (!session.error) return null
    return (
      <div className={classes.failure}>
        <FailureNotice failure={session.error} onRetry={() => void session.refetch()} />
      </div>
    )
  }
  const { record, revision } = session.data
  if (!isWritable) return <ReadOnlySession record={record} onTakeOver={null} />
  // A record read before this window began or stopped writing is out of date.
  const isOutOfDate = session.isPlaceholderData
  if (lease === 'asking' || (lease === 'elsewhere' && isOutOfDate)) return null
  if (lease !== 'here' || isOutOfDate) return <ReadOnlySession record={record} onTakeOver={draft.takeOver} />
  const key = `${turn} ${restored}`
  return (
    <Still isStill={isRestoring}>
      {record.signature ? (
        <SignedSession key={key} record={record} revision={revision} signature={record.signature} />
      ) : (
        <DraftSession key={key} record={record} revision={revision} />
      )}
    </Still>
  )
}

/** While it is still, what is in it stays on screen, and takes neither keys nor the pointer. */
function Still({ isStill, children }: { isStill: boolean; children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const focused = document.activeElement
    // The browser takes the keyboard away only when it draws next.
    if (isStill && focused instanceof HTMLElement && around.current?.contains(focused)) focused.blur()
  }, [isStill])
  return (
    <div ref={around} inert={isStill} className={classes.still}>
      {children}
    </div>
  )
}
