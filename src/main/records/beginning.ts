// What a session begins with under its template, and whether a section still holds nothing else.
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { recordWords } from '#shared/domain/dateWords.ts'
import { fillSkeleton, type SkeletonValues } from '#shared/domain/template/skeletonText.ts'
import { isUntouched, skeletonOf, type Template } from '#shared/domain/template/template.ts'
import type { ClientRow } from '../database/repositories/clientRepository.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import type { SectionRow } from '../database/repositories/noteRepository.ts'
import type { SessionRow } from '../database/repositories/sessionRepository.ts'
import { toTemplate } from './template.ts'

const valuesOf = ({ firstName, lastName, preferredName }: ClientRow, serviceStart: string): SkeletonValues => ({
  'client.firstName': firstName,
  'client.lastName': lastName,
  'client.preferredName': preferredName,
  today: recordWords.longDate(serviceStart),
})

/** What a section of a session begins with; null where the template does not have it. */
export function sectionBeginning(
  template: Template,
  section: SectionId,
  client: ClientRow,
  serviceStart: string,
): NoteDocument | null {
  const skeleton = skeletonOf(template, section)
  return skeleton && fillSkeleton(skeleton, valuesOf(client, serviceStart))
}

/**
 * Checks whether stored sections are as their session's template made them. If the template was changed or removed
 * since, the text counts as written.
 * @returns whether a section of a session is untouched
 */
export function untouchedSections(
  { templates }: Repositories,
  client: ClientRow,
): (session: SessionRow, row: SectionRow) => boolean {
  const known = new Map<string, Template | null>()
  const templateOf = (id: string): Template | null => {
    const kept = known.get(id)
    if (kept !== undefined) return kept
    const stored = templates.byId(id)
    const template = stored ? toTemplate(stored) : null
    known.set(id, template)
    return template
  }
  return ({ templateId, serviceStart }, { section, plainText: text }) => {
    const template = templateId === null ? null : templateOf(templateId)
    if (template === null) return false
    const began = sectionBeginning(template, section, client, serviceStart)
    return began !== null && isUntouched(text, plainText(began))
  }
}
