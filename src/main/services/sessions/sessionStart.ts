// The start of a session: now, or late for a visit that was never charted; with a template or without one.
import { fieldError } from '#main/appError.ts'
import { lateEntryProblem } from '#shared/domain/lateEntry.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { defaultSessionMinutes, type SessionDetails } from '#shared/domain/session.ts'
import type { Template } from '#shared/domain/template/template.ts'
import type { ClientRow } from '../../database/repositories/clientRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { sectionBeginning } from '../../records/beginning.ts'
import { toTemplate } from '../../records/template.ts'
import { writeDocument } from '../../records/document.ts'

type StartChannel = 'session:start' | 'session:startLate'

interface Beginning {
  readonly template: Template | null
  readonly isTemplateMissing: boolean
}

/** A session at the practice has no visit address. */
export const addressOf = (place: SessionDetails['place'], visitAddress: string) =>
  place === 'visit' ? visitAddress : ''

export function createSessionStart(
  { clients, sessions, notes, templates, atomic }: Repositories,
  { clock, newId }: Surroundings,
): Handlers<StartChannel> {
  /** What the session begins with. A removed template is reported, but no error. */
  const beginningOf = (client: ClientRow, chosen: string | null | undefined): Beginning => {
    const id = chosen === undefined ? client.defaultTemplateId : chosen
    if (id === null) return { template: null, isTemplateMissing: false }
    const stored = templates.byId(id)
    if (stored) return { template: toTemplate(stored), isTemplateMissing: false }
    if (id === client.defaultTemplateId) clients.update({ ...client, defaultTemplateId: null })
    return { template: null, isTemplateMissing: true }
  }

  const begin = (
    client: ClientRow,
    { template, isTemplateMissing }: Beginning,
    details: SessionDetails,
    lateEntryReason: string | null,
  ) => {
    const id = newId()
    const now = clock.now()
    sessions.insert({
      id,
      clientId: client.id,
      ...details,
      visitAddress: addressOf(details.place, details.visitAddress),
      painBefore: null,
      painAfter: null,
      enteredAt: now,
      enteredOffset: clock.offsetAt(now),
      updatedAt: now,
      discardedAt: null,
      lateEntryReason,
      templateId: template?.id ?? null,
    })
    for (const section of sectionIds) {
      const document = template && sectionBeginning(template, section, client, details.serviceStart)
      if (document) notes.putSection({ sessionId: id, section, ...writeDocument(document), updatedAt: now })
    }
    return { id, isTemplateMissing }
  }

  return {
    'session:start': atomic(({ clientId, serviceStart, templateId }) => {
      const client = found(clients.byId(clientId))
      const beginning = beginningOf(client, templateId)
      const last = sessions.lastOfClient(clientId)
      const details: SessionDetails = {
        serviceStart,
        lengthMinutes: beginning.template?.lengthMinutes ?? last?.lengthMinutes ?? defaultSessionMinutes,
        place: last?.place ?? 'practice',
        visitAddress: last?.visitAddress ?? '',
      }
      return begin(client, beginning, details, null)
    }),

    'session:startLate': atomic(({ clientId, details, reason }) => {
      const client = found(clients.byId(clientId))
      const problem = lateEntryProblem(details.serviceStart, client.dateOfBirth, clock.wallNow())
      if (problem) throw fieldError('details.serviceStart', problem)
      return begin(client, beginningOf(client, undefined), details, reason)
    }),
  }
}
