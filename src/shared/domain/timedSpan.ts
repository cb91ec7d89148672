// The timer's spans: when somebody was worked on, for the session as a whole or for one treated area.
import { z } from 'zod'
import { instant } from './time.ts'

export const timedSpan = z.strictObject({
  id: z.uuid(),
  /** The treated area that was worked on, or null for the session as a whole. */
  treatedAreaId: z.uuid().nullable(),
  startedAt: instant,
  /** Null while the timer runs. */
  endedAt: instant.nullable(),
})
export type TimedSpan = z.infer<typeof timedSpan>
