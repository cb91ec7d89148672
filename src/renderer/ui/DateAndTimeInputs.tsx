// Inputs for a date and for a time: typed in any form, shown in the app's format. The browser's own inputs
// use the format of the browser's language.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { today } from '#renderer/bridge/wallClock.ts'
import { dateQuestion, readDate } from '#shared/domain/dateInput.ts'
import { readTime } from '#shared/domain/timeInput.ts'
import { calendarDate } from '#shared/domain/time.ts'
import { orWords } from '#shared/domain/wordLists.ts'
import { dateWordsIn, type DateFormat } from '#shared/domain/dateWords.ts'
import { dateWords, longDateWords, shownDateFormat, timeWords, useDateFormat } from './dateWords.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** The current value, or the typed text where it is not valid. */
  value: string
  /** Called with the new value, or with the typed text while that is not valid. */
  onValue: (value: string) => void
}

interface Reader {
  /** The value of a text; null where it is invalid or ambiguous. */
  readonly read: (text: string) => string | null
  readonly words: (value: string) => string
  /** The question for an ambiguous text; null elsewhere. */
  readonly question: (text: string) => string | null
  /** How the text was read, where it could be read otherwise; null elsewhere. */
  readonly understood: (text: string) => string | null
  readonly example: (format: DateFormat) => string
  /** The placeholder: an example of the format. */
  readonly shown: (format: DateFormat) => string
  readonly problem: string
}

/** After the twelfth, so that the day cannot be taken for a month. */
const someDay = '2026-11-29'
const figuresOnly = /^[\d\s./\p{Pd}]+$/u

/** A day in figures, in the order of a format: "29.11.2026", "11/29/2026". */
const inFigures = { dmy: '29.11.2026', mdy: '11/29/2026', ymd: '2026-11-29' } as const

/** Examples of accepted dates, the shown format first. @param format in which dates are shown */
const dateExamples = ({ order }: DateFormat): string =>
  orWords([...new Set([dateWordsIn({ order, clock: '24' }).date(someDay), inFigures[order], someDay, '29 Nov 2026'])])

const dates: Reader = {
  read(text) {
    const reading = readDate(text, shownDateFormat().order, today())
    return reading.kind === 'date' ? reading.date : null
  },
  words: (value) => (calendarDate.safeParse(value).success ? dateWords(value) : value),
  question: (text) => dateQuestion(readDate(text, shownDateFormat().order, today())),
  understood(text) {
    const day = figuresOnly.test(text) ? dates.read(text) : null
    const isClear = day === null || day === text || Number(day.slice(8)) > 12 || day.slice(5, 7) === day.slice(8)
    return isClear ? null : longDateWords(day)
  },
  example: (format) => `Such as ${dateExamples(format)}`,
  shown: (format) => dateWordsIn(format).date(someDay),
  problem: 'Palpate doesn’t recognise this date.',
}

/** `HH:mm` */
const isStoredTime = (value: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value)

const times: Reader = {
  read(text) {
    if (isStoredTime(text)) return text
    const reading = readTime(text, shownDateFormat().clock)
    return reading.kind === 'time' ? reading.time : null
  },
  words: (value) => (isStoredTime(value) ? timeWords(`0000-00-00T${value}`) : value),
  question(text) {
    const reading = readTime(text, shownDateFormat().clock)
    if (reading.kind !== 'ambiguous') return null
    const [am, pm] = [reading.am, reading.pm].map((time) => timeWords(`0000-00-00T${time}`))
    return `Is that ${am} or ${pm}? Write AM or PM.`
  },
  understood: () => null,
  shown: (format) => dateWordsIn(format).time(`${someDay}T14:05`),
  example: ({ clock }) => (clock === '12' ? 'Such as 2:05 PM, 2p or 14:05' : 'Such as 14:05, 1405 or 2:05 pm'),
  problem: 'Palpate doesn’t recognise this time.',
}

function ReadInput({ value, onValue, onBlur, error, description, reader, ...props }: Props & { reader: Reader }) {
  // The typed text stays as it is until blur, which shows the value in the app's format.
  const [typed, setTyped] = useState<string | null>(null)
  const isUnclear = typed === null && value !== '' && reader.read(value) === null
  const question = isUnclear ? reader.question(value) : null
  const format = useDateFormat()
  return (
    <TextInput
      autoComplete="off"
      aria-description={reader.example(format)}
      placeholder={reader.shown(format)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      descriptionProps={{ 'aria-live': 'polite' }}
      {...props}
      value={typed ?? reader.words(value)}
      description={(typed === null ? null : reader.understood(typed)) ?? description}
      error={question ?? (isUnclear ? reader.problem : error)}
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
