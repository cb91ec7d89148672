// The throttle: wrong attempts cost time, across restarts. It slows down somebody at the keyboard; against somebody who
// copies the files there is Argon2id.
import { z } from 'zod'
import type { Clock } from '#shared/domain/time.ts'
import { AppError } from '../appError.ts'
import { readOrdinary } from '../ordinaryFile.ts'
import { writeFileSafely } from './writeFileSafely.ts'

// Wrong attempts that cost no time.
const freeTries = 5
const firstDelaySeconds = 5
const longestDelaySeconds = 15 * 60

const attemptsSchema = z.strictObject({
  format: z.literal('palpate-attempts'),
  version: z.literal(1),
  failures: z.int().min(0).max(1_000_000),
  /** Milliseconds since 1970 by the machine's clock. */
  lastTryAt: z.int().min(0),
})
type State = Pick<z.infer<typeof attemptsSchema>, 'failures' | 'lastTryAt'>

/** Seconds until the next attempt after so many wrong ones: none, then 5, 10, 20 … up to 15 minutes. */
export function delayAfter(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.min(failures - freeTries, 20))
}

/** The count as its file stores it. */
export const noAttempts = () => serialize({ failures: 0, lastTryAt: 0 })

const serialize = ({ failures, lastTryAt }: State) =>
  `${JSON.stringify({ format: 'palpate-attempts', version: 1, failures, lastTryAt })}\n`

export interface FailedTries {
  readonly times: number
  /** When the last of them was, UTC. */
  readonly at: string
}

export interface Attempts {
  /**
   * The wrong attempts since the last right one; null for none. Where the file was missing or damaged, the free ones count
   * among them.
   */
  failed(): FailedTries | null
  /** Whole seconds until an attempt is allowed; 0 when one is allowed now. */
  retryAfterSeconds(): number
  /** Throws AppError THROTTLED while no attempt is allowed. */
  refuseWhileRunning(): void
  /** Counts an attempt as wrong before it is made, so that stopping the app in the middle saves none; throws THROTTLED. */
  charge(): void
  /** The attempt was right: the count starts anew. */
  forgive(): void
}

/**
 * The throttle of one vault. Its count is in `file` and, where that cannot be written, in memory. A file that is
 * missing or damaged counts as the last free attempt, used just now.
 */
export function attemptsIn(file: string, clock: Pick<Clock, 'now'>): Attempts {
  const now = () => Date.parse(clock.now())
  let state = read(file) ?? remember({ failures: freeTries, lastTryAt: now() })

  function remember(next: State): State {
    try {
      writeFileSafely(file, serialize(next))
    } catch {
      // The count in memory is still valid.
    }
    return next
  }

  function retryAfterSeconds(): number {
    const delay = delayAfter(state.failures)
    if (delay === 0) return 0
    // A clock that was set back says nothing about the time that passed: the whole delay runs again, and only once.
    if (now() < state.lastTryAt) state = remember({ ...state, lastTryAt: now() })
    return Math.max(0, Math.ceil(delay - (now() - state.lastTryAt) / 1000))
  }

  function refuseWhileRunning(): void {
    const seconds = retryAfterSeconds()
    if (seconds > 0) throw new AppError('THROTTLED', { retryAfterSeconds: seconds })
  }

  return {
    failed() {
      const { failures, lastTryAt } = state
      return failures === 0 ? null : { times: failures, at: new Date(lastTryAt).toISOString() }
    },
    retryAfterSeconds,
    refuseWhileRunning,
    charge() {
      refuseWhileRunning()
      state = remember({ failures: Math.min(state.failures + 1, 1_000_000), lastTryAt: now() })
    },
    forgive() {
      state = remember({ failures: 0, lastTryAt: 0 })
    },
  }
}

function read(file: string): State | null {
  try {
    return attemptsSchema.parse(JSON.parse(readOrdinary(file)))
  } catch {
    return null
  }
}
