// What is believed of the computer's clock. It can jump: an empty battery, a mistyped year, a test of something else.
// What is removed for good by the time that passed waits until the time has certainly passed.
import { dayAt, instantAfter } from './time.ts'

const hour = 3_600_000
/** A second sight within less than this, after midnight say, is no other day. */
const shortestGap = 12 * hour
/** A clock that was not seen for longer starts anew: it may have jumped twice. */
const longestGap = 60 * 24 * hour

export interface ClockBelief {
  /** The time that has certainly passed, UTC; null while none is known to have. */
  readonly believedAt: string | null
  /** When the clock was seen first since, UTC: believed once it is seen past it on another day. */
  readonly seenAt: string
}

/**
 * The belief after a look at the clock. A time is believed when the clock was past it on two days of running, and never
 * where the clock was set back in between.
 * @param belief what was believed before; null at the first look
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
 * @param newest the newest instant that is stored, UTC; null when none is: a clock before it stands wrong, or stood
 */
export function timeToRemoveBy({ believedAt }: ClockBelief, now: string, newest: string | null): string | null {
  if (believedAt === null || now < believedAt) return null
  return newest !== null && now < newest ? null : believedAt
}
