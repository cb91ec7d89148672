// The catalogue of body regions: ids, names, sides, neighbours and the tissues that lie in each.
import type { View } from './figure.ts'
import { regionEntries } from './regionData/entries.ts'
import type { RegionEntry } from './regionData/entry.ts'
import { structuresLower } from './regionData/structuresLower.ts'
import { structuresUpper } from './regionData/structuresUpper.ts'
import { topology } from './topology.generated.ts'

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

const structuresById: ReadonlyMap<string, Structure> = new Map(
  Object.entries({ ...structuresUpper, ...structuresLower }).map(([id, [name, ...synonyms]]) => [
    id,
    { id, name, synonyms },
  ]),
)

/** Every tissue that a finding can name. */
export const structures: readonly Structure[] = [...structuresById.values()]

/** Every region with its side, from head to foot; of a pair the right one first. */
export const regions: readonly Region[] = regionEntries.flatMap((entry) =>
  entry.midline ? [regionOf(entry, 'midline')] : [regionOf(entry, 'right'), regionOf(entry, 'left')],
)

const regionsById: ReadonlyMap<RegionId, Region> = new Map(regions.map((region) => [region.id, region]))

function regionOf(entry: RegionEntry, side: Side): Region {
  const id = side === 'midline' ? entry.key : `${entry.key}.${side}`
  const drawn = topology[id]
  if (!drawn) throw new Error(`The figure does not show ${id}; run npm run figure`)
  return {
    id,
    side,
    name: entry.name,
    anatomicalName: entry.anatomicalName,
    views: drawn.views,
    neighbours: drawn.neighbours,
    structures: entry.structures.map(structureById),
    sensitive: entry.sensitive,
  }
}

function structureById(id: string): Structure {
  const structure = structuresById.get(id)
  if (!structure) throw new Error(`The catalogue has no structure ${id}`)
  return structure
}

/** The region with an id, or undefined if the catalogue has none. */
export function regionById(id: RegionId): Region | undefined {
  return regionsById.get(id)
}

/**
 * What a screen reader says and a note writes: "Right upper trapezius, posterior", "Sacrum, posterior".
 * Without a view there is no part after a comma.
 */
export function regionLabel(region: Region, view?: View): string {
  const label = capitalised(withSide(region))
  return view === undefined ? label : `${label}, ${view.replace('-', ' ')}`
}

/** The short form for tables: "R upper trapezius"; regions on the midline keep their plain name. */
export function shortRegionLabel(region: Region): string {
  if (region.side === 'midline') return capitalised(region.name)
  return `${region.side === 'right' ? 'R' : 'L'} ${region.name}`
}

/** {@link regionLabel} by id; "Unknown region (wing.left)" for an id that this version's catalogue does not know. */
export function labelOfRegion(id: RegionId, view?: View): string {
  const region = regionsById.get(id)
  return region ? regionLabel(region, view) : capitalised(unknownRegion(id))
}

/** {@link shortRegionLabel} by id; as {@link labelOfRegion} for an id that this version's catalogue does not know. */
export function shortLabelOfRegion(id: RegionId): string {
  const region = regionsById.get(id)
  return region ? shortRegionLabel(region) : capitalised(unknownRegion(id))
}

/**
 * How a region is named within a sentence, by its id: "right upper trapezius", "left IT band", "sacrum"; "unknown region
 * (wing.left)" for an id that this version's catalogue does not know.
 */
export function regionInSentence(id: RegionId): string {
  const region = regionsById.get(id)
  return region ? withSide(region) : unknownRegion(id)
}

const withSide = ({ side, name }: Region) => (side === 'midline' ? name : `${side} ${name}`)

/** How a region is called that only another version's catalogue knows. */
const unknownRegion = (id: string) => `unknown region (${id})`

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The structure with an id, or undefined if the catalogue has none. */
export const structureOfId = (id: string): Structure | undefined => structuresById.get(id)

/** The regions that touch a region in any view; empty for an unknown id. */
export function neighbours(id: RegionId): readonly Region[] {
  return (regionsById.get(id)?.neighbours ?? []).flatMap((next) => regionsById.get(next) ?? [])
}
