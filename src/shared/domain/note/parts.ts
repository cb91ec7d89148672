// The parts of a note, in one list: their names, how each is saved, stored in a draft's history, carried forward from
// the last visit, and corrected by an amendment. This is the only list.
import { sectionIds, sectionNames, type SectionId } from './sections.ts'

/** The parts as a therapist knows them, and their names. */
export const partNames = {
  ...sectionNames,
  map: 'Body map',
  measures: 'Measures',
  techniques: 'Techniques',
  homework: 'Homework',
  details: 'Details',
  timer: 'Timer',
  remark: 'Private remark',
} as const
export type NotePart = keyof typeof partNames

/** The marks of the body map; each is saved by itself. */
export const mapMarks = ['finding', 'stroke', 'area'] as const
export type MapMark = (typeof mapMarks)[number]

/**
 * The units of a draft with a history of their own: a section, the measures with both lists, the details, and every mark of the
 * body map, so that storing one mark costs one. The texts are stored in vaults.
 */
export type KeptPart = SectionId | 'measures' | 'details' | `${MapMark}/${string}`

/** What is saved by itself: every part with a history, its pieces, and parts without one. */
export type SavedPart =
  | KeptPart
  | 'pain'
  | 'techniques'
  | 'homework'
  | 'timer'
  | 'remark'
  | `noGoAnswer/${string}`
  | `addition/${string}`

/** The part whose history a saved part belongs to; null for one without a history. */
export function keptPartOf(part: SavedPart): KeptPart | null {
  if (part === 'pain' || part === 'techniques' || part === 'homework') return 'measures'
  if (part === 'timer' || part === 'remark') return null
  return part.startsWith('noGoAnswer/') || part.startsWith('addition/') ? null : (part as KeptPart)
}

/** The name of a saved part; null for one that has no name of its own. */
export function savedPartName(part: SavedPart): string | null {
  if (markOf(part)) return partNames.map
  if (part === 'pain') return partNames.measures
  if (part.startsWith('addition/')) return 'The addition to this note'
  return Object.hasOwn(partNames, part) ? partNames[part as NotePart] : null
}

export const markPart = <M extends MapMark>(mark: M, id: string): `${M}/${string}` => `${mark}/${id}`

/** The kind and the id of a mark; null for a part that is none. */
export function markOf(part: string): { mark: MapMark; id: string } | null {
  const [first, id] = part.split('/')
  const mark = mapMarks.find((one) => one === first)
  return mark && id !== undefined ? { mark, id } : null
}

/** The parts of a history as it is shown: all marks are the map, and the lists belong to the measures. */
export const historyParts = [...sectionIds, 'map', 'measures', 'details'] as const satisfies readonly NotePart[]
export type HistoryPart = (typeof historyParts)[number]

/** The shown part that a stored one belongs to. */
export const historyPartOf = (part: string): HistoryPart => (part.includes('/') ? 'map' : (part as HistoryPart))

export const historyPartNames: Readonly<Record<HistoryPart, string>> = {
  ...partNames,
  measures: 'Measures and lists',
  details: 'Date, length and place',
}

/** The parts that can have carried-over content, in the order of the screen. */
export const carriedParts = [
  'map',
  'subjective',
  'objective',
  'techniques',
  'assessment',
  'plan',
  'homework',
] as const satisfies readonly NotePart[]
export type CarriedPart = (typeof carriedParts)[number]

/** The parts beside the sections that an amendment can correct. The texts are part of signatures. */
export const partsBesideSections = ['details', 'measures', 'treatment', 'body map'] as const

/** The parts that an amendment can correct. Techniques, homework and treated areas are the treatment. */
export const amendedParts = [...sectionIds, ...partsBesideSections] as const
export type AmendedPart = (typeof amendedParts)[number]

export const amendedPartNames: Readonly<Record<AmendedPart, string>> = {
  ...sectionNames,
  details: 'Date, time and place',
  measures: partNames.measures,
  treatment: 'Treatment',
  'body map': partNames.map,
}
