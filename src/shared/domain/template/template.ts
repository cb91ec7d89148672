// Templates: what a session of one kind begins with: skeletons of its sections, its length, its measures.
import { z } from 'zod'
import { fieldText, isEachOnce } from '../text.ts'
import { noteDocument, type NoteDocument } from '../note/document.ts'
import { sectionIds } from '../note/sections.ts'
import { longestSessionMinutes } from '../session.ts'

/** The most parts of a template, known and unknown. */
const mostParts = 20

/** A part that this version cannot use: of another section, or of a newer form. It is stored unchanged. */
const otherPart = z.strictObject({
  section: z.string().min(1).max(200),
  document: z.string(),
  schemaVersion: z.int(),
  plainText: z.string(),
})

export const template = z
  .strictObject({
    id: z.uuid(),
    name: fieldText.min(1),
    /** Minutes, or null where the client's last length is used. */
    lengthMinutes: z.int().min(1).max(longestSessionMinutes).nullable(),
    /** The skeletons. A section that is not named begins empty. */
    sections: z.array(z.strictObject({ section: z.enum(sectionIds), document: noteDocument })).max(sectionIds.length),
    otherParts: z.array(otherPart).max(mostParts),
    /** Ids of measures as they are stored, in their order; empty where the session asks what every session asks. */
    measures: z.array(z.string().min(1).max(100)).max(40).refine(isEachOnce, 'repeated'),
  })
  .refine(
    ({ sections, otherParts }) => isEachOnce([...sections, ...otherParts].map(({ section }) => section)),
    'repeated',
  )
export type Template = z.infer<typeof template>

/**
 * Whether a section still has only the skeleton that it began with. Prompts alone do not count as written.
 * @param plainText of the section
 * @param skeleton plain text of the template's section; empty without a template
 */
export function isUntouched(plainText: string, skeleton: string): boolean {
  const text = withoutSpaces(plainText)
  return text === '' || text === withoutSpaces(skeleton)
}

const withoutSpaces = (text: string) => text.replace(/\s+/gu, '')

/** The template's skeleton of a section, or null where it has none. */
export const skeletonOf = (
  { sections }: Pick<Template, 'sections'>,
  section: (typeof sectionIds)[number],
): NoteDocument | null => sections.find((part) => part.section === section)?.document ?? null
