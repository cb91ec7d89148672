// Counts down the seconds until something is allowed again.
import { useEffect, useState } from 'react'

/**
 * @returns the whole seconds left, 0 when there is no wait; and a function that starts a wait of so many seconds
 */
export function useCountdown(initialSeconds: number): readonly [left: number, wait: (seconds: number) => void] {
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
