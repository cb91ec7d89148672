// Everything on screen that isn't saved yet: who holds it, and how main makes them save it before a lock or a quit.
import { ask, listen } from './bridge.ts'

type Flush = () => Promise<void>
const holders = new Set<Flush>()

/**
 * Names a holder of unsaved work. `flush` saves all of it and resolves after the commit; it must not throw.
 * @returns a function that takes the holder off the list
 */
export function holdUnsavedWork(flush: Flush): () => void {
  holders.add(flush)
  return () => void holders.delete(flush)
}

/** Saves whatever any part of the screen still holds. */
export async function flushUnsavedWork(): Promise<void> {
  await Promise.allSettled([...holders].map((flush) => flush()))
}

/** Answers main's request to save everything, which comes before a lock and before quitting. */
export function answerFlushRequests(): () => void {
  return listen('flush', ({ request }) => {
    void flushUnsavedWork().then(() => ask('app:flushed', { request }))
  })
}
