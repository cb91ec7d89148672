// A draft: everything can be changed, everything saves itself, and it can be signed.
import { memo, useCallback, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useQueryClient } from '@tanstack/react-query'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { TreatedArea } from '#shared/domain/bodymap/treatedArea.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { finishTyping } from '#renderer/bridge/unsavedWork.ts'
import { stopOfferingUndo } from '#renderer/ui/tellWithUndo.tsx'
import { useShortcut } from '#renderer/ui/shortcuts.ts'
import type { Autosave } from './saving/autosave.ts'
import { CarryForwardProvider, useNewCarryForward } from './carried/useCarryForward.ts'
import { DetailsButton } from './header/DetailsButton.tsx'
import { DraftMap } from './DraftMap.tsx'
import { DraftFooter } from './DraftFooter.tsx'
import { DraftNote } from './DraftNote.tsx'
import { DraftMenu } from './header/DraftMenu.tsx'
import { useFindingSentences } from './findingSentences/useFindingSentences.ts'
import { focusPlace } from './focusPlace.ts'
import type { Pane } from './panes.ts'
import { SessionFrame } from './SessionFrame.tsx'
import { SessionHeader } from './header/SessionHeader.tsx'
import { SignDialog } from './signing/SignDialog.tsx'
import { useSessionLists } from './lists/useSessionLists.ts'
import { FooterWithRemark } from './remark/FooterWithRemark.tsx'
import type { SessionTimer } from './timer/sessionTimer.ts'
import { Timer } from './timer/Timer.tsx'
import { useSessionTimer } from './timer/useSessionTimer.ts'
import { useDraft } from './saving/useDraft.ts'
import { useSessionMarks } from './useSessionMarks.ts'

interface Props {
  record: SessionRecord
}

export function DraftSession({ record }: Props) {
  const autosave = useDraft(record.id)
  const draft = useSessionMarks(record, autosave)
  const sentences = useFindingSentences(draft.marks.marks.findings, draft.marks.cause)
  const lists = useSessionLists(record, autosave)
  const timer = useSessionTimer(record, autosave)
  const { areas } = draft.marks.marks
  const [pane, setPane] = useState<Pane>('note')
  const showPane = (shown: Pane) => flushSync(() => setPane(shown))
  const carry = useNewCarryForward({ sessionId: record.id, marks: draft.marks, lists, showPane })
  const [isSigning, setIsSigning] = useState(false)
  const openSigning = useCallback(() => {
    // What is asked about and shown is what is signed.
    stopOfferingUndo()
    finishTyping()
    setIsSigning(true)
  }, [])
  useShortcut('sign', openSigning)
  const footer = useCallback(
    (remark: ReactNode) => (
      <DraftFooter
        sessionId={record.id}
        autosave={autosave}
        savedBefore={record.updatedAt}
        isSigning={isSigning}
        onSign={openSigning}
        remark={remark}
      />
    ),
    [record.id, record.updatedAt, autosave, isSigning, openSigning],
  )
  return (
    <CarryForwardProvider value={carry}>
      <SessionFrame
        pane={pane}
        onChoosePane={setPane}
        header={<DraftHeader record={record} autosave={autosave} timer={timer} areas={areas} />}
        map={<DraftMap record={record} draft={draft} timer={timer} />}
        note={<DraftNote record={record} autosave={autosave} sentences={sentences} lists={lists} areas={areas} />}
        footer={
          <FooterWithRemark record={record} autosave={autosave}>
            {footer}
          </FooterWithRemark>
        }
      />
      <SignDialog
        sessionId={record.id}
        opened={isSigning}
        onClose={() => setIsSigning(false)}
        onGo={(place) => {
          flushSync(() => setPane(place === 'map' ? 'map' : 'note'))
          focusPlace(place)
        }}
      />
    </CarryForwardProvider>
  )
}

interface PartProps {
  record: SessionRecord
  autosave: Autosave
  timer: SessionTimer
  areas: readonly TreatedArea[]
}

const DraftHeader = memo(({ record, autosave, timer, areas }: PartProps) => {
  const cache = useQueryClient()
  const [details, setDetails] = useState(record.details)
  const newest = useRef(details)
  const change = (next: SessionDetails, pace: 'typing' | 'at once') => {
    const hasMoved = next.serviceStart !== newest.current.serviceStart
    newest.current = next
    setDetails(next)
    const save = async () => {
      const answer = await ask('session:saveDetails', { id: record.id, details: newest.current })
      // The session's number follows from its date, and so does the visit before it.
      if (hasMoved) {
        void cache.invalidateQueries({ queryKey: ['session:get', { id: record.id }] })
        void cache.invalidateQueries({ queryKey: ['session:lastTime'] })
        void cache.invalidateQueries({ queryKey: ['bodymap:lastVisit'] })
      }
      return answer
    }
    autosave.change('details', save, pace)
  }
  return (
    <SessionHeader record={record} details={details}>
      <DetailsButton record={record} details={details} onChange={change} />
      {/* A visit of the past is not timed now. */}
      {record.lateEntryReason === null && <Timer timer={timer} lengthMinutes={details.lengthMinutes} areas={areas} />}
      <DraftMenu record={record} autosave={autosave} />
    </SessionHeader>
  )
})
