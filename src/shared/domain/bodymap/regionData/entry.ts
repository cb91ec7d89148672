// What the catalogue states about a region before sides are separated and the drawing adds views and neighbours.

export interface RegionEntry {
  /** Id without the side, such as `shoulder.upper-trapezius`. */
  readonly key: string
  readonly name: string
  readonly anatomicalName: string
  readonly midline: boolean
  readonly sensitive: boolean
  /** Ids of structures, from superficial to deep. */
  readonly structures: readonly string[]
}

/** A region that exists on the left and on the right. */
export function paired(key: string, name: string, anatomicalName: string, structures: readonly string[]): RegionEntry {
  return { key, name, anatomicalName, midline: false, sensitive: false, structures }
}

/** A region across the midline, without a side. */
export function midline(key: string, name: string, anatomicalName: string, structures: readonly string[]): RegionEntry {
  return { key, name, anatomicalName, midline: true, sensitive: false, structures }
}

/** The same region, marked as one to be asked about with particular care. */
export function sensitive(entry: RegionEntry): RegionEntry {
  return { ...entry, sensitive: true }
}
