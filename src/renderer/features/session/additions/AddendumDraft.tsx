// An addendum that is being written.
import { Button, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { Addendum, SessionRecord } from '#shared/contract/sessions.ts'
import { emptyDocument, type NoteDocument } from '#shared/domain/note/document.ts'
import { isEmptyDocument } from '#shared/domain/note/plainText.ts'
import { NoteWithPhrases } from '#renderer/features/phrases/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import type { Autosave } from '../draft/autosave.ts'
import { phraseValues } from '../sessionWords.ts'
import classes from './additions.module.css'
import { refusalWords } from './additionWords.ts'
import { AdditionSigner } from './AdditionSigner.tsx'
import { useAdditionDraft } from './useAdditionDraft.ts'

interface Props {
  id: string
  record: SessionRecord
  /** The draft as it is stored, or undefined for one that begins. */
  stored: Addendum | undefined
  autosave: Autosave
  /** The draft was signed or discarded. */
  onGone: () => void
}

export function AddendumDraft({ id, record, stored, autosave, onGone }: Props) {
  const [first] = useState(() => stored ?? { document: emptyDocument, plainText: '' })
  const [isEmpty, setIsEmpty] = useState(() => first.document !== null && isEmptyDocument(first.document))
  const draft = useAdditionDraft({
    id,
    sessionId: record.id,
    name: 'Addendum',
    stored: stored && first.document ? { document: first.document, correction: null } : null,
    autosave,
    onGone,
  })
  const { change } = draft
  const write = useCallback(
    (read: () => NoteDocument) => {
      setIsEmpty(isEmptyDocument(read()))
      change(() => ({ document: read(), correction: null }))
    },
    [change],
  )

  return (
    <div className={classes.draft}>
      <NoteWithPhrases
        name="addendum"
        title="Addendum"
        section={null}
        hint="What is new. The note above stays as it was signed."
        stored={first}
        onChange={write}
        valuesNow={() => phraseValues(record)}
        takesFocus
      />
      <AdditionSigner signer={draft.signer} />
      {draft.sign.error && <FailureNotice failure={draft.sign.error} words={refusalWords(draft.sign.error)} />}
      <div className={classes.actions}>
        {isEmpty && (
          <Text size="sm" c="dimmed">
            Write what is to be added, then sign it.
          </Text>
        )}
        <Button variant="default" onClick={draft.discard}>
          Discard
        </Button>
        <Button
          onClick={() => draft.sign.mutate()}
          loading={draft.sign.isPending}
          disabled={isEmpty || !draft.signer.isNamed}
        >
          Sign addendum
        </Button>
      </div>
    </div>
  )
}
