// The dialogs about a client's health: what has changed, what was decided about a line of safety, and whether to start at all.
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { HealthVersion } from '#shared/contract/health.ts'
import { decisionsFor, type SafetyDecision, type SafetyLine } from '#shared/domain/health/safety.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { useKeptForm, useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import classes from './Safety.module.css'
import { HealthForm } from './HealthForm.tsx'
import { decisionNames } from '#shared/domain/health/healthWords.ts'

interface ChangeProps {
  clientId: string
  /** The name under which what is typed is kept. */
  name: string
  current: HealthVersion
  atVisit: string | null
  onClose: () => void
}

/** The questionnaire with what was said last, to be changed. It closes by its own buttons, so that nothing is lost by the way. */
export function ChangeDialog({ clientId, name, current, atVisit, onClose }: ChangeProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="What has changed?"
      size={940}
      padding={0}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      classNames={{ header: classes.dialogHead ?? '', body: classes.dialogBody ?? '' }}
    >
      <HealthForm
        clientId={clientId}
        name={name}
        kind="change"
        isShort={false}
        current={current}
        atVisit={atVisit}
        onLeave={onClose}
      />
    </Modal>
  )
}

interface DecisionProps {
  clientId: string
  versionId: string
  line: SafetyLine
  atVisit: string | null
  onClose: () => void
}

const isDecision = (line: SafetyLine, text: string): SafetyDecision | undefined =>
  decisionsFor[line.meaning].find((decision) => decision === text)

/** Asks for the doctor's answer, or for what was done about a red flag. It prompts, and never diagnoses. */
export function DecisionDialog({ clientId, versionId, line, atVisit, onClose }: DecisionProps) {
  const form = useKeptForm(
    `decision ${line.from} ${clientId}`,
    { decision: '', remark: '' },
    ({ decision, remark }) => {
      const decided = isDecision(line, decision)
      return decided ? { value: { decision: decided, remark } } : { problems: { decision: 'Choose one.' } }
    },
  )
  const decide = useMutationOf('health:decide')
  const [failure, setFailure] = useState<Failure | null>(null)
  const leave = () => {
    form.forget()
    onClose()
  }
  return (
    <FormDialog
      title={line.meaning === 'red flag' ? 'Red flag' : 'The doctor’s answer'}
      size={520}
      form={form}
      failure={failure}
      saveLabel="Save"
      isSaving={decide.isPending}
      onSave={({ decision, remark }) =>
        decide.mutate(
          { clientId, versionId, from: line.from, atVisit, decision, remark },
          { onSuccess: leave, onError: setFailure },
        )
      }
      onLeave={leave}
    >
      <Text dir="auto">{line.wording}</Text>
      {line.meaning === 'red flag' && (
        <Text c="dimmed">One sign alone proves nothing. What you decide is kept with the record.</Text>
      )}
      <NativeSelect
        label={line.meaning === 'red flag' ? 'What was decided' : 'What the doctor says'}
        required
        data={[
          { value: '', label: 'Choose' },
          ...decisionsFor[line.meaning].map((value) => ({ value, label: decisionNames[value] })),
        ]}
        {...form.getInputProps('decision')}
      />
      <TextInput
        label={line.meaning === 'red flag' ? 'Remark' : 'Who, when, and with what limits'}
        dir="auto"
        {...form.getInputProps('remark')}
        maxLength={fieldTextLimit}
      />
    </FormDialog>
  )
}

interface PostponeProps {
  clientId: string
  versionId: string
  lines: readonly SafetyLine[]
  onStart: () => void
  onClose: () => void
}

/** Asks before a session starts, where what the client said speaks for another day. The reason is kept. */
export function PostponeDialog({ clientId, versionId, lines, onStart, onClose }: PostponeProps) {
  const [{ reason = '' }, setTyping] = useKeptTyping<'reason'>(`postpone ${clientId}`)
  const decide = useMutationOf('health:decide')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isMissing, setIsMissing] = useState(false)

  async function keep(decision: 'go on' | 'postponed', then: () => void) {
    setFailure(null)
    const remark = reason.trim()
    if (decision === 'go on' && remark === '') {
      setIsMissing(true)
      return
    }
    try {
      for (const { from } of lines) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other: the first that fails stops it
        await decide.mutateAsync({ clientId, versionId, from, atVisit: null, decision, remark })
      }
      setTyping({})
      then()
    } catch (thrown) {
      setFailure(thrown as Failure)
    }
  }

  return (
    <Modal opened onClose={onClose} title="Start today?" size={520}>
      <Stack gap="md">
        <Text>What the client said is a reason to wait for another day:</Text>
        <ul className={classes.why}>
          {lines.map(({ from, wording, said }) => (
            <li key={from} dir="auto">
              {[wording, said].filter(Boolean).join(' ')}
            </li>
          ))}
        </ul>
        <Text c="dimmed">
          If it no longer applies, note that under “Something changed” on the client’s overview first.
        </Text>
        <TextInput
          label="Reason"
          description="Needed if you start anyway. It is kept with the record."
          dir="auto"
          maxLength={fieldTextLimit}
          value={reason}
          error={isMissing && reason.trim() === '' ? 'Say why you are starting anyway.' : undefined}
          onChange={(event) => setTyping({ reason: event.currentTarget.value })}
        />
        {failure && <FailureNotice failure={failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" loading={decide.isPending} onClick={() => void keep('go on', onStart)}>
            Start anyway
          </Button>
          <Button data-autofocus loading={decide.isPending} onClick={() => void keep('postponed', onClose)}>
            Postpone
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
