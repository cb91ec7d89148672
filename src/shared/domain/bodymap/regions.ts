// The catalogue of body regions: ids, names, sides, neighbours and the tissues that lie in each.
import type { View } from './figure.ts'

export type Side = 'left' | 'right' | 'midline'

/** Stable id of a region with its side, such as `shoulder.upper-trapezius.right`. Never renamed once shipped. */
export type RegionId = string & { readonly __brand?: 'RegionId' }

export interface Structure {
  /** Stable id within the catalogue, such as `trapezius-descending`. */
  readonly id: string
  /** The anatomical name a therapist says, such as "upper trapezius". */
  readonly name: string
  readonly synonyms: readonly string[]
}

export interface Region {
  readonly id: RegionId
  readonly side: Side
  /** Plain name without the side, lower case except for proper abbreviations: "upper trapezius", "IT band". */
  readonly name: string
  readonly anatomicalName: string
  readonly views: readonly View[]
  /** Ids of the regions that touch this one in any view. */
  readonly neighbours: readonly RegionId[]
  /** From superficial to deep. */
  readonly structures: readonly Structure[]
  /** Breast, groin, pubic and coccyx regions: asked about with particular care. */
  readonly sensitive: boolean
}
