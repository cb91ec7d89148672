// Use cases of templates: the list, its changes, its order, and the templates to begin with.
import { AppError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { firstTemplates } from '#shared/domain/template/firstTemplates.ts'
import { skeletonFromText } from '#shared/domain/template/skeletonText.ts'
import type { Template } from '#shared/domain/template/template.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { toParts, toTemplate } from '../../records/template.ts'

type TemplateChannel = Extract<ServiceChannel, `template:${string}`>

export function createTemplateService(
  { templates, practice, atomic }: Repositories,
  { clock, newId }: Surroundings,
): Handlers<TemplateChannel> {
  const put = (template: Template, position: number) => {
    const { id, name, lengthMinutes, measures } = template
    const now = clock.now()
    const parts = toParts(template)
    templates.put({ id, name, lengthMinutes, position, createdAt: now, updatedAt: now, parts, measures })
  }

  /** Once: a template that was deleted does not come back. */
  const begin = () => {
    if (found(practice.get()).templatesBegunAt !== null) return
    for (const [position, { name, lengthMinutes, measures, sections }] of firstTemplates.entries()) {
      const skeletons = sectionIds.flatMap((section) => {
        const lines = sections[section]
        return lines ? [{ section, document: skeletonFromText(lines.join('\n')) }] : []
      })
      put({ id: newId(), name, lengthMinutes, sections: skeletons, otherParts: [], measures: [...measures] }, position)
    }
    practice.update({ templatesBegunAt: clock.now() })
  }

  return {
    'template:list': atomic(() => {
      begin()
      return templates.all().map(toTemplate)
    }),

    'template:put': atomic(({ template }) => {
      begin()
      put(template, templates.byId(template.id)?.position ?? (templates.all().at(-1)?.position ?? -1) + 1)
      return {}
    }),

    'template:remove': atomic(({ id }) => {
      found(templates.byId(id))
      templates.remove(id)
      return {}
    }),

    'template:reorder': atomic(({ ids }) => {
      const known = new Set(templates.all().map(({ id }) => id))
      const isEveryOne = ids.length === known.size && ids.every((id) => known.delete(id))
      if (!isEveryOne) throw new AppError('CONFLICT')
      ids.forEach((id, position) => templates.place(id, position))
      return {}
    }),
  }
}
