// Begins the note of a visit that was never charted: when it was, how long, where, and why it is written only now.
import { Button, Group, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { areTextsKept, useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { today, wallNow } from '#renderer/bridge/wallClock.ts'
import { DateInput, TimeInput } from '#renderer/ui/DateAndTimeInputs.tsx'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { Output } from '#shared/contract/contract.ts'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import { lateEntryReasons } from '#shared/domain/lateEntry.ts'
import { defaultSessionMinutes } from '#shared/domain/session.ts'
import classes from './clientDialog.module.css'
import {
  readLateEntry,
  timeProblemWords,
  type LateEntry,
  type LateEntryField,
  type LateEntryTexts,
} from './lateEntryTexts.ts'

interface Props {
  client: ClientRecord
  /** The client's latest session, whose length and place are the likeliest. */
  last: SessionSummary | undefined
  onStarted: (started: Output<'session:startLate'>) => void
  onClose: () => void
}

const formOf = (clientId: string) => `late-entry-${clientId}`

/** Whether a late entry for the client was half-typed when the app was locked. */
export const isLateEntryKept = (clientId: string): boolean => areTextsKept(formOf(clientId))

export function LateEntryDialog({ client, last, onStarted, onClose }: Props) {
  const { dateOfBirth, address } = client.fields
  const [start] = useState<LateEntryTexts>(() => ({
    date: '',
    start: '',
    length: String(last?.lengthMinutes ?? defaultSessionMinutes),
    place: last?.place ?? 'practice',
    visitAddress: address,
    reason: '',
  }))
  const form = useKeptForm(formOf(client.id), start, (texts) => readLateEntry(texts, { dateOfBirth, now: wallNow() }))
  const box = (field: LateEntryField, label: string) => ({
    label,
    ...form.getInputProps(field),
    value: form.values[field],
  })
  const [failure, setFailure] = useState<Failure | null>(null)
  const begin = useMutationOf('session:startLate')

  function leave() {
    form.forget()
    onClose()
  }

  function refused(reason: Failure) {
    const time = reason.issueAt('details.serviceStart')
    if (time === 'in_future' || time === 'before_birth') form.setFieldError('date', timeProblemWords(time, dateOfBirth))
    else setFailure(reason)
  }

  function save(entry: LateEntry) {
    setFailure(null)
    begin.mutate(
      { clientId: client.id, ...entry },
      {
        onError: refused,
        onSuccess: (started) => {
          leave()
          onStarted(started)
        },
      },
    )
  }

  return (
    <FormDialog
      title="Late entry"
      size={560}
      form={form}
      failure={failure}
      saveLabel="Begin late entry"
      isSaving={begin.isPending}
      onSave={save}
      onLeave={leave}
    >
      <Text c="dimmed">
        For a visit that was not charted at the time. The note states both dates, the visit’s and today’s (
        {dateWords(today())}), and your reason.
      </Text>
      <div className={classes.three}>
        <DateInput
          {...box('date', 'Service date')}
          onValue={(date) => form.setFieldValue('date', date)}
          required
          data-autofocus
        />
        <TimeInput {...box('start', 'Start')} onValue={(time) => form.setFieldValue('start', time)} required />
        <TextInput {...box('length', 'Length in minutes')} inputMode="numeric" />
      </div>
      <SegmentedControl
        aria-label="Place"
        fullWidth
        value={form.values.place}
        onChange={(place) => form.setFieldValue('place', place)}
        data={[
          { value: 'practice', label: 'At the practice' },
          { value: 'visit', label: 'Visit' },
        ]}
      />
      {form.values.place === 'visit' && (
        <Textarea {...box('visitAddress', 'Visit address')} autosize minRows={2} maxRows={5} dir="auto" />
      )}
      <div>
        <TextInput {...box('reason', 'Reason')} required dir="auto" autoComplete="off" />
        <Group gap={6} mt="sm" role="group" aria-label="Usual reasons">
          {lateEntryReasons.map((reason) => (
            <Button
              key={reason}
              size="compact-sm"
              variant={reason === form.values.reason ? 'light' : 'default'}
              aria-pressed={reason === form.values.reason}
              onClick={() => form.setFieldValue('reason', reason)}
            >
              {reason}
            </Button>
          ))}
        </Group>
      </div>
    </FormDialog>
  )
}
