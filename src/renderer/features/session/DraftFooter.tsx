// The footer of a draft: whether everything is saved, and the one action.
import { Button } from '@mantine/core'
import { memo, useRef, type ReactNode } from 'react'
import { modKey } from '#renderer/ui/keys.ts'
import { usePlace } from '#renderer/ui/places.tsx'
import { signPlace, UnconfirmedParts } from './carried/UnconfirmedParts.tsx'
import { DraftHistory } from './draftHistory/DraftHistory.tsx'
import { SaveStatus } from './draft/SaveStatus.tsx'
import footer from './SessionFrame.module.css'

interface Props {
  sessionId: string
  /** When the draft was saved last before it was opened, UTC. */
  savedBefore: string
  /** While the dialog asks, what is to be confirmed is confirmed there. */
  isSigning: boolean
  onSign: () => void
  /** The button of the private remark. */
  remark: ReactNode
}

export const DraftFooter = memo(({ sessionId, savedBefore, isSigning, onSign, remark }: Props) => {
  const sign = useRef<HTMLButtonElement>(null)
  usePlace(signPlace, { focus: () => sign.current?.focus() })
  return (
    <footer className={footer.footer}>
      <div className={footer.state}>
        <SaveStatus sessionId={sessionId} savedBefore={savedBefore} />
        <DraftHistory sessionId={sessionId} />
      </div>
      {!isSigning && <UnconfirmedParts />}
      {remark}
      <Button ref={sign} onClick={onSign} aria-keyshortcuts="Control+Enter Meta+Enter">
        Sign note{' '}
        <kbd className={footer.key} aria-hidden>
          {modKey} ↵
        </kbd>
      </Button>
    </footer>
  )
})
