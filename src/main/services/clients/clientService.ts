// Use cases of clients: the list, the record, its changes, and probable duplicates.
import { AppError, fieldError } from '#main/appError.ts'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import { byName, dateOfBirthProblem, isProbableDuplicate, sortKey, type ClientFields } from '#shared/domain/client.ts'
import type { ClientRow } from '../../database/repositories/clientRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { toClientRecord } from '../../records/client.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'

type ClientChannel = Extract<ServiceChannel, `client:${string}`>

export function createClientService(
  { clients, sessions, templates, atomic }: Repositories,
  { clock, newId, language }: Surroundings,
): Handlers<ClientChannel> {
  const stored = (id: string) => found(clients.byId(id))

  const refuseImpossible = ({ dateOfBirth }: ClientFields) => {
    const problem = dateOfBirthProblem(dateOfBirth, clock.wallNow().slice(0, 10))
    if (problem) throw fieldError('fields.dateOfBirth', problem)
  }

  const change = (row: ClientRow, changes: Partial<ClientRow>): ClientRecord => {
    const next = { ...row, ...changes, revision: row.revision + 1, updatedAt: clock.now() }
    clients.update(next)
    return toClientRecord(next)
  }

  return {
    'client:list': () => byName(clients.summaries(), language),

    'client:get': ({ id }) => ({ client: toClientRecord(stored(id)), sessions: sessions.summariesOfClient(id) }),

    'client:create': ({ fields }) => {
      refuseImpossible(fields)
      const now = clock.now()
      const row: ClientRow = {
        id: newId(),
        ...fields,
        sortKey: sortKey(fields),
        revision: 1,
        createdAt: now,
        updatedAt: now,
        archivedAt: null,
        defaultTemplateId: null,
      }
      clients.insert(row)
      return toClientRecord(row)
    },

    'client:update': atomic(({ id, revision, fields }) => {
      refuseImpossible(fields)
      const row = stored(id)
      if (row.revision !== revision) throw new AppError('CONFLICT')
      return change(row, { ...fields, sortKey: sortKey(fields) })
    }),

    'client:archive': atomic(({ id }) => {
      const row = stored(id)
      return row.archivedAt === null ? change(row, { archivedAt: clock.now() }) : toClientRecord(row)
    }),

    'client:restore': atomic(({ id }) => {
      const row = stored(id)
      return row.archivedAt === null ? toClientRecord(row) : change(row, { archivedAt: null })
    }),

    // No new revision: nothing that a form shows has changed.
    'client:setTemplate': atomic(({ id, templateId }) => {
      if (templateId !== null) found(templates.byId(templateId))
      const row = { ...stored(id), defaultTemplateId: templateId }
      clients.update(row)
      return toClientRecord(row)
    }),

    'client:probableDuplicates': ({ fields, exceptId }) =>
      byName(
        clients
          .summariesPerhapsBornOn(fields.dateOfBirth)
          .filter((other) => other.id !== exceptId && isProbableDuplicate(fields, other)),
        language,
      ),
  }
}
