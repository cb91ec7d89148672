// Stops the timer of a session that is no longer worked on.
import type { Repositories } from '../database/repositories/repositories.ts'

/**
 * Ends the running spans. If the clock was set back, a span ends when it began, never before.
 * @param now UTC instant
 */
export function endSpans(timer: Repositories['timer'], sessionId: string, now: string): void {
  const running = timer.ofSessions([sessionId]).filter(({ endedAt }) => endedAt === null)
  for (const span of running) timer.put({ ...span, endedAt: now < span.startedAt ? span.startedAt : now })
}
