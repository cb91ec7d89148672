// How a measure has changed, in words: a named change where the literature defines one, otherwise the plain direction.
import type { RangeOfMotion } from './measures.ts'
import { painChange } from './session.ts'

/** `better`, `worse`: in the direction that the client wants, or away from it; null where neither is stated. */
export type Direction = 'better' | 'worse' | null

export interface Change {
  /** Such as "much better", "less", "+15°"; empty without a change to state. */
  readonly words: string
  readonly direction: Direction
}

/** No change to state: a value is missing. */
export const noChange: Change = { words: '', direction: null }

/** A value before and after treatment for screen readers: "4 to 2", "4 before", "2 after"; empty if neither is known. */
export function fromToWords(before: number | null, after: number | null): string {
  if (before !== null && after !== null) return `${before} to ${after}`
  if (before !== null) return `${before} before`
  return after === null ? '' : `${after} after`
}

/** Pain before and after treatment: see {@link painChange}. */
export function painInWords(before: number | null, after: number | null): Change {
  if (before === null || after === null) return noChange
  const words = painChange(before, after)
  return { words, direction: words === 'same' ? null : words.endsWith('better') ? 'better' : 'worse' }
}

/**
 * Tension and stress from 0 to 10, before and after treatment. No threshold is agreed on for either, so only
 * the direction is stated.
 */
export function loadInWords(before: number | null, after: number | null): Change {
  if (before === null || after === null) return noChange
  if (before === after) return { words: 'same', direction: null }
  return after < before ? { words: 'less', direction: 'better' } : { words: 'more', direction: 'worse' }
}

type Measured = Pick<RangeOfMotion, 'degreesBefore' | 'degreesAfter' | 'extentBefore' | 'extentAfter'>

/** One range of motion before and after treatment: by its degrees, or where those are missing by limited and full. */
export function rangeInWords({ degreesBefore, degreesAfter, extentBefore, extentAfter }: Measured): Change {
  if (degreesBefore !== null && degreesAfter !== null) {
    const more = degreesAfter - degreesBefore
    if (more === 0) return { words: 'same', direction: null }
    return more > 0 ? { words: `+${more}°`, direction: 'better' } : { words: `−${-more}°`, direction: 'worse' }
  }
  if (extentBefore === null || extentAfter === null) return noChange
  if (extentBefore === extentAfter) return { words: 'same', direction: null }
  return extentAfter === 'full' ? { words: 'freer', direction: 'better' } : { words: 'stiffer', direction: 'worse' }
}

/**
 * By how much a score of the Patient-Specific Functional Scale has to change before it is more than the scale's own
 * error: 3 points for one activity, 2 for the mean of several (Stratford et al., Physiother Can 1995).
 */
const detectable = { single: 3, mean: 2 } as const

/**
 * An activity's score, or the mean of several, compared with last time's.
 * @param before 0–10 (10: able as before the trouble), or null where it was not asked
 */
export function functionInWords(before: number | null, now: number | null, of: keyof typeof detectable): Change {
  if (before === null || now === null) return noChange
  const change = Math.round((now - before) * 10) / 10
  if (change === 0) return { words: 'same', direction: null }
  const amount = `${change > 0 ? '+' : '−'}${Math.abs(change)}`
  if (Math.abs(change) < detectable[of]) return { words: `${amount}, may be chance`, direction: null }
  return change > 0
    ? { words: `${amount} better`, direction: 'better' }
    : { words: `${amount} worse`, direction: 'worse' }
}

/** The mean of the scores that are there, to one decimal place, or null without any. */
export function meanScore(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null)
  if (known.length === 0) return null
  return Math.round((known.reduce((sum, score) => sum + score, 0) / known.length) * 10) / 10
}
