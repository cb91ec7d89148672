// What unlocking by passphrase and by recovery code have in common: waiting after wrong tries, and getting in.
import { useQueryClient } from '@tanstack/react-query'
import { useState, useEffect } from 'react'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'

export interface Unlocking {
  readonly isTrying: boolean
  /** The failure of the last attempt; null where there is none. */
  readonly failure: Failure | null
  /** Whole seconds until the next try is taken. */
  readonly waitSeconds: number
  /** Makes one attempt and resolves to its failure, if any; does nothing during another attempt or a wait. */
  attempt(unlock: () => Promise<unknown>): Promise<Failure | null>
  forgetFailure(): void
}

/** The wait that a wrong try has just begun, in seconds: it is shown at once, not at the next try. */
const waitAfterWrongTry = () =>
  ask('vault:status', {}).then(
    ({ retryAfterSeconds }) => retryAfterSeconds,
    () => 0,
  )

export function useUnlocking(retryAfterSeconds: number): Unlocking {
  const cache = useQueryClient()
  const [isTrying, setIsTrying] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [waitSeconds, wait] = useCountdown(retryAfterSeconds)

  async function attempt(unlock: () => Promise<unknown>): Promise<Failure | null> {
    if (isTrying || waitSeconds > 0) return null
    setIsTrying(true)
    try {
      await unlock()
      setFailure(null)
      await cache.invalidateQueries({ queryKey: ['vault:status'] })
      return null
    } catch (thrown) {
      const failed = failureOf(thrown)
      wait(failed.details.retryAfterSeconds ?? (await waitAfterWrongTry()))
      setFailure(failed)
      // Another computer has opened it in the meantime: the screen asks what to do.
      if (failed.code === 'IN_USE') await cache.invalidateQueries({ queryKey: ['vault:status'] })
      return failed
    } finally {
      setIsTrying(false)
    }
  }

  return { isTrying, failure, waitSeconds, attempt, forgetFailure: () => setFailure(null) }
}

/**
 * @returns the whole seconds left, 0 when there is no wait; and a function that starts a wait of so many seconds
 */
function useCountdown(initialSeconds: number): readonly [left: number, wait: (seconds: number) => void] {
  const [end, setEnd] = useState(() => performance.now() + initialSeconds * 1000)
  const [left, setLeft] = useState(() => Math.ceil(initialSeconds))
  useEffect(() => {
    const update = () => {
      const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000))
      setLeft(seconds)
      if (seconds === 0) clearInterval(timer)
    }
    const timer = setInterval(update, 250)
    update()
    return () => clearInterval(timer)
  }, [end])
  return [left, (seconds) => setEnd(performance.now() + seconds * 1000)]
}
