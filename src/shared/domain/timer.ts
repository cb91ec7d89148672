// The timer's spans, of the session as a whole or of one treated area, and what they say: how long, where, and how many timed units that makes.
import { z } from 'zod'
import { instant } from './time.ts'

export const timedSpan = z.strictObject({
  id: z.uuid(),
  /** The treated area that was worked on, or null for the session as a whole. */
  treatedAreaId: z.uuid().nullable(),
  startedAt: instant,
  /** Null while the timer runs. */
  endedAt: instant.nullable(),
})
export type TimedSpan = z.infer<typeof timedSpan>

type Spanned = Pick<TimedSpan, 'treatedAreaId' | 'startedAt' | 'endedAt'>

/** A span's length, 0 if the clock was set back. */
const millisecondsOf = ({ startedAt, endedAt }: Spanned, now: string): number =>
  Math.max(0, Date.parse(endedAt ?? now) - Date.parse(startedAt))

/**
 * How long the timer has run, all spans together.
 * @param now an instant, UTC; the end of a span that still runs
 * @returns whole seconds, 0 or more
 */
export const elapsedSeconds = (spans: readonly Spanned[], now: string): number =>
  Math.floor(spans.reduce((sum, span) => sum + millisecondsOf(span, now), 0) / 1000)

/** What was timed in whole minutes, rounded; see {@link elapsedSeconds}. */
export const timedMinutes = (spans: readonly Spanned[], now: string): number =>
  Math.round(elapsedSeconds(spans, now) / 60)

/**
 * How long each treated area was worked on, by the timer.
 * @param now an instant, UTC; the end of a span that still runs
 * @returns whole minutes, rounded, by the area's id; areas of less than half a minute are left out, and so is what was
 *   timed for the session as a whole
 */
export function minutesByArea(spans: readonly Spanned[], now: string): ReadonlyMap<string, number> {
  const milliseconds = new Map<string, number>()
  for (const span of spans) {
    if (span.treatedAreaId === null) continue
    const before = milliseconds.get(span.treatedAreaId) ?? 0
    milliseconds.set(span.treatedAreaId, before + millisecondsOf(span, now))
  }
  const minutes = [...milliseconds].map(([id, time]) => [id, Math.round(time / 60_000)] as const)
  return new Map(minutes.filter(([, count]) => count > 0))
}

/** The span that runs, or null. */
export const runningSpan = <S extends Spanned>(spans: readonly S[]): S | null =>
  spans.find(({ endedAt }) => endedAt === null) ?? null

/** Time left turns to a warning for the last so many seconds, and stays one afterwards. */
const warnedSeconds = 5 * 60

/** What is left of a session's planned length. */
export interface TimeLeft {
  /** Negative when the session is over time. */
  readonly seconds: number
  /** In the last five minutes, and after the end. */
  readonly isShort: boolean
}

/**
 * @param elapsed seconds that the timer has run
 * @param lengthMinutes the planned length
 */
export function timeLeft(elapsed: number, lengthMinutes: number): TimeLeft {
  const seconds = lengthMinutes * 60 - elapsed
  return { seconds, isShort: seconds <= warnedSeconds }
}

/** "38:12"; from 100 minutes on "1:40:00". A negative number of seconds has a minus before it. */
export function clockWords(seconds: number): string {
  const size = Math.abs(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(size / 60)
  const clock =
    minutes < 100
      ? `${two(minutes)}:${two(size % 60)}`
      : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(size % 60)}`
  return seconds < 0 ? `−${clock}` : clock
}

/**
 * Units of timed treatment by the 8-minute rule: a unit is 15 minutes and counts from its eighth minute on, so 8–22
 * minutes are 1 unit, 23–37 are 2, 38–52 are 3, 53–67 are 4, and so on (Medicare Claims Processing Manual, chapter 5,
 * section 20.2). The rule runs over all timed minutes of a session together.
 * @param minutes whole minutes, 0 or more
 */
export const timedUnits = (minutes: number): number => (minutes < 8 ? 0 : Math.floor((minutes + 7) / 15))
