// All regions of the catalogue in the order in which they are listed: head to foot.
import type { RegionEntry } from './entry.ts'
import { headNeck } from './headNeck.ts'
import { lowerLimb } from './lowerLimb.ts'
import { trunk } from './trunk.ts'
import { upperLimb } from './upperLimb.ts'

export const regionEntries: readonly RegionEntry[] = [...headNeck, ...trunk, ...upperLimb, ...lowerLimb]
