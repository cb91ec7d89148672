// What closing the practice reads: clients by the day until which their records have to be kept, and whom letters go to.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { ClosingClient } from '#shared/contract/closing.ts'
import { byName, displayName, fullName } from '#shared/domain/client.ts'
import { bySoonest, destroyCsv } from '#shared/domain/closing/destroyCsv.ts'
import type { RetentionRule } from '#shared/domain/retention/retentionRule.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import { readRetention, retainedClients } from '../../records/retention.ts'
import type { Handlers, Surroundings } from '../services.ts'

type ClosingChannel = Extract<ServiceChannel, `closing:${string}`>

/** Stands in where no rule is chosen: the newest entry does not depend on it. */
const anyRule: RetentionRule = { yearsAfterLast: 1, minors: null }

export function createClosingService(
  repositories: Repositories,
  { clock, language }: Surroundings,
): Handlers<ClosingChannel> {
  const { clients, practice } = repositories

  function list(): ClosingClient[] {
    const rule = readRetention(repositories)?.rule ?? null
    const drafts = new Map(clients.summaries().map(({ id, draftCount }) => [id, draftCount]))
    return bySoonest(
      retainedClients(repositories, rule ?? anyRule, null).map((client) => ({
        clientId: client.id,
        clientName: displayName(client),
        isArchived: client.isArchived === 1,
        dateOfBirth: client.dateOfBirth,
        lastEntryOn: client.lastEntryOn,
        keptUntil: rule === null ? null : client.until.day,
        isBirthMissing: rule !== null && client.until.isBirthMissing,
        drafts: drafts.get(client.id) ?? 0,
      })),
    )
  }

  return {
    'closing:list': repositories.atomic(list),

    'closing:composeList': repositories.atomic(({ clients: given }) => {
      const all = given ?? list()
      return { text: destroyCsv(all), count: all.length }
    }),

    'closing:composeLetters': ({ clientIds }) => {
      const { name, therapistName, credentials, licenceNumber, address, phone, paperSize } = found(practice.get())
      const rows = clientIds.map((id) => found(clients.byId(id)))
      return {
        practice: { name, therapistName, credentials, licenceNumber, address, phone },
        paperSize,
        madeAt: clock.now(),
        clients: byName(rows, language).map((row) => ({ id: row.id, name: fullName(row), address: row.address })),
      }
    },
  }
}
