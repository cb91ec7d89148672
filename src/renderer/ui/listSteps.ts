// Where a key leads within a list.

/**
 * @param key as in KeyboardEvent
 * @param at the row with the focus, from 0
 * @param count rows in the list
 * @param page rows that a page key passes over
 * @returns the row to go to, a way out upwards, or undefined for other keys
 */
export function stepTo(key: string, at: number, count: number, page: number): number | 'before the list' | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return at === 0 ? 'before the list' : at - 1
    case 'PageDown':
      return Math.min(last, at + page)
    case 'PageUp':
      return Math.max(0, at - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
