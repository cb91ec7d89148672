// An addendum that is being written: saved as it is typed, then signed or given up.
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { isEmptyDocument } from '#shared/domain/note/plainText.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import type { Autosave } from './autosave.ts'
import { draftSettled } from './openDrafts.ts'
import { SectionEditor } from './SectionEditor.tsx'
import classes from './SignedSession.module.css'

interface Props {
  id: string
  sessionId: string
  stored: { document: NoteDocument | null; plainText: string }
  autosave: Autosave
  /** The draft was signed or discarded. */
  onGone: () => void
}

export function AddendumDraft({ id, sessionId, stored, autosave, onGone }: Props) {
  const cache = useQueryClient()
  const [first] = useState(stored)
  const newest = useRef(() => first.document)
  const [isEmpty, setIsEmpty] = useState(() => first.document !== null && isEmptyDocument(first.document))
  const refresh = () => cache.invalidateQueries({ queryKey: ['session:get', { id: sessionId }] })

  const save = useCallback(
    (document: NoteDocument) => ask('addendum:saveDraft', { sessionId, id, document, correction: null }),
    [sessionId, id],
  )
  const change = useCallback(
    (_: string, read: () => NoteDocument) => {
      newest.current = read
      setIsEmpty(isEmptyDocument(read()))
      autosave.change(`addendum ${id}`, () => save(read()))
    },
    [autosave, id, save],
  )

  const sign = useMutation<unknown, Failure>({
    mutationFn: async () => {
      await draftSettled(sessionId)
      return ask('addendum:sign', { id })
    },
    onSuccess: async () => {
      await refresh()
      onGone()
    },
    retry: false,
  })

  const discard = async () => {
    const document = newest.current()
    await draftSettled(sessionId)
    if (document === null || (isEmptyDocument(document) && first.document === document)) return onGone()
    await ask('addendum:discardDraft', { id })
    onGone()
    await refresh()
    tellDiscarded(id, () => void save(document).then(refresh).catch(tellFailure))
  }

  return (
    <div className={classes.draft}>
      <SectionEditor
        name="addendum"
        title="Addendum"
        hint="What is new. The note above stays as it was signed."
        stored={first}
        onChange={change}
        takesFocus
      />
      {sign.error && <FailureNotice failure={sign.error} />}
      <div className={classes.actions}>
        {isEmpty && (
          <Text size="sm" c="dimmed">
            Write what is to be added, then sign it.
          </Text>
        )}
        <Button variant="default" onClick={() => void discard().catch(tellFailure)}>
          Discard
        </Button>
        <Button onClick={() => sign.mutate()} loading={sign.isPending} disabled={isEmpty}>
          Sign addendum
        </Button>
      </div>
    </div>
  )
}

function tellDiscarded(id: string, bringBack: () => void): void {
  const message = `discarded-${id}`
  const undo = () => {
    notifications.hide(message)
    bringBack()
  }
  notifications.show({
    id: message,
    position: 'bottom-left',
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>Addendum discarded</span>
        <Button variant="default" size="compact-sm" onClick={undo}>
          Undo
        </Button>
      </Group>
    ),
  })
}
