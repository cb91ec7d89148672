// Other windows of the app: opening one, and following changes made there.
import type { QueryClient } from '@tanstack/react-query'
import { ask, listen } from './bridge.ts'

/** Opens another window at a route; null for the last place. Rejects with Failure. */
export const openWindow = async (path: string | null): Promise<void> => void (await ask('window:open', { path }))

/** How long changes are collected before reading: typing there saves several times a second. */
const collectMilliseconds = 700

/**
 * Invalidates what another window has changed. A note that is written there is read at once where it is on screen here;
 * lists that mention it when this window is used next.
 * @returns a function that stops it
 */
export function followOtherWindows(cache: QueryClient): () => void {
  let changed: ReadonlySet<string | null> = new Set()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function refresh(): Promise<void> {
    timer = undefined
    const sessions = changed
    changed = new Set()
    const isOfThem = (key: readonly unknown[]) => {
      const words = JSON.stringify(key)
      return [...sessions].some((id) => id === null || words.includes(id))
    }
    await cache.invalidateQueries({ predicate: ({ queryKey }) => isOfThem(queryKey) })
    await cache.invalidateQueries({
      predicate: ({ queryKey }) => !isOfThem(queryKey) && queryKey[0] !== 'session:get',
      refetchType: 'none',
    })
  }
  const catchUp = () => void cache.refetchQueries({ type: 'active', stale: true })

  const stopListening = listen('changedElsewhere', ({ sessionId }) => {
    changed = new Set([...changed, sessionId])
    timer ??= setTimeout(() => void refresh(), collectMilliseconds)
  })
  window.addEventListener('focus', catchUp)
  return () => {
    stopListening()
    clearTimeout(timer)
    window.removeEventListener('focus', catchUp)
  }
}
