// The session's details: date, start, end, length, place. Each change saves itself; what does not fit says so and stays.
import { Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { lateEntryProblem } from '#shared/domain/lateEntry.ts'
import { lengthFromEnd, longestSessionMinutes, minutesOfText, type SessionDetails } from '#shared/domain/session.ts'
import { longTextLimit } from '#shared/domain/text.ts'
import { addMinutes, wallTime } from '#shared/domain/time.ts'
import { wallNowOf } from '#renderer/bridge/wallClock.ts'
import { DateInput, TimeInput } from '#renderer/ui/DateAndTimeInputs.tsx'
import classes from './DetailsForm.module.css'
import { entryDateIfLater } from '../sessionWords.ts'

interface Props {
  record: SessionRecord
  details: SessionDetails
  onChange: (details: SessionDetails, pace: 'typing' | 'at once') => void
}

const presets = [30, 45, 60, 75, 90] as const

/** What is typed into date and times, valid or not: nothing that was typed is taken away. */
interface Typed {
  date: string
  start: string
  end: string
  length: string
}

/** `HH:mm` */
const timeOf = (wall: string) => wall.slice(11, 16)

const typedOf = ({ serviceStart, lengthMinutes }: SessionDetails): Typed => ({
  date: serviceStart.slice(0, 10),
  start: timeOf(serviceStart),
  end: timeOf(addMinutes(serviceStart, lengthMinutes)),
  length: String(lengthMinutes),
})

const endProblems = {
  ends_before_start: 'The end is before the start.',
  too_long: 'That is longer than a day.',
} as const

export function DetailsForm({ record, details, onChange }: Props) {
  const [typed, setTyped] = useState(() => typedOf(details))
  const [endProblem, setEndProblem] = useState<string | null>(null)
  const entered = entryDateIfLater(record, details)
  const start = `${typed.date}T${typed.start}`
  const startProblem = startProblemOf(start, record)
  const lengthProblem = minutesOfText(typed.length) === null ? `From 1 to ${longestSessionMinutes} minutes.` : null

  const choose = (next: Partial<SessionDetails>) => {
    const all = { ...details, ...next }
    onChange(all, 'at once')
    setTyped(typedOf(all))
    setEndProblem(null)
  }
  const typeStart = (part: Pick<Typed, 'date'> | Pick<Typed, 'start'>) => {
    const next = { ...typed, ...part }
    const serviceStart = `${next.date}T${next.start}`
    setTyped(next)
    if (startProblemOf(serviceStart, record) !== null) return
    onChange({ ...details, serviceStart }, 'typing')
    setTyped({ ...next, end: timeOf(addMinutes(serviceStart, details.lengthMinutes)) })
    setEndProblem(null)
  }
  const typeEnd = (end: string) => {
    setTyped({ ...typed, end })
    if (startProblem || !wallTime.safeParse(`${typed.date}T${end}`).success) return
    const length = lengthFromEnd(start, `${typed.date}T${end}`)
    if (typeof length === 'string') return setEndProblem(endProblems[length])
    setEndProblem(null)
    setTyped({ ...typed, end, length: String(length) })
    onChange({ ...details, lengthMinutes: length }, 'typing')
  }
  const typeLength = (length: string) => {
    const lengthMinutes = minutesOfText(length)
    setTyped({ ...typed, length })
    if (lengthMinutes === null) return
    setTyped({ ...typed, length, end: timeOf(addMinutes(details.serviceStart, lengthMinutes)) })
    setEndProblem(null)
    onChange({ ...details, lengthMinutes }, 'typing')
  }

  return (
    <Stack gap="sm">
      <div className={classes.three}>
        <DateInput
          label="Service date"
          value={typed.date}
          error={startProblem}
          onValue={(date) => typeStart({ date })}
        />
        <TimeInput label="Start" value={typed.start} onValue={(time) => typeStart({ start: time })} />
        <TimeInput
          label="End"
          value={typed.end}
          error={endProblem !== null}
          {...(endProblem !== null && { 'aria-describedby': 'end-problem' })}
          onValue={typeEnd}
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
          value={typed.length}
          error={lengthProblem}
          onChange={(event) => typeLength(event.currentTarget.value)}
        />
        <div className={classes.presets} role="group" aria-label="Usual lengths">
          {presets.map((minutes) => (
            <Button
              key={minutes}
              size="compact-sm"
              variant={minutes === details.lengthMinutes ? 'light' : 'default'}
              aria-pressed={minutes === details.lengthMinutes}
              aria-label={`${minutes} minutes`}
              onClick={() => choose({ lengthMinutes: minutes })}
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

const lateEntryProblems = {
  in_future: 'A late entry is for a visit that has already taken place.',
  before_birth: 'This is before the client was born.',
} as const

/** What is wrong with the time at which the session began, in words, or null. */
function startProblemOf(start: string, { client, enteredOffset, lateEntryReason }: SessionRecord): string | null {
  if (!wallTime.safeParse(start).success) return 'Enter a date and a time.'
  const problem =
    lateEntryReason === null ? null : lateEntryProblem(start, client.dateOfBirth, wallNowOf(enteredOffset))
  return problem === null ? null : lateEntryProblems[problem]
}
