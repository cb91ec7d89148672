// Whether a consent holds. It is judged for an occasion: a session, on the day of its treatment, by a clock that may be wrong.
import { dayAt, dayOf, instantAfter, partsOfDay } from '../time.ts'
import type { EndingCause, Validity } from './consent.ts'

/** What of a consent its validity follows from. */
export interface JudgedConsent {
  readonly validity: Validity
  /** The day when it was signed, by the clock of then. */
  readonly givenOn: string
  readonly atVisit: string | null
  /** How it ended before its time; null while it has not. */
  readonly endedBy: EndingCause | null
  /** The latest day that anything was signed on, from this consent on. */
  readonly latestKnownDay: string
}

export interface Occasion {
  /** Null where there is no session yet. */
  readonly sessionId: string | null
  /** The day of treatment. */
  readonly day: string
  /** Today by this computer's clock. */
  readonly today: string
}

/**
 * `later`: it was given after the day of treatment. `other session`: it was for one session only.
 * `ended`: its time is over, or the plan has changed.
 */
export const consentStates = ['valid', 'withdrawn', 'ended', 'other session', 'later'] as const
export type ConsentState = (typeof consentStates)[number]

const months: Partial<Record<Validity, number>> = { 'six months': 6, 'one year': 12 }

/** The last day on which a consent holds by itself; null where no day ends it. */
export function lastDay(validity: Validity, givenOn: string): string | null {
  const length = months[validity]
  if (length === undefined) return null
  const { year, month, day } = partsOfDay(givenOn)
  const after = month - 1 + length
  const [toYear, toMonth] = [year + Math.floor(after / 12), (after % 12) + 1]
  const next = toMonth === 12 ? dayOf(toYear + 1, 1, 1) : dayOf(toYear, toMonth + 1, 1)
  // The day before the same day of a later month; where that has no such day, its last one.
  const same = dayOf(toYear, toMonth, day) ?? next ?? givenOn
  return dayAt(instantAfter(`${same}T00:00:00.000Z`, -86_400_000), 0)
}

/**
 * A withdrawn consent holds at no occasion, whatever any clock says. One that a day ends is judged by the day of treatment;
 * where the clock stands before something that was signed after the consent, it was set back, and the later day counts.
 */
export function consentState(consent: JudgedConsent, { sessionId, day, today }: Occasion): ConsentState {
  if (consent.endedBy !== null) return consent.endedBy === 'withdrawn' ? 'withdrawn' : 'ended'
  if (consent.validity === 'this session') {
    return sessionId !== null && sessionId === consent.atVisit ? 'valid' : 'other session'
  }
  if (consent.givenOn > day) return 'later'
  const last = lastDay(consent.validity, consent.givenOn)
  if (last === null) return 'valid'
  const isClockBack = today < consent.latestKnownDay
  const counted = isClockBack && consent.latestKnownDay > day ? consent.latestKnownDay : day
  return counted <= last ? 'valid' : 'ended'
}
