// An amendment that is being written: its target, the current words beside the corrected ones, and the reason.
import { Button, NativeSelect, Text, Textarea } from '@mantine/core'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ComponentProps } from 'react'
import type { Addendum, SessionRecord } from '#shared/contract/sessions.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import type { AmendmentTarget } from '#shared/domain/record/partText.ts'
import { longTextLimit } from '#shared/domain/text.ts'
import { NoteWithPhrases } from '#renderer/features/phrases/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import type { Autosave } from '../draft/autosave.ts'
import { phraseValues } from '../sessionWords.ts'
import classes from './additions.module.css'
import { amendable, refusalWords, targetKey, targetName } from './additionWords.ts'
import { AdditionSigner } from './AdditionSigner.tsx'
import { createAmendmentWriting } from './amendmentWriting.ts'
import { useAdditionDraft } from './useAdditionDraft.ts'

interface Props {
  id: string
  record: SessionRecord
  /** The draft as it is stored, or undefined for one that begins. */
  stored: Addendum | undefined
  /** What is corrected by a draft that begins. */
  firstTarget: AmendmentTarget
  autosave: Autosave
  /** The draft was signed or discarded. */
  onGone: () => void
}

export function AmendmentDraft({ id, record, stored, firstTarget, autosave, onGone }: Props) {
  const [writing] = useState(() =>
    createAmendmentWriting(record, {
      correction: { ...firstTarget, reason: '', ...stored?.correction },
      document: stored?.document ?? null,
    }),
  )
  const { target, oldWords, reason, missing } = useSyncExternalStore(writing.subscribe, writing.state)
  const [first] = useState(() => (stored?.document ? writing.content() : null))
  const draft = useAdditionDraft({
    id,
    sessionId: record.id,
    name: 'Amendment',
    stored: first,
    autosave,
    onGone,
  })
  const { change } = draft
  const write = useCallback(
    (read: () => NoteDocument) => {
      writing.write(read)
      change(writing.content)
    },
    [change, writing],
  )
  const choose = (key: string) => {
    const next = amendable(record.addenda).find((one) => targetKey(one) === key)
    if (!next) return
    writing.choose(next)
    change(writing.content)
  }
  const giveReason = (words: string) => {
    writing.giveReason(words)
    change(writing.content)
  }
  // The whole form, down to the reason and the button.
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'end' })
  }, [])
  const isUnreadable = stored !== undefined && stored.document === null

  return (
    <section ref={section} className={classes.draft} aria-label="Amendment draft">
      <div className={classes.choice}>
        <NativeSelect
          label="What is corrected"
          value={targetKey(target)}
          onChange={(event) => choose(event.currentTarget.value)}
          data={amendable(record.addenda).map((one) => ({
            value: targetKey(one),
            label: targetName(one, record.addenda),
          }))}
        />
        <p className={classes.hint}>What was signed stays as it was; the corrected words stand beside it.</p>
      </div>
      <div className={classes.beside}>
        <section className={classes.old} aria-label="As it stands">
          <h2 className={classes.oldName}>As it stands</h2>
          <p className={classes.oldWords} dir="auto">
            {oldWords || <span className={classes.nothing}>Nothing was written here.</span>}
          </p>
        </section>
        <Corrected
          key={targetKey(target)}
          begin={() => ({ document: isUnreadable ? null : writing.document(), plainText: stored?.plainText ?? '' })}
          onChange={write}
          valuesNow={() => phraseValues(record)}
        />
      </div>
      <Textarea
        label="Why"
        required
        autosize
        minRows={1}
        maxRows={6}
        maxLength={longTextLimit}
        value={reason}
        dir="auto"
        onChange={(event) => giveReason(event.currentTarget.value)}
      />
      <AdditionSigner signer={draft.signer} />
      {draft.sign.error && <FailureNotice failure={draft.sign.error} words={refusalWords(draft.sign.error)} />}
      <div className={classes.actions}>
        {missing && (
          <Text size="sm" c="dimmed">
            {missingWords[missing]}, then sign it.
          </Text>
        )}
        <Button variant="default" onClick={draft.discard}>
          Discard
        </Button>
        <Button
          onClick={() => draft.sign.mutate()}
          loading={draft.sign.isPending}
          disabled={missing !== null || !draft.signer.isNamed}
        >
          Sign amendment
        </Button>
      </div>
    </section>
  )
}

type EditorProps = ComponentProps<typeof NoteWithPhrases>

interface CorrectedProps extends Pick<EditorProps, 'onChange' | 'valuesNow'> {
  /** The editor's initial document; read once. */
  begin: () => EditorProps['stored']
}

function Corrected({ begin, onChange, valuesNow }: CorrectedProps) {
  const [stored] = useState(begin)
  return (
    <NoteWithPhrases
      name="amendment"
      title="Corrected"
      section={null}
      hint="The words as they should be"
      stored={stored}
      onChange={onChange}
      valuesNow={valuesNow}
      takesFocus
    />
  )
}

const missingWords = { words: 'Change the words', reason: 'Say why' } as const
