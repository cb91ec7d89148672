// The no-go area: a region that a client's safety record forbids or limits, and what was decided about it in a session.
import { z } from 'zod'
import { fieldText } from '../text.ts'

/** `forbidden`: do not touch. `limited`: touch only as the reason says. */
export const noGoLevels = ['forbidden', 'limited'] as const

export const noGoArea = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  regionId: z.string().min(1).max(100),
  level: z.enum(noGoLevels),
  /** Why, in the therapist's words: "varicosities". */
  reason: fieldText.min(1),
})
export type NoGoArea = z.infer<typeof noGoArea>

/** A no-go area as a map shows it: made by hand, or derived from what the client said, which cannot be lifted there. */
export interface ShownNoGo extends NoGoArea {
  readonly isDerived?: boolean
}

/** What the therapist decided when a no-go region was about to be marked. */
export const noGoDecisions = ['marked', 'left out'] as const

/** A decision in a session, stored with its note. The area's words are those of the time of the decision. */
export const noGoAnswer = z.strictObject({
  id: z.uuid(),
  sessionId: z.uuid(),
  regionId: z.string().min(1).max(100),
  level: z.enum(noGoLevels),
  reason: fieldText.min(1),
  decision: z.enum(noGoDecisions),
  /** Why it was decided so, in the therapist's words; may be empty. */
  remark: fieldText,
})
export type NoGoAnswer = z.infer<typeof noGoAnswer>
