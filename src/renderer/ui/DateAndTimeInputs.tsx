// Boxes for a date and for a time: typed as people like, shown in the form that all screens have. The browser's own boxes
// show the form of its language, which is another one than ours.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { today } from '#renderer/bridge/wallClock.ts'
import { readDate } from '#shared/domain/dateInput.ts'
import { readTime } from '#shared/domain/timeInput.ts'
import { calendarDate } from '#shared/domain/time.ts'
import { dateOrder } from './dateOrder.ts'
import { dateWords, timeWords } from './dateWords.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** What holds now, or what was typed where that is none. */
  value: string
  /** Hears what holds from now on: the text itself while it is none. */
  onValue: (value: string) => void
}

interface Reader {
  /** What a text means; null where it means nothing. */
  readonly read: (text: string) => string | null
  readonly words: (value: string) => string
  readonly example: string
  readonly problem: string
}

const dates: Reader = {
  read(text) {
    const reading = readDate(text, dateOrder, today())
    return reading.kind === 'date' ? reading.date : null
  },
  words: (value) => (calendarDate.safeParse(value).success ? dateWords(value) : value),
  example: 'Such as 29 Nov 2026, 29.11.2026 or 2026-11-29',
  problem: 'Palpate doesn’t recognise this date.',
}
const times: Reader = {
  read(text) {
    const reading = readTime(text)
    return reading.kind === 'time' ? reading.time : null
  },
  words: (value) => (readTime(value).kind === 'time' ? timeWords(`0000-00-00T${value}`) : value),
  example: 'Such as 14:05, 1405 or 2:05 pm',
  problem: 'Palpate doesn’t recognise this time.',
}

function ReadInput({ value, onValue, onBlur, error, reader, ...props }: Props & { reader: Reader }) {
  // What is being typed stays as it is; what was understood is shown in our form when the box is left.
  const [typed, setTyped] = useState<string | null>(null)
  const isUnclear = typed === null && value !== '' && reader.read(value) === null
  return (
    <TextInput
      autoComplete="off"
      aria-description={reader.example}
      {...props}
      value={typed ?? reader.words(value)}
      error={error ?? (isUnclear ? reader.problem : undefined)}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text)
        onValue(reader.read(text) ?? text)
      }}
      onBlur={(event) => {
        setTyped(null)
        onBlur?.(event)
      }}
    />
  )
}

/** A box for a day, `YYYY-MM-DD`. */
export const DateInput = (props: Props) => <ReadInput {...props} reader={dates} />

/** A box for a time of the day, `HH:mm`. */
export const TimeInput = (props: Props) => <ReadInput {...props} reader={times} />
