// Reports uncaught errors to main: the error's class and the places in our scripts, never its message.
import { readPageTrace } from '#shared/domain/diagnostics/trace.ts'
import { ask, Failure } from './bridge.ts'

/** Reports one error. Failures that main answered are known there. */
export function reportMistake(thrown: unknown): void {
  if (thrown instanceof Failure) return
  void ask('diagnostics:report', { errors: readPageTrace(thrown) }).catch(() => undefined)
}

/** Reports uncaught errors for the lifetime of the page. */
export function reportMistakes(): void {
  // Chromium's warning of an undelivered ResizeObserver notification is an event without an error; it is harmless.
  window.addEventListener('error', ({ error }: ErrorEvent) => error != null && reportMistake(error))
  window.addEventListener('unhandledrejection', ({ reason }) => reportMistake(reason))
}
