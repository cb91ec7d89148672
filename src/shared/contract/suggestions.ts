// Operations that suggest content for a session's fields: what the practice uses, what was measured before.
import { z } from 'zod'
import { functionActivity, rangeOfMotion } from '../domain/measures.ts'
import { read } from './operation.ts'

const ofVisit = <T extends z.ZodType>(what: T) => z.strictObject({ serviceStart: z.string(), what }).nullable()

export const suggestionOperations = {
  /** What this practice writes most, the most used first; treated areas count among the techniques. */
  'lists:suggestions': read(
    z.strictObject({}),
    z.strictObject({ techniques: z.array(z.string()), homework: z.array(z.string()) }),
  ),
  /** Activities and ranges of motion, each of the client's newest visit before this session that has them. */
  'measures:earlier': read(
    z.strictObject({ sessionId: z.uuid() }),
    z.strictObject({ activities: ofVisit(z.array(functionActivity)), ranges: ofVisit(z.array(rangeOfMotion)) }),
  ),
} as const
