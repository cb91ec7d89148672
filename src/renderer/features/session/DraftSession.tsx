// A draft: everything can be changed, everything saves itself, and it can be signed.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { ask, failureOf } from '#renderer/bridge/bridge.ts'
import { BodyMap, useFindings, type FindingSaver } from '#renderer/features/bodymap/index.ts'
import { hasModKey } from '#renderer/ui/keys.ts'
import type { Autosave } from './autosave.ts'
import { DetailsButton } from './DetailsButton.tsx'
import { DraftFooter } from './DraftFooter.tsx'
import { DraftNote } from './DraftNote.tsx'
import { DraftMenu } from './DraftMenu.tsx'
import { SessionFrame } from './SessionFrame.tsx'
import { SessionHeader } from './SessionHeader.tsx'
import { SignDialog } from './SignDialog.tsx'
import { useDraft } from './useDraft.ts'

interface Props {
  record: SessionRecord
}

export function DraftSession({ record }: Props) {
  const autosave = useDraft(record.id)
  const [isSigning, setIsSigning] = useState(false)
  const openSigning = useCallback(() => setIsSigning(true), [])
  useSignKey(openSigning)
  return (
    <>
      <SessionFrame
        header={<DraftHeader record={record} autosave={autosave} />}
        map={<DraftMap record={record} autosave={autosave} />}
        note={<DraftNote record={record} autosave={autosave} />}
        footer={<DraftFooter autosave={autosave} savedBefore={record.updatedAt} onSign={openSigning} />}
      />
      <SignDialog sessionId={record.id} opened={isSigning} onClose={() => setIsSigning(false)} />
    </>
  )
}

interface PartProps {
  record: SessionRecord
  autosave: Autosave
}

function DraftHeader({ record, autosave }: PartProps) {
  const cache = useQueryClient()
  const [details, setDetails] = useState(record.details)
  const newest = useRef(details)
  const change = (next: SessionDetails, pace: 'typing' | 'at once') => {
    const hasMoved = next.serviceStart !== newest.current.serviceStart
    newest.current = next
    setDetails(next)
    const save = async () => {
      const answer = await ask('session:saveDetails', { id: record.id, details: newest.current })
      // The session's number follows from its date.
      if (hasMoved) void cache.invalidateQueries({ queryKey: ['session:get', { id: record.id }] })
      return answer
    }
    autosave.change('details', save, pace)
  }
  return (
    <SessionHeader record={record} details={details}>
      <DetailsButton record={record} details={details} onChange={change} />
      <DraftMenu record={record} autosave={autosave} />
    </SessionHeader>
  )
}

function DraftMap({ record, autosave }: PartProps) {
  const sessionId = record.id
  const saver = useMemo<FindingSaver>(
    () => ({
      put: (finding, isTyping) =>
        autosave.change(
          findingPart(finding.id),
          () => ask('finding:put', { finding }),
          isTyping ? 'typing' : 'at once',
        ),
      remove: (id) => autosave.change(findingPart(id), () => removeStored(sessionId, id), 'at once'),
    }),
    [autosave, sessionId],
  )
  const findings = useFindings(record.findings, saver)
  const failed = useSyncExternalStore(autosave.subscribe, () =>
    findings.all.flatMap(({ id }) => (autosave.hasFailed(findingPart(id)) ? id : [])).join(' '),
  )
  const isUnsaved = useCallback((id: string) => failed.includes(id), [failed])
  return <BodyMap sessionId={sessionId} findings={findings} isUnsaved={isUnsaved} />
}

/** A finding that was never stored, because its saving had failed, is as good as removed. */
const removeStored = (sessionId: string, id: string) =>
  ask('finding:remove', { sessionId, id }).catch((thrown: unknown) => {
    if (failureOf(thrown).code !== 'NOT_FOUND') throw thrown
    return { savedAt: new Date().toISOString() }
  })

const findingPart = (id: string) => `finding ${id}`

/** Ctrl/Cmd+Enter signs from anywhere, before an editor takes the key for a line break. */
function useSignKey(sign: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Enter' || !hasModKey(event) || event.altKey) return
      // In a dialog (the finding's, the signature's own) the key means nothing.
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return
      event.preventDefault()
      event.stopPropagation()
      sign()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [sign])
}
