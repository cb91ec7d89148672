// The visit that is looked at, and going through the visits by itself.
import { useCallback, useEffect, useState } from 'react'

const millisecondsPerVisit = 1200

export interface Playback {
  /** Index of the visit. */
  readonly at: number
  readonly isPlaying: boolean
  /** Goes to a visit, and stops playing. Indexes beyond the ends are taken as the ends. */
  goTo: (at: number) => void
  /** Plays from here, from the start again when the last visit is shown; or stops. */
  togglePlaying: () => void
}

/**
 * @param count of visits, at least 1
 * @param start index of the visit shown first
 */
export function usePlayback(count: number, start: number): Playback {
  const [wanted, setAt] = useState(start)
  const [isPlaying, setIsPlaying] = useState(false)
  const last = Math.max(0, count - 1)
  const at = Math.min(wanted, last)

  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      setAt(at + 1)
      if (at + 1 >= last) setIsPlaying(false)
    }, millisecondsPerVisit)
    return () => clearTimeout(timer)
  }, [isPlaying, at, last])

  const goTo = useCallback(
    (next: number) => {
      setIsPlaying(false)
      setAt(Math.min(Math.max(next, 0), last))
    },
    [last],
  )
  return {
    at,
    isPlaying,
    goTo,
    togglePlaying: () => {
      if (!isPlaying && at >= last) setAt(0)
      setIsPlaying(!isPlaying && last > 0)
    },
  }
}
