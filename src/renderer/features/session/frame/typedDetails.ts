// The typed texts of the session's date, times and length. Invalid text stays as typed, also while the
// form is closed and after a lock, and is reported as not saved.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { lateEntryProblem } from '#shared/domain/lateEntry.ts'
import { lengthFromEnd, longestSessionMinutes, minutesOfText, type SessionDetails } from '#shared/domain/session.ts'
import { calendarDate, addMinutes, wallTime } from '#shared/domain/time.ts'
import { useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { wallNowOf } from '#renderer/bridge/wallClock.ts'
import { useUnstored } from '#renderer/ui/unstoredFields.ts'

interface Fields {
  date: string
  start: string
  end: string
  length: string
}

export type DetailsField = keyof Fields

export interface TypedDetails {
  /** The texts of the fields. */
  readonly shown: Readonly<Fields>
  readonly dateProblem: string | null
  readonly startProblem: string | null
  readonly endProblem: string | null
  readonly lengthProblem: string | null
  typeStart(part: Pick<Fields, 'date'> | Pick<Fields, 'start'>): void
  typeEnd(end: string): void
  typeLength(length: string): void
  chooseLength(minutes: number): void
}

interface Props {
  record: SessionRecord
  details: SessionDetails
  onChange: (details: SessionDetails, pace: 'typing' | 'at once') => void
  /** Focuses a field. */
  onShow: (field: DetailsField) => void
}

/** `HH:mm` */
const timeOf = (wall: string) => wall.slice(11, 16)

const storedOf = ({ serviceStart, lengthMinutes }: SessionDetails): Fields => ({
  date: serviceStart.slice(0, 10),
  start: timeOf(serviceStart),
  end: timeOf(addMinutes(serviceStart, lengthMinutes)),
  length: String(lengthMinutes),
})

const isWallTime = (wall: string) => wallTime.safeParse(wall).success
const isDate = (date: string) => calendarDate.safeParse(date).success
const isTime = (time: string) => isWallTime(`2026-11-29T${time}`)

export function useTypedDetails({ record, details, onChange, onShow }: Props): TypedDetails {
  /** Only texts that are not stored: the other fields show the stored values. */
  const keptIn = `details ${record.id}`
  const [unstored, setUnstored] = useKeptTyping<DetailsField>(keptIn)
  const { date, start, end, length } = unstored
  const stored = storedOf(details)
  const shown = { ...stored, ...unstored }
  const serviceStart = `${shown.date}T${shown.start}`
  const newLength = (to: string) =>
    canStart(serviceStart, record) && isTime(to) ? lengthFromEnd(serviceStart, `${shown.date}T${to}`) : null
  const newEnd = end === undefined ? null : newLength(end)

  useUnstored({
    name: 'Service date and start',
    isUnstored: date !== undefined || start !== undefined,
    show: () => onShow(isDate(shown.date) && start !== undefined ? 'start' : 'date'),
    keptIn,
  })
  useUnstored({ name: 'End', isUnstored: end !== undefined, show: () => onShow('end'), keptIn })
  useUnstored({ name: 'Length in minutes', isUnstored: length !== undefined, show: () => onShow('length'), keptIn })

  const storeLength = (lengthMinutes: number, pace: 'typing' | 'at once') => {
    setUnstored(without(unstored, 'end', 'length'))
    onChange({ ...details, lengthMinutes }, pace)
  }
  return {
    shown,
    dateProblem: isDate(shown.date) ? startProblemOf(serviceStart, record) : 'Enter a date.',
    startProblem: isTime(shown.start) ? null : 'Enter a time.',
    endProblem: typeof newEnd === 'string' ? endProblems[newEnd] : null,
    lengthProblem: minutesOfText(shown.length) === null ? `From 1 to ${longestSessionMinutes} minutes.` : null,
    typeStart(part) {
      const next = { date: shown.date, start: shown.start, ...part }
      const begins = `${next.date}T${next.start}`
      if (!canStart(begins, record)) return setUnstored({ ...unstored, ...part })
      setUnstored(without(unstored, 'date', 'start', 'end'))
      onChange({ ...details, serviceStart: begins }, 'typing')
    },
    typeEnd(to) {
      const minutes = newLength(to)
      if (typeof minutes === 'number') return storeLength(minutes, 'typing')
      setUnstored(to === stored.end ? without(unstored, 'end') : { ...unstored, end: to })
    },
    typeLength(text) {
      const minutes = minutesOfText(text)
      if (minutes !== null) return storeLength(minutes, 'typing')
      setUnstored({ ...unstored, length: text })
    },
    chooseLength: (minutes) => storeLength(minutes, 'at once'),
  }
}

const without = (fields: Partial<Fields>, ...names: DetailsField[]): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.some((one) => one === name)))

const endProblems = {
  ends_before_start: 'The end is before the start.',
  too_long: 'That is longer than a day.',
} as const

const lateEntryProblems = {
  in_future: 'A late entry is for a visit that has already taken place.',
  before_birth: 'This is before the client was born.',
} as const

/** The error of the start time, in words; null also while it is no time yet. */
function startProblemOf(start: string, { client, enteredOffset, lateEntryReason }: SessionRecord): string | null {
  if (!isWallTime(start) || lateEntryReason === null) return null
  const problem = lateEntryProblem(start, client.dateOfBirth, wallNowOf(enteredOffset))
  return problem === null ? null : lateEntryProblems[problem]
}

const canStart = (start: string, record: SessionRecord): boolean =>
  isWallTime(start) && startProblemOf(start, record) === null
