// The stroke: one freehand mark on the body map.
import { z } from 'zod'
import { views } from './figure.ts'
import { findingKindId, phases } from './finding.ts'

/** The most points that a stored stroke has; more are simplified before they are saved. */
export const strokePointLimit = 2000

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
