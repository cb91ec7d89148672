// The registry of unsaved work, which main has saved before a lock or a quit.
import { ask, listen } from './bridge.ts'

type Flush = () => Promise<void>
const holders = new Set<Flush>()
const finishers = new Set<() => void>()

/**
 * Registers a holder of unsaved work. `flush` saves all of it: it resolves after the commit and rejects when something
 * could not be saved (it keeps it then).
 * @returns a function that removes the holder
 */
export function holdUnsavedWork(flush: Flush): () => void {
  holders.add(flush)
  return () => void holders.delete(flush)
}

/**
 * Registers a field whose text can be half typed. `finish` hands it over to be saved, at once.
 * @returns a function that removes the field
 */
export function finishBeforeSaving(finish: () => void): () => void {
  finishers.add(finish)
  return () => void finishers.delete(finish)
}

/** Hands over half-typed texts: before the record on screen is shown, signed or saved as a whole. */
export function finishTyping(): void {
  for (const finish of finishers) finish()
}

/** Saves all unsaved work of the page. */
export async function flushUnsavedWork(): Promise<'saved' | 'unsaved'> {
  finishTyping()
  const results = await Promise.allSettled([...holders].map((flush) => flush()))
  return results.every((result) => result.status === 'fulfilled') ? 'saved' : 'unsaved'
}

/**
 * Answers main's request to save everything, which comes before a lock and before quitting.
 * @param hasUnstored whether a field holds text that cannot be stored as it is
 */
export function answerFlushRequests(hasUnstored: () => boolean): () => void {
  return listen('flush', ({ request }) => {
    void flushUnsavedWork().then((flushed) => {
      const outcome = flushed === 'saved' && hasUnstored() ? 'unstored' : flushed
      return ask('app:flushed', { request, outcome })
    })
  })
}
