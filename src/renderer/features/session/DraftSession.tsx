// A draft: it can be edited and signed, and saves itself.
import { memo, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { ConsentNeededDialog, ConsentNotice, useConsentGate } from '#renderer/features/consents/index.ts'
import { useMarks } from '#renderer/features/bodymap/index.ts'
import { SessionSafety } from '#renderer/features/health/index.ts'
import { finishTyping } from '#renderer/bridge/unsavedWork.ts'
import { StandOutContext } from '#renderer/figure/index.ts'
import { usePlaces, usePlace } from '#renderer/ui/places.tsx'
import { stopOfferingUndo } from '#renderer/ui/notifyWithUndo.tsx'
import { useShortcut } from '#renderer/ui/shortcuts.ts'
import { modKey } from '#renderer/ui/keys.ts'
import type { Autosave, Pace } from './draft/autosave.ts'
import { CarryForwardProvider, useNewCarryForward } from './note/carried/useCarryForward.ts'
import { DetailsButton } from './frame/DetailsButton.tsx'
import { DraftMap } from './map/DraftMap.tsx'
import { DraftNote } from './note/DraftNote.tsx'
import { DraftMenu } from './frame/DraftMenu.tsx'
import { signPlace, UnconfirmedParts } from './note/carried/UnconfirmedParts.tsx'
import { DraftHistory } from './history/DraftHistory.tsx'
import { SaveStatus } from './draft/SaveStatus.tsx'
import frame from './frame/SessionFrame.module.css'
import { SessionFrame } from './frame/SessionFrame.tsx'
import { SessionHeader } from './frame/SessionHeader.tsx'
import { SignDialog } from './signing/SignDialog.tsx'
import { FooterWithRemark } from './frame/FooterWithRemark.tsx'
import { Timer } from './frame/Timer.tsx'
import { createDraftParts, type DraftParts } from './draft/draftParts.ts'
import { useWriting } from './draft/useDraft.tsx'

interface Props {
  record: SessionRecord
  /** The revision that the record was read at. */
  revision: number
}

export function DraftSession({ record, revision }: Props) {
  const autosave = useWriting(record.id, revision)
  const [parts] = useState(() => createDraftParts(record, autosave))
  const { sentences, lists } = parts
  const marks = useMarks(parts.marks)
  const { areas } = marks.marks
  const standingOut = useMemo(
    () => ({ subscribe: sentences.subscribe, shown: () => sentences.state().shown }),
    [sentences],
  )
  const places = usePlaces()
  const carry = useNewCarryForward({ sessionId: record.id, marks, lists })
  const [isSigning, setIsSigning] = useState(false)
  const day = useStore(parts.details, ({ serviceStart }) => serviceStart.slice(0, 10))
  const consent = useConsentGate(record, areas, day)
  const isConsentMissing = consent.needs.length > 0
  const [consentAsked, setConsentAsked] = useState<'look' | 'sign' | null>(null)
  const lookAtConsents = useCallback(() => setConsentAsked('look'), [])
  const openSigning = useCallback(() => {
    // The dialog shows and asks about exactly what is signed.
    stopOfferingUndo()
    finishTyping()
    if (isConsentMissing) setConsentAsked('sign')
    else setIsSigning(true)
  }, [isConsentMissing])
  useShortcut('sign', openSigning)
  const footer = useCallback(
    (remark: ReactNode) => (
      <DraftFooter
        sessionId={record.id}
        savedBefore={record.updatedAt}
        isSigning={isSigning}
        onSign={openSigning}
        remark={remark}
      />
    ),
    [record.id, record.updatedAt, isSigning, openSigning],
  )
  return (
    <CarryForwardProvider value={carry}>
      <SessionFrame
        header={<DraftHeader record={record} autosave={autosave} parts={parts} areas={areas} />}
        map={
          <StandOutContext value={standingOut}>
            <DraftMap record={record} marks={marks} parts={parts} autosave={autosave}>
              <ConsentNotice needs={consent.needs} onOpen={lookAtConsents} />
            </DraftMap>
          </StandOutContext>
        }
        note={<DraftNote record={record} autosave={autosave} parts={parts} areas={areas} />}
        footer={
          <FooterWithRemark record={record} autosave={autosave}>
            {footer}
          </FooterWithRemark>
        }
      />
      <ConsentNeededDialog
        record={record}
        gate={consent}
        opened={consentAsked !== null}
        isSigning={consentAsked === 'sign'}
        onClose={() => setConsentAsked(null)}
        onSign={() => {
          setConsentAsked(null)
          setIsSigning(true)
        }}
      />
      <SignDialog
        sessionId={record.id}
        withoutConsent={consent.reasons}
        opened={isSigning}
        onClose={() => setIsSigning(false)}
        onGo={(place) => places.focus(place)}
      />
    </CarryForwardProvider>
  )
}

interface PartProps {
  record: SessionRecord
  autosave: Autosave
  parts: DraftParts
  areas: readonly TreatedArea[]
}

const DraftHeader = memo(({ record, autosave, parts, areas }: PartProps) => {
  const cache = useQueryClient()
  const details = useStore(parts.details)
  const change = (next: SessionDetails, pace: Pace) =>
    parts.changeDetails(next, pace, () => {
      // The session's number and the visit before it depend on its date.
      void cache.invalidateQueries({ queryKey: ['session:get', { id: record.id }] })
      void cache.invalidateQueries({ queryKey: ['session:lastTime'] })
      void cache.invalidateQueries({ queryKey: ['bodymap:lastVisit'] })
    })
  return (
    <SessionHeader
      record={record}
      details={details}
      safety={<SessionSafety clientId={record.client.id} sessionId={record.id} />}
    >
      <DetailsButton record={record} details={details} onChange={change} />
      {/* A visit of the past is not timed now. */}
      {record.lateEntryReason === null && (
        <Timer timer={parts.timer} lengthMinutes={details.lengthMinutes} areas={areas} />
      )}
      <DraftMenu record={record} autosave={autosave} />
    </SessionHeader>
  )
})

interface FooterProps {
  sessionId: string
  /** When the draft was saved last before it was opened, UTC. */
  savedBefore: string
  /** While the dialog is open, parts are confirmed there. */
  isSigning: boolean
  onSign: () => void
  /** The button of the private remark. */
  remark: ReactNode
}

/** The footer of a draft: whether everything is saved, and the one action. */
const DraftFooter = memo(({ sessionId, savedBefore, isSigning, onSign, remark }: FooterProps) => {
  const sign = useRef<HTMLButtonElement>(null)
  usePlace(signPlace, { focus: () => sign.current?.focus() })
  return (
    <footer className={frame.footer}>
      <div className={frame.state}>
        <SaveStatus sessionId={sessionId} savedBefore={savedBefore} />
        <DraftHistory sessionId={sessionId} />
      </div>
      {!isSigning && <UnconfirmedParts />}
      {remark}
      <Button ref={sign} onClick={onSign} aria-keyshortcuts="Control+Enter Meta+Enter">
        Sign note{' '}
        <kbd className={frame.key} aria-hidden>
          {modKey} ↵
        </kbd>
      </Button>
    </footer>
  )
})
