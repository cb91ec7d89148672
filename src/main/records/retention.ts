// Until when each client's record has to be kept, from what is stored.
import { destroyAfter, type DestroyAfter } from '#shared/domain/retention/destroyAfter.ts'
import type { ChosenRetention, RetentionRule } from '#shared/domain/retention/retentionRule.ts'
import { dayAt, dayOfWallTime } from '#shared/domain/time.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import type { RetainedRow } from '../database/repositories/retentionRepository.ts'

/** The practice's rule; null while none is chosen. */
export function readRetention({ retention }: Repositories): ChosenRetention | null {
  const row = retention.rule()
  if (row === undefined) return null
  const { ageOfMajority, yearsAfterMajority: yearsAfter } = row
  const minors = ageOfMajority === null || yearsAfter === null ? null : { ageOfMajority, yearsAfter }
  return { preset: row.preset, rule: { yearsAfterLast: row.yearsAfterLast, minors } }
}

export interface RetainedClient extends RetainedRow {
  /** The day of the newest entry: a visit, an entry, a saving or a signature; of a client without any, of their own entry. */
  readonly lastEntryOn: string
  readonly until: DestroyAfter
}

/** Where an instant's distance from UTC is unknown, the latest day that it can have been anywhere on Earth. */
const furthestEast = 14 * 60

/**
 * The clients with the day until which their record has to be kept.
 * @param id of one client; null for all of them
 */
export function retainedClients({ retention }: Repositories, rule: RetentionRule, id: string | null): RetainedClient[] {
  const entries = new Map(retention.newestEntries(id).map((entry) => [entry.clientId, entry]))
  return retention.clients(id).map((client) => {
    const entry = entries.get(client.id)
    const days = [
      client.lastVisitAt === null ? '' : dayOfWallTime(client.lastVisitAt),
      entry?.at == null ? dayAt(client.createdAt, furthestEast) : dayAt(entry.at, entry.offset ?? furthestEast),
    ]
    const lastEntryOn = days.toSorted().at(-1) ?? ''
    return { ...client, lastEntryOn, until: destroyAfter(rule, { lastEntryOn, dateOfBirth: client.dateOfBirth }) }
  })
}
