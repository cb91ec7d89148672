// The treated area: which regions, with which technique, how long and with how much pressure.
import { z } from 'zod'
import { isEachOnce } from '../isEachOnce.ts'
import { fieldText } from '../text.ts'

export const pressures = [1, 2, 3, 4, 5] as const

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
