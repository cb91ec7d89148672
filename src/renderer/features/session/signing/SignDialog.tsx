// Signing: everything is saved first, then shown as it is stored, asked about, and locked.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '#shared/contract/contract.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { whyUnsignable, type Unsignable } from '#shared/domain/record/signable.ts'
import type { ConsentReason } from '#shared/domain/consent/forms.ts'
import type { SignDecision } from '#shared/domain/record/signQuestions.ts'
import type { CarriedPart } from '#shared/domain/note/parts.ts'
import { refreshAfterSession } from '#renderer/bridge/queries.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import type { ErrorWords } from '#renderer/bridge/errorWords.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { unstoredNames, useUnstoredFields } from '#renderer/ui/unstoredFields.ts'
import { useDraft } from '../draft/useDraft.tsx'
import classes from './SignDialog.module.css'
import { SignQuestions } from './SignQuestions.tsx'
import { answersOf, signRows } from './signRows.ts'
import { SignedBy } from './SignedBy.tsx'
import { SignedWhole } from './SignedWhole.tsx'
import { useSigner } from '../signer/useSigner.ts'

interface Props {
  sessionId: string
  /** Why consents that are needed are not there. */
  withoutConsent: readonly ConsentReason[]
  opened: boolean
  onClose: () => void
  /** Called to go back to a part of the note, when the dialog is closed. */
  onGo: (place: CarriedPart) => void
}

type Decisions = Readonly<Record<string, SignDecision>>

export function SignDialog({ sessionId, withoutConsent, opened, onClose, onGo }: Props) {
  // Answers are kept when the dialog is closed and opened again.
  const [decisions, setDecisions] = useState<Decisions>({})
  const [goingTo, setGoingTo] = useState<CarriedPart | null>(null)
  // Not earlier: closing the dialog would move the focus back.
  if (opened && goingTo !== null) setGoingTo(null)
  const leaveFor = (place: CarriedPart) => {
    setGoingTo(place)
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Before you sign"
      size={640}
      classNames={{ body: classes.body ?? '', title: classes.title ?? '' }}
      returnFocus={goingTo === null}
      onExitTransitionEnd={() => {
        if (goingTo !== null) onGo(goingTo)
      }}
    >
      <Signing
        sessionId={sessionId}
        withoutConsent={withoutConsent}
        decisions={decisions}
        onDecide={(next) => setDecisions((before) => ({ ...before, ...next }))}
        onClose={onClose}
        onGo={leaveFor}
      />
    </Modal>
  )
}

interface Answering {
  decisions: Decisions
  onDecide: (next: Decisions) => void
}

interface Stored {
  record: SessionRecord
  /** When it was read, UTC. */
  readAt: string
  asked: Output<'session:signQuestions'>
}

function Signing({ sessionId, withoutConsent, decisions, onDecide, onClose, onGo }: Omit<Props, 'opened'> & Answering) {
  const draft = useDraft(sessionId)
  const [failed, setFailed] = useState<Failure | null>(null)
  const stored = useQuery<Stored, Failure>({
    queryKey: ['signing', sessionId],
    queryFn: async () => {
      await draft.settled()
      const [record, asked] = await Promise.all([
        ask('session:get', { id: sessionId }),
        ask('session:signQuestions', { id: sessionId }),
      ])
      return { record, asked, readAt: new Date().toISOString() }
    },
    gcTime: 0,
    staleTime: 0,
  })
  if (stored.error) {
    const { error, refetch } = stored
    return <FailureNotice failure={error} words={signFailureWords(error)} onRetry={() => void refetch()} />
  }
  if (!stored.data || stored.isFetching) return <Saving />
  const unsignable = whyUnsignable(stored.data.record)
  if (unsignable) return <CannotBeSigned reason={unsignable.code} onClose={onClose} />
  const onFailed = (failure: Failure) => {
    setFailed(failure)
    if (failure.code === 'VALIDATION') void stored.refetch()
  }
  return <Confirmation {...stored.data} {...{ withoutConsent, decisions, onDecide, failed, onFailed, onClose, onGo }} />
}

/** The words for a failed signature: the note is still a draft, and what to do. */
const failureWords: Partial<Record<Failure['code'], ErrorWords>> = {
  DISK_FULL: {
    title: 'Not signed: the disk is full',
    text: 'The note stays a draft, and what was saved of it is safe. Free some space, then sign again.',
  },
  READ_ONLY: {
    title: 'Not signed: the folder can’t be written to',
    text: 'The note stays a draft, and what was saved of it is safe. Allow writing to the practice’s folder, then sign again.',
  },
  SIGNED: {
    title: 'Already signed',
    text: 'This note was signed in the meantime. The signed note is as it was then; anything you add now goes into an addendum.',
  },
  NOT_FOUND: {
    title: 'Not signed: the draft is gone',
    text: 'It was discarded in the meantime. It is in the bin and can be restored from there.',
  },
  VALIDATION: {
    title: 'Not signed: the note has changed',
    text: 'Something in it changed after the questions were asked. Look at it once more, then sign.',
  },
}

/** Words for a failed signature, or undefined where those of its code are enough. */
const signFailureWords = ({ code }: Pick<Failure, 'code'>): ErrorWords | undefined => failureWords[code]

/** Has the focus until there is something to answer: a quick Enter must not press "Close". */
const Saving = () => (
  <Text c="dimmed" tabIndex={-1} className={classes.saving} data-autofocus>
    Saving…
  </Text>
)

const reasons: Readonly<Record<Unsignable['code'], string>> = {
  empty_note: 'There is nothing to sign yet. Write a section, or mark something on the body map first.',
  unreadable:
    'A part of this note was written by a newer version of Palpate, or is damaged. It is kept as it is, but cannot be signed here. Open it in the newest version.',
}

const CannotBeSigned = ({ reason, onClose }: { reason: Unsignable['code']; onClose: () => void }) => (
  <Stack>
    <Text>{reasons[reason]}</Text>
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose} data-autofocus>
        Back to the note
      </Button>
    </Group>
  </Stack>
)

interface ConfirmationProps extends Stored, Answering, Pick<Props, 'withoutConsent' | 'onClose' | 'onGo'> {
  failed: Failure | null
  onFailed: (failure: Failure) => void
}

function Confirmation(props: ConfirmationProps) {
  const { record, asked, decisions, onDecide, failed, onFailed, onClose, onGo } = props
  const unstored = useUnstoredFields()
  const draft = useDraft(record.id)
  const cache = useQueryClient()
  const rows = signRows(asked, record, today())
  const signer = useSigner()
  const confirmAll = useRef<HTMLButtonElement>(null)
  const signButton = useRef<HTMLButtonElement>(null)
  const nameBox = useRef<HTMLInputElement>(null)
  const isAnswered = rows.every(({ key }) => decisions[key])
  const isNameAsked = signer.isAsked
  // Enter answers, Enter signs: the focus is always on what is next.
  const goOn = () => (!isAnswered ? confirmAll : nameBox.current?.value === '' ? nameBox : signButton).current?.focus()
  const isReady = signer.fields !== null
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- not with every letter of the name
  useEffect(goOn, [isAnswered, isNameAsked, isReady])

  const showSigned = async () => {
    await cache.invalidateQueries({ queryKey: ['session:get', { id: record.id }] })
    void refreshAfterSession(cache)
  }
  const sign = useMutation<unknown, Failure>({
    mutationFn: async () => {
      await signer.save()
      await draft.settled()
      return ask('session:sign', {
        id: record.id,
        answers: [...answersOf(rows, decisions)],
        withoutConsent: props.withoutConsent.map((reason) => ({ ...reason })),
      })
    },
    onSuccess: showSigned,
    onError(failure) {
      // Which consents are needed may have changed.
      void cache.invalidateQueries({ queryKey: ['consent:ofClient'] })
      onFailed(failure)
    },
    retry: false,
  })
  return (
    <Stack gap="md">
      {rows.length > 0 && (
        <SignQuestions
          rows={rows}
          decisions={decisions}
          onDecide={(key, decision) => onDecide({ [key]: decision })}
          onConfirmAll={() =>
            onDecide(
              Object.fromEntries(rows.filter(({ key }) => !decisions[key]).map((row) => [row.key, row.decisions[0]])),
            )
          }
          onGo={onGo}
          confirmAll={confirmAll}
        />
      )}
      <SignedWhole record={record} rows={rows.length} readAt={props.readAt} />
      {unstored.length > 0 && (
        <Text role="alert" size="sm" c="var(--p-warn)">
          Not saved, and not in what you sign: {unstoredNames(unstored)}.
        </Text>
      )}
      {props.withoutConsent.length > 0 && (
        <Text size="sm" c="var(--p-warn)">
          Signed with it, why there is no consent: {props.withoutConsent.map(({ reason }) => reason).join('; ')}
        </Text>
      )}
      <SignedBy signer={signer} nameBox={nameBox} onDone={() => signButton.current?.focus()} />
      {failed && !sign.isPending && (
        <FailureNotice
          failure={failed}
          words={signFailureWords(failed)}
          actions={
            failed.code === 'SIGNED' && (
              <Button variant="default" onClick={() => void showSigned()}>
                Show the signed note
              </Button>
            )
          }
        />
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button
          ref={signButton}
          onClick={() => sign.mutate()}
          // A key that is held down gives only one answer.
          onKeyDown={ourKeys((event: React.KeyboardEvent) => event.repeat && event.preventDefault())}
          loading={sign.isPending}
          disabled={!isAnswered || !signer.isNamed}
          {...(rows.length === 0 && { 'data-autofocus': true })}
        >
          Sign and lock
        </Button>
      </div>
    </Stack>
  )
}
