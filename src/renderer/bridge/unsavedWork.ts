// Everything on screen that isn't saved yet: who holds it, and how main makes them save it before a lock or a quit.
import { ask, listen } from './bridge.ts'

type Flush = () => Promise<void>
const holders = new Set<Flush>()

/**
 * Names a holder of unsaved work. `flush` saves all of it: it resolves after the commit and rejects when something
 * could not be saved (it keeps it then).
 * @returns a function that takes the holder off the list
 */
export function holdUnsavedWork(flush: Flush): () => void {
  holders.add(flush)
  return () => void holders.delete(flush)
}

/** Saves whatever any part of the screen still holds. */
export async function flushUnsavedWork(): Promise<'saved' | 'unsaved'> {
  // A list's field adds what was typed when it is left.
  const at = document.activeElement
  if (at instanceof HTMLInputElement && at.role === 'combobox') at.blur()
  const results = await Promise.allSettled([...holders].map((flush) => flush()))
  return results.every((result) => result.status === 'fulfilled') ? 'saved' : 'unsaved'
}

/** Answers main's request to save everything, which comes before a lock and before quitting. */
export function answerFlushRequests(): () => void {
  return listen('flush', ({ request }) => {
    void flushUnsavedWork().then((outcome) => ask('app:flushed', { request, outcome }))
  })
}
