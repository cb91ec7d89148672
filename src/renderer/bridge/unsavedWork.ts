// Everything on screen that isn't saved yet: who holds it, and how main makes them save it before a lock or a quit.
import { ask, listen } from './bridge.ts'

type Flush = () => Promise<void>
const holders = new Set<Flush>()
const finishers = new Set<() => void>()

/**
 * Names a holder of unsaved work. `flush` saves all of it: it resolves after the commit and rejects when something
 * could not be saved (it keeps it then).
 * @returns a function that takes the holder off the list
 */
export function holdUnsavedWork(flush: Flush): () => void {
  holders.add(flush)
  return () => void holders.delete(flush)
}

/**
 * Names a field in which something can stand half typed. `finish` hands that over to whoever saves it, at once.
 * @returns a function that takes the field off the list
 */
export function finishBeforeSaving(finish: () => void): () => void {
  finishers.add(finish)
  return () => void finishers.delete(finish)
}

/** Hands over what stands half typed: before what is on screen is shown, signed or saved as a whole. */
export function finishTyping(): void {
  for (const finish of finishers) finish()
}

/** Saves whatever any part of the screen still holds. */
export async function flushUnsavedWork(): Promise<'saved' | 'unsaved'> {
  finishTyping()
  const results = await Promise.allSettled([...holders].map((flush) => flush()))
  return results.every((result) => result.status === 'fulfilled') ? 'saved' : 'unsaved'
}

/**
 * Answers main's request to save everything, which comes before a lock and before quitting.
 * @param hasUnstored whether a field holds what cannot be stored as it stands
 */
export function answerFlushRequests(hasUnstored: () => boolean): () => void {
  return listen('flush', ({ request }) => {
    void flushUnsavedWork().then((flushed) => {
      const outcome = flushed === 'saved' && hasUnstored() ? 'unstored' : flushed
      return ask('app:flushed', { request, outcome })
    })
  })
}
