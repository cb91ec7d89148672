// A late entry as typed, and parsing it.
import type { Reading } from '#renderer/bridge/keptTexts.ts'
import type { Input } from '#shared/contract/contract.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import { lateEntryProblem, type LateEntryProblem } from '#shared/domain/lateEntry.ts'
import { longestSessionMinutes, minutesOfText } from '#shared/domain/session.ts'
import { fieldTextLimit, longTextLimit } from '#shared/domain/text.ts'
import { wallTime } from '#shared/domain/time.ts'

export type LateEntryField = 'date' | 'start' | 'length' | 'place' | 'visitAddress' | 'reason'
export type LateEntryTexts = Readonly<Record<LateEntryField, string>>
type LateEntryProblems = Partial<Readonly<Record<LateEntryField, string>>>
export type LateEntry = Pick<Input<'session:startLate'>, 'details' | 'reason'>

interface Surroundings {
  /** `YYYY-MM-DD`, or null when unknown. */
  readonly dateOfBirth: string | null
  /** Wall time. */
  readonly now: string
}

/** The error for an impossible time. */
export function timeProblemWords(problem: LateEntryProblem, dateOfBirth: string | null): string {
  if (problem === 'in_future') return 'This is in the future. A late entry is for a visit that has already taken place.'
  return `This is before the client was born${dateOfBirth ? ` (${longDateWords(dateOfBirth)})` : ''}. Check the year.`
}

function timeProblems({ date, start }: LateEntryTexts, { dateOfBirth, now }: Surroundings): LateEntryProblems {
  if (date === '') return { date: 'Enter the date of the visit.' }
  if (start === '') return { start: 'Enter the time it began.' }
  if (!wallTime.safeParse(`${date}T${start}`).success) return { date: 'There is no such date or time.' }
  const problem = lateEntryProblem(`${date}T${start}`, dateOfBirth, now)
  return problem === null ? {} : { date: timeProblemWords(problem, dateOfBirth) }
}

function reasonProblem(reason: string): string | null {
  if (reason === '') return 'Say why the note is written late.'
  return reason.length > fieldTextLimit ? `At most ${fieldTextLimit} characters; this has ${reason.length}.` : null
}

/** Parses the texts: a late entry, or the errors by field. */
export function readLateEntry(texts: LateEntryTexts, surroundings: Surroundings): Reading<LateEntryField, LateEntry> {
  const lengthMinutes = minutesOfText(texts.length)
  const reason = texts.reason.trim()
  const visitAddress = texts.visitAddress.trim()
  const wrongReason = reasonProblem(reason)
  const problems: LateEntryProblems = {
    ...timeProblems(texts, surroundings),
    ...(lengthMinutes === null && { length: `From 1 to ${longestSessionMinutes} minutes.` }),
    ...(visitAddress.length > longTextLimit && { visitAddress: `At most ${longTextLimit} characters.` }),
    ...(wrongReason !== null && { reason: wrongReason }),
  }
  if (lengthMinutes === null || Object.keys(problems).length > 0) return { problems }
  const isVisit = texts.place === 'visit'
  const details = {
    serviceStart: `${texts.date}T${texts.start}`,
    lengthMinutes,
    place: isVisit ? ('visit' as const) : ('practice' as const),
    visitAddress: isVisit ? visitAddress : '',
  }
  return { value: { details, reason } }
}
