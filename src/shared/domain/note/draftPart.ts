// The parts of a draft: what is saved by itself, and what of it people know by a name.
import { sectionIds, type SectionId } from './sections.ts'

/** The marks of the body map. */
export const draftMarks = ['finding', 'stroke', 'area'] as const
export type DraftMark = (typeof draftMarks)[number]

/**
 * What is saved by itself and has a history of its own: a section, the measures with both lists, the details, and every
 * mark of the body map, so that keeping one costs one.
 */
export type DraftPart = SectionId | 'measures' | 'details' | `${DraftMark}/${string}`

export const markPart = (mark: DraftMark, id: string): DraftPart => `${mark}/${id}`

/** What kind of mark a part is, and its id; null for a part that is none. */
export function markOf(part: string): { mark: DraftMark; id: string } | null {
  const [first, id] = part.split('/')
  const mark = draftMarks.find((one) => one === first)
  return mark && id !== undefined ? { mark, id } : null
}

/** The parts by which people know them: all marks are the map. */
export const shownParts = [...sectionIds, 'map', 'measures', 'details'] as const
export type ShownPart = (typeof shownParts)[number]

export const shownPart = (part: string): ShownPart => (part.includes('/') ? 'map' : (part as ShownPart))
