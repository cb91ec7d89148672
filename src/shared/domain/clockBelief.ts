// How far the computer's clock is trusted. It can jump: an empty battery, a mistyped year, somebody's test.
// Removal for good after some time waits until that time has certainly passed.
import { dayAt, instantAfter } from './time.ts'

const hour = 3_600_000
/** A second reading within less than this, after midnight say, does not count as another day. */
const shortestGap = 12 * hour
/** After a longer time without a reading the clock starts anew: it may have jumped twice. */
const longestGap = 60 * 24 * hour

export interface ClockBelief {
  /** The time that has certainly passed, UTC; null while none is known to have. */
  readonly believedAt: string | null
  /** When the clock was first read since, UTC: trusted once a later reading is past it on another day. */
  readonly seenAt: string
}

/**
 * The belief after a reading of the clock. A time is trusted when the clock was past it on two days of running, and never
 * if the clock was set back in between.
 * @param belief the one before; null at the first reading
 * @param now UTC
 * @param offset minutes east of UTC: whose days count
 */
export function afterSight(belief: ClockBelief | null, now: string, offset: number): ClockBelief {
  if (belief === null) return { believedAt: null, seenAt: now }
  const { believedAt, seenAt } = belief
  const isOn = (milliseconds: number) => now >= instantAfter(seenAt, milliseconds)
  if (!isOn(0) || isOn(longestGap)) return { believedAt, seenAt: now }
  if (!isOn(shortestGap) || dayAt(now, offset) === dayAt(seenAt, offset)) return belief
  return { believedAt: believedAt !== null && believedAt > seenAt ? believedAt : seenAt, seenAt: now }
}

/**
 * The time by which something may be removed for good; null while there is none.
 * @param newest the newest stored instant, UTC; null when there is none: a clock before it is wrong, or was
 */
export function timeToRemoveBy({ believedAt }: ClockBelief, now: string, newest: string | null): string | null {
  if (believedAt === null || now < believedAt) return null
  return newest !== null && now < newest ? null : believedAt
}
