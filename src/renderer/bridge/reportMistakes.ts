// Tells main of what nobody in this page has caught: the error's class and the places in our scripts, never its words.
import { readPageTrace } from '#shared/domain/diagnostics/trace.ts'
import { ask, Failure } from './bridge.ts'

/** Tells of one error. What main has answered with a failure, it knows. */
export function reportMistake(thrown: unknown): void {
  if (thrown instanceof Failure) return
  void ask('diagnostics:report', { errors: readPageTrace(thrown) }).catch(() => undefined)
}

/** From now on, as long as the page is there. */
export function reportMistakes(): void {
  // Chromium says by an event without an error that a size could not be told within one frame, which is none.
  window.addEventListener('error', ({ error }: ErrorEvent) => error != null && reportMistake(error))
  window.addEventListener('unhandledrejection', ({ reason }) => reportMistake(reason))
}
