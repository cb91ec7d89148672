// The room of a client's consents: what they agreed to, until when, and the way to give one or to withdraw it.
import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { areTextsKept, useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { instantDayWords, instantWords } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { Question } from '#renderer/ui/Question.tsx'
import { useIsWritable, WhenWritable } from '#renderer/ui/Writable.tsx'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { ConsentRecord } from '#shared/contract/consents.ts'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import { displayName } from '#shared/domain/client.ts'
import { linesOf, type EndingCause } from '#shared/domain/consent/consent.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import { elementWords, regionWords, roleWords, stateWords, validityWords } from './consentWords.ts'
import { ConsentDialog, consentDialogForm } from './ConsentDialog.tsx'
import classes from './ConsentsRoom.module.css'
import { SignaturePicture } from './SignaturePad.tsx'
import { useConsents } from './useConsents.ts'

interface Props {
  client: ClientRecord
  /** Newest first. */
  sessions: readonly SessionSummary[]
}

export function ConsentsRoom({ client, sessions }: Props) {
  const [, navigate] = useLocation()
  const known = useConsents(client.id)
  const answer = useAnswer('consent:ofClient', { clientId: client.id })
  const isWritable = useIsWritable()
  const [isGiving, setIsGiving] = useState(() => areTextsKept(consentDialogForm(client.id)))
  const [withdrawn, setWithdrawn] = useState<ConsentRecord | null>(null)
  if (!known) {
    return answer.error && <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />
  }
  const { consents, isUnderAge, guardians } = known.ofClient
  return (
    <section className={classes.room} aria-labelledby="client-consents">
      <div className={classes.head}>
        <h2 id="client-consents">
          Consents <span>{consents.length}</span>
        </h2>
        <WhenWritable>
          <Button size="compact-md" onClick={() => setIsGiving(true)}>
            New consent
          </Button>
        </WhenWritable>
      </div>
      {isUnderAge === true && (
        <p className={classes.warning} role="note">
          This client is a minor: {guardians.length === 0 ? 'a parent or guardian' : listWords(guardians)} signs for
          them.
          {guardians.length === 0 && ' Add them in Details.'}
        </p>
      )}
      {known.rules === null && (
        <p className={classes.hint}>
          No rules are chosen yet, so Palpate does not ask for any consent.{' '}
          <Button variant="default" onClick={() => navigate(paths.consentRules)}>
            Consent rules
          </Button>
        </p>
      )}
      {consents.length === 0 ? (
        <p className={classes.hint}>
          No consent yet. Each has the words that were shown, what was talked through, and a signature, and can be
          withdrawn at any time.
        </p>
      ) : (
        <ul className={classes.list} aria-label="Consents, newest first">
          {consents.map((consent) => (
            <ConsentItem
              key={consent.id}
              consent={consent}
              onWithdraw={isWritable && consent.ending === null ? () => setWithdrawn(consent) : null}
            />
          ))}
        </ul>
      )}
      {isGiving && isWritable && (
        <ConsentDialog
          clientId={client.id}
          clientName={displayName(client.fields)}
          known={known}
          need={null}
          sessionId={sessions.find(({ signedAt }) => signedAt === null)?.id ?? null}
          onClose={() => setIsGiving(false)}
        />
      )}
      {withdrawn && <WithdrawQuestion consent={withdrawn} onClose={() => setWithdrawn(null)} />}
    </section>
  )
}

function ConsentItem({ consent, onWithdraw }: { consent: ConsentRecord; onWithdraw: (() => void) | null }) {
  const { name, text, areas, techniques, draping, regionIds, elements, ending, marks } = consent
  const isOver = ending !== null || consent.state === 'ended'
  const facts = [regionWords(regionIds), areas, techniques, draping].filter(Boolean)
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <h3 dir="auto">{name}</h3>
        <span className={classes.state} data-over={isOver || undefined}>
          {stateWords(consent)}
        </span>
        <span className={classes.date}>{instantDayWords(consent.givenAt, consent.givenOffset)}</span>
        {onWithdraw && (
          <Button variant="default" size="compact-sm" aria-label={`Withdraw ${name}`} onClick={onWithdraw}>
            Withdraw
          </Button>
        )}
      </div>
      {facts.length > 0 && (
        <p className={classes.facts} dir="auto">
          {facts.join(' · ')}
        </p>
      )}
      {ending && (
        <p className={classes.facts} dir="auto">
          {ending.cause === 'withdrawn' ? 'Withdrawn' : 'Ended'} {instantWords(ending.at, ending.offset)}
          {ending.remark !== '' && `: ${ending.remark}`}
        </p>
      )}
      <details className={classes.details}>
        <summary>Words and signatures</summary>
        <p dir="auto">{text}</p>
        <p className={classes.facts}>
          Talked through:{' '}
          {elements.length === 0
            ? 'nothing was ticked'
            : listWords(elements.map((one) => elementWords[one].toLowerCase()))}
          .{consent.witness !== 'not offered' && ` A witness was ${consent.witness}.`} It is valid{' '}
          {validityWords[consent.validity]}.
        </p>
        <ul className={classes.marks}>
          {marks.map((mark) => (
            <li key={`${mark.role} ${mark.name}`}>
              {mark.points === null ? (
                <em dir="auto">{mark.name} (typed)</em>
              ) : (
                <SignaturePicture lines={linesOf(mark.points)} label={`Signature of ${mark.name}`} />
              )}
              <span>
                {roleWords[mark.role]}: <bdi>{mark.name}</bdi>
              </span>
            </li>
          ))}
        </ul>
        <p className={classes.facts}>
          Signature {consent.sequence} of the record, signed by <bdi>{consent.signerName}</bdi>,{' '}
          {instantWords(consent.givenAt, consent.givenOffset)}.
        </p>
      </details>
    </li>
  )
}

function WithdrawQuestion({ consent, onClose }: { consent: ConsentRecord; onClose: () => void }) {
  const withdraw = useMutationOf('consent:withdraw')
  const [id] = useState(() => crypto.randomUUID())
  const [cause, setCause] = useState<EndingCause>('withdrawn')
  const [{ remark = '' }, setTyping] = useKeptTyping<'remark'>(`withdrawal-${consent.id}`)
  const leave = () => {
    setTyping({})
    onClose()
  }
  return (
    <Question
      isOpen
      title="Withdraw this consent?"
      onKeep={leave}
      keep="Keep it"
      act="Withdraw"
      onAct={() =>
        withdraw.mutate(
          { withdrawal: { id, consentId: consent.id, cause, remark: remark.trim() } },
          { onSuccess: leave },
        )
      }
      isActing={withdraw.isPending}
      failure={withdraw.error}
    >
      <Stack gap="sm">
        <p className={classes.facts} dir="auto">
          {consent.name}. From now on it is no longer valid. The consent and its withdrawal both stay in the record,
          signed.
        </p>
        <Radio.Group label="Why it ends" value={cause} onChange={(value) => setCause(value as EndingCause)}>
          <Stack gap={6} mt={6}>
            <Radio value="withdrawn" label="The client, or whoever signed for them, withdraws it" />
            <Radio value="plan changed" label="The plan has changed" />
          </Stack>
        </Radio.Group>
        <TextInput
          label="Remark (optional)"
          dir="auto"
          autoComplete="off"
          maxLength={fieldTextLimit}
          value={remark}
          onChange={(event) => setTyping({ remark: event.currentTarget.value })}
        />
      </Stack>
    </Question>
  )
}
