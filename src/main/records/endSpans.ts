// Stops the timer of a session that nobody works on any more.
import type { Repositories } from '../database/repositories/repositories.ts'

/**
 * Ends the spans that run. With a clock that was set back a span ends when it began, never before.
 * @param now UTC instant
 */
export function endSpans(timer: Repositories['timer'], sessionId: string, now: string): void {
  const running = timer.ofSessions([sessionId]).filter(({ endedAt }) => endedAt === null)
  for (const span of running) timer.put({ ...span, endedAt: now < span.startedAt ? span.startedAt : now })
}
