// Reads and writes templates in the database.
import { isSectionId, sectionIds } from '#shared/domain/note/sections.ts'
import type { Template } from '#shared/domain/template/template.ts'
import type { TemplatePartRow, TemplateRow } from '../database/repositories/templateRepository.ts'
import { readDocument, writeDocument } from './document.ts'

type Skeleton = Template['sections'][number]

/** A stored part as a skeleton, or null when this version does not know the section or cannot read the document. */
function toSkeleton(part: TemplatePartRow): Skeleton | null {
  const document = readDocument(part)
  return isSectionId(part.section) && document !== null ? { section: part.section, document } : null
}

/** The template as the contract gives it. What this version cannot use is separate, as it is stored. */
export function toTemplate({ parts, measures, id, name, lengthMinutes }: TemplateRow): Template {
  const skeletons: Skeleton[] = []
  const otherParts: TemplatePartRow[] = []
  for (const part of parts) {
    const skeleton = toSkeleton(part)
    if (skeleton) skeletons.push(skeleton)
    else otherParts.push(part)
  }
  const sections = sectionIds.flatMap((known) => skeletons.filter(({ section }) => section === known))
  return { id, name, lengthMinutes, sections, otherParts, measures: [...measures] }
}

/**
 * The parts and measures of a template as they are stored.
 * @throws VALIDATION `too_long` when a skeleton's text is over the limit of a section
 */
export const toParts = ({ sections, otherParts }: Template): TemplatePartRow[] => [
  ...sections.map(({ section, document }) => ({ section, ...writeDocument(document) })),
  ...otherParts,
]
