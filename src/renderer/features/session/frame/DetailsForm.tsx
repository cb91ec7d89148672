// The session's details: date, start, end, length, place. Each change saves itself; invalid text is reported and kept.
import { Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { longTextLimit } from '#shared/domain/text.ts'
import { DateInput, TimeInput } from '#renderer/ui/DateAndTimeInputs.tsx'
import classes from './DetailsForm.module.css'
import type { DetailsField, TypedDetails } from './typedDetails.ts'
import { entryDateIfLater } from '../sessionWords.ts'

interface Props {
  record: SessionRecord
  details: SessionDetails
  typed: TypedDetails
  /** The field that has the focus when the form opens. */
  focused: DetailsField
  onChange: (details: SessionDetails, pace: 'typing' | 'at once') => void
}

const presets = [30, 45, 60, 75, 90] as const

export function DetailsForm({ record, details, typed, focused, onChange }: Props) {
  const { shown, dateProblem, startProblem, endProblem, lengthProblem } = typed
  const entered = entryDateIfLater(record, details)
  const choose = (next: Partial<SessionDetails>) => onChange({ ...details, ...next }, 'at once')
  const first = (field: DetailsField) => ({ 'data-autofocus': field === focused || undefined })

  return (
    <Stack gap="sm">
      <div className={classes.three}>
        <DateInput
          label="Service date"
          {...first('date')}
          value={shown.date}
          error={dateProblem}
          onValue={(date) => typed.typeStart({ date })}
        />
        <TimeInput
          label="Start"
          {...first('start')}
          value={shown.start}
          error={startProblem}
          onValue={(start) => typed.typeStart({ start })}
        />
        <TimeInput
          label="End"
          {...first('end')}
          value={shown.end}
          error={endProblem !== null}
          {...(endProblem !== null && { 'aria-describedby': 'end-problem' })}
          onValue={typed.typeEnd}
        />
      </div>
      {endProblem && (
        <Text id="end-problem" role="alert" size="sm" c="var(--p-warn)">
          {endProblem} The length stays at {details.lengthMinutes} minutes.
        </Text>
      )}
      <Text size="sm" c="dimmed" hidden={entered === null}>
        Entered {entered}. The entry date stays as it is.
      </Text>
      <div className={classes.length}>
        <TextInput
          label="Length in minutes"
          inputMode="numeric"
          {...first('length')}
          value={shown.length}
          error={lengthProblem}
          onChange={(event) => typed.typeLength(event.currentTarget.value)}
        />
        <div className={classes.presets} role="group" aria-label="Usual lengths">
          {presets.map((minutes) => (
            <Button
              key={minutes}
              size="compact-sm"
              variant={minutes === details.lengthMinutes ? 'light' : 'default'}
              aria-pressed={minutes === details.lengthMinutes}
              aria-label={`${minutes} minutes`}
              onClick={() => typed.chooseLength(minutes)}
            >
              {minutes}
            </Button>
          ))}
        </div>
      </div>
      <SegmentedControl
        aria-label="Place"
        fullWidth
        className={classes.choice ?? ''}
        value={details.place}
        onChange={(place) =>
          choose({
            place: place === 'visit' ? 'visit' : 'practice',
            // The client's own address is the likeliest one; it can be changed.
            visitAddress: place === 'visit' ? details.visitAddress || record.client.address : details.visitAddress,
          })
        }
        data={[
          { value: 'practice', label: 'At the practice' },
          { value: 'visit', label: 'Visit' },
        ]}
      />
      {details.place === 'visit' && (
        <>
          <Textarea
            label="Visit address"
            autosize
            minRows={2}
            maxRows={5}
            maxLength={longTextLimit}
            value={details.visitAddress}
            onChange={(event) => onChange({ ...details, visitAddress: event.currentTarget.value }, 'typing')}
          />
          {record.client.address && record.client.address !== details.visitAddress && (
            <Group>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => choose({ visitAddress: record.client.address })}
              >
                Use the client’s address
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  )
}
