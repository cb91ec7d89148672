// Reads the clock, and decides by which time something may be removed for good.
import { afterSight, timeToRemoveBy, type ClockBelief } from '#shared/domain/clockBelief.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Surroundings } from '../services.ts'

/** Records that the clock was read: how far it is trusted depends on all earlier readings. */
export function observeClock({ clockBelief }: Repositories, { clock }: Pick<Surroundings, 'clock'>): ClockBelief {
  const now = clock.now()
  const before = clockBelief.belief()
  const after = afterSight(before, now, clock.offsetAt(now))
  // Without anything new, nothing is written.
  if (after !== before) clockBelief.putBelief(after)
  return after
}

/** The time that has certainly passed, UTC; null while there is none. */
export const timePassed = (repositories: Repositories, surroundings: Pick<Surroundings, 'clock'>): string | null =>
  timeToRemoveBy(
    observeClock(repositories, surroundings),
    surroundings.clock.now(),
    repositories.clockBelief.newestInstant(),
  )
