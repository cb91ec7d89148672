// The end of a long list, until somebody asks for all of it: hundreds of rows would slow the whole map down.
import { useState } from 'react'

interface Newest<T> {
  readonly shown: readonly T[]
  /** How many are left out; 0 when all are shown. */
  readonly earlier: number
  readonly showAll: () => void
}

/**
 * @param items in the order of making
 * @param most how many are shown at first; a list that is only a little longer is shown whole
 */
export function useNewest<T>(items: readonly T[], most: number): Newest<T> {
  const [isWhole, setWhole] = useState(false)
  const earlier = isWhole || items.length <= most * 1.25 ? 0 : items.length - most
  return { shown: items.slice(earlier), earlier, showAll: () => setWhole(true) }
}
