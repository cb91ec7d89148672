// Marks of the body map beside the finding: the stroke, drawn freehand, and the treated area.
import { z } from 'zod'
import { fieldText, isEachOnce } from '../text.ts'
import { views } from './figure.ts'
import { findingKindId, phases } from './finding.ts'

/** The most points that a stored stroke has; more are simplified before they are saved. */
export const strokePointLimit = 2000

/** One freehand mark. */
export const stroke = z.strictObject({
  id: z.uuid(),
  sessionId: z.uuid(),
  phase: z.enum(phases),
  view: z.enum(views),
  /** Decides the colour. */
  kind: findingKindId,
  /**
   * x, y, pressure, point after point. x and y in figure units of the view (32-bit floats), pressure 0 to 1; 0.5 for a
   * device that knows no pressure.
   */
  points: z
    .array(z.number().finite().min(-10_000).max(10_000))
    .min(3)
    .max(strokePointLimit * 3)
    .refine((points) => points.length % 3 === 0, 'not_triples')
    .refine((points) => points.every((number, index) => index % 3 < 2 || (number >= 0 && number <= 1)), 'pressure'),
})
export type Stroke = z.infer<typeof stroke>

export const pressures = [1, 2, 3, 4, 5] as const

/** What was treated: which regions, with which technique, how long and with how much pressure. */
export const treatedArea = z.strictObject({
  id: z.uuid(),
  sessionId: z.uuid(),
  /** The regions that were treated together, in the order of painting; each once. */
  regionIds: z.array(z.string().min(1).max(100)).min(1).max(250).refine(isEachOnce, 'repeated'),
  technique: fieldText.min(1),
  /** Minutes for all its regions together, or null when nobody counted. */
  minutes: z.int().min(1).max(1440).nullable(),
  /** 1 (light) to 5 (very firm), or null. */
  pressure: z.int().min(1).max(5).nullable(),
})
export type TreatedArea = z.infer<typeof treatedArea>
