// A draft of something that is added to a signed note: saved as it changes, then signed or given up.
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { isEmptyDocument } from '#shared/domain/note/plainText.ts'
import type { Correction } from '#shared/domain/record/amendment.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import type { Autosave } from '../draft/autosave.ts'
import { useDraft } from '../draft/useDraft.tsx'
import { useSigner, type Signer } from '../signer/useSigner.ts'
import { isOfClock } from './additionWords.ts'

/** What a draft consists of. */
export interface DraftContent {
  readonly document: NoteDocument
  readonly correction: Correction | null
}

interface Options {
  readonly id: string
  readonly sessionId: string
  /** The kind, as the message after discarding names it. */
  readonly name: 'Addendum' | 'Amendment'
  /** The stored draft; null where there is none, or where this version cannot read it. */
  readonly stored: DraftContent | null
  readonly autosave: Autosave
  /** The draft was signed or discarded. */
  readonly onGone: () => void
}

export interface AdditionDraft {
  /** Reports a change of the draft. `read` returns the current content whenever it is called. */
  change(read: () => DraftContent): void
  readonly sign: UseMutationResult<unknown, Failure, void>
  discard(): void
  /** Who signs it. */
  readonly signer: Signer
}

export function useAdditionDraft({ id, sessionId, name, stored, autosave, onGone }: Options): AdditionDraft {
  const cache = useQueryClient()
  const newest = useRef<(() => DraftContent) | null>(stored && (() => stored))
  const hasHeldWords = useRef(stored !== null && !isEmptyDocument(stored.document))
  const draft = useDraft(sessionId)
  const refresh = () => cache.invalidateQueries({ queryKey: ['session:get', { id: sessionId }] })
  const change = useCallback(
    (read: () => DraftContent) => {
      newest.current = read
      hasHeldWords.current ||= !isEmptyDocument(read().document)
      const isEmptied = hasHeldWords.current && { isEmptied: true as const }
      autosave.change(`addition/${id}`, () => ({
        changes: [{ operation: 'addendum:saveDraft', input: { sessionId, id, ...read(), ...isEmptied } }],
      }))
    },
    [autosave, sessionId, id],
  )

  // Signing again after the warning accepts it.
  const wasClockShown = useRef(false)
  const signer = useSigner()
  const sign = useMutation<unknown, Failure, void>({
    mutationFn: async () => {
      await signer.save()
      await draft.settled()
      return ask('addendum:sign', { sessionId, id, ...(wasClockShown.current && { acceptedClock: 'set back' }) })
    },
    onError: (failure) => {
      wasClockShown.current ||= isOfClock(failure)
    },
    onSuccess: async () => {
      await refresh()
      onGone()
    },
    retry: false,
  })

  const discardNow = async () => {
    const content = newest.current?.()
    await draft.settled()
    if (content === undefined) return onGone()
    await ask('addendum:discardDraft', { sessionId, id })
    onGone()
    await refresh()
    notifyWithUndo(`discarded-${id}`, `${name} discarded`, () => {
      // By the page's own hand: what is typed next is no conflict with it.
      change(() => content)
      return draft.settled().then(refresh)
    })
  }

  return { change, sign, signer, discard: () => void discardNow().catch(notifyFailure) }
}
