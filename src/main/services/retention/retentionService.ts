// How long records are kept, which clients' time is over, and the erasure of a client.
import { fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { ErasureRecord, RetainedClient } from '#shared/contract/retention.ts'
import { displayName } from '#shared/domain/client.ts'
import { isRetentionOver } from '#shared/domain/retention/destroyAfter.ts'
import { isNameTyped, namesClient } from '#shared/domain/retention/erasure.ts'
import type { ChosenRetention } from '#shared/domain/retention/retentionRule.ts'
import { dayAt } from '#shared/domain/time.ts'
import type { ErasureRow } from '../../database/repositories/erasureRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import { readRetention, retainedClients, type RetainedClient as Retained } from '../../records/retention.ts'
import type { Handlers, Surroundings } from '../services.ts'

type RetentionChannel = Extract<ServiceChannel, `retention:${string}`>

/** What other services do for these. */
interface Parts {
  /** The time that has certainly passed, UTC; null while there is none. */
  readonly timePassed: () => string | null
  /** Signs a stored erasure as the chain's next link. */
  readonly signErasure: (id: string) => void
}

const ruleColumns = (chosen: ChosenRetention | null) => ({
  yearsAfterLast: chosen?.rule.yearsAfterLast ?? null,
  ageOfMajority: chosen?.rule.minors?.ageOfMajority ?? null,
  yearsAfterMajority: chosen?.rule.minors?.yearsAfter ?? null,
})

export function createRetentionService(
  repositories: Repositories,
  { clock, newId }: Surroundings,
  { timePassed, signErasure }: Parts,
): Handlers<RetentionChannel> {
  const { retention, erasures, tombstones, clients, workspace, atomic } = repositories

  /** A day that has certainly come: a clock that is far ahead makes nobody's time over. */
  function certainDay(): string | null {
    const passed = timePassed()
    return passed === null ? null : dayAt(passed, clock.offsetAt(passed))
  }

  const toContract = ({ until, ...client }: Retained, day: string | null): RetainedClient => ({
    clientId: client.id,
    clientName: displayName(client),
    isArchived: client.isArchived === 1,
    lastEntryOn: client.lastEntryOn,
    keptUntil: until.day,
    because: until.because,
    isBirthMissing: until.isBirthMissing,
    isOver: isRetentionOver(until, day),
  })

  function ofClient(id: string): RetainedClient | null {
    const chosen = readRetention(repositories)
    const [client] = chosen === null ? [] : retainedClients(repositories, chosen.rule, id)
    return client === undefined ? null : toContract(client, certainDay())
  }

  const erasureById = (id: string): ErasureRecord => found(erasures.signed().find((erasure) => erasure.id === id))

  /** On what an erasure rests. Throws VALIDATION where the time is not certainly over and no reason is given. */
  function basisOf(clientId: string, reason: string | null): Pick<ErasureRow, 'basis' | 'reason'> {
    const retained = ofClient(clientId)
    // Without a date of birth nobody knows whether the record has to be kept longer.
    if (retained?.isOver === true && !retained.isBirthMissing) return { basis: 'retention over', reason: '' }
    if (reason === null || reason === '') throw fieldError('reason', 'too_early')
    if (namesClient(found(clients.byId(clientId)), reason)) throw fieldError('reason', 'names_client')
    return { basis: 'own decision', reason }
  }

  /** Within a transaction. */
  function eraseAll(row: Omit<ErasureRow, 'id'>): ErasureRecord {
    const { clientId } = row
    const named = erasures.idsOf(clientId)
    const id = newId()
    erasures.insert({ id, ...row })
    // First: the database lets nothing go that no signed erasure lists.
    signErasure(id)
    workspace.forgetAbout(named)
    erasures.deleteClient(clientId)
    erasures.leaveTraces(clock.now())
    return erasureById(id)
  }

  /** What is left of the first erasure of a client who came back. Throws NOT_FOUND. */
  const erasedBefore = (clientId: string) => found(clients.byId(clientId) && tombstones.ofClient(clientId))

  return {
    'retention:rule': () => ({ chosen: readRetention(repositories) }),

    'retention:saveRule': ({ chosen }) => {
      if (chosen === null) retention.removeRule()
      else {
        const { yearsAfterLast } = chosen.rule
        retention.putRule({ ...ruleColumns(chosen), preset: chosen.preset, yearsAfterLast })
      }
      return { chosen: readRetention(repositories) }
    },

    'retention:list': () => {
      const chosen = readRetention(repositories)
      const day = chosen === null ? null : atomic(certainDay)()
      if (chosen === null || day === null) return []
      return retainedClients(repositories, chosen.rule, null)
        .map((client) => toContract(client, day))
        .filter(({ isArchived, isOver }) => isArchived && isOver)
        .toSorted((a, b) => (a.keptUntil < b.keptUntil ? -1 : a.keptUntil > b.keptUntil ? 1 : 0))
    },

    'retention:ofClient': ({ id }) => {
      found(clients.byId(id))
      return { retained: atomic(ofClient)(id) }
    },

    'retention:erase': atomic(({ id, typedName, reason }) => {
      const client = found(clients.byId(id))
      if (client.archivedAt === null) throw fieldError('id', 'not_archived')
      if (!isNameTyped(client, typedName)) throw fieldError('typedName', 'other_name')
      return eraseAll({ clientId: id, ...basisOf(id, reason), ...ruleColumns(readRetention(repositories)) })
    }),

    'retention:cameBack': () =>
      tombstones.cameBack().map(({ clientId, sessions, sequence, erasedAt, erasedOffset }) => ({
        clientId,
        clientName: displayName(found(clients.byId(clientId))),
        sessions,
        sequence,
        erasedAt,
        erasedOffset,
      })),

    'retention:eraseAgain': atomic(({ id }) => {
      const { basis, reason, yearsAfterLast, ageOfMajority, yearsAfterMajority } = erasedBefore(id)
      return eraseAll({ clientId: id, basis, reason, yearsAfterLast, ageOfMajority, yearsAfterMajority })
    }),

    'retention:keepErased': atomic(({ id }) => {
      erasedBefore(id)
      tombstones.keepClient(id, clock.now())
      return {}
    }),

    'retention:erasures': () => erasures.signed(),
  }
}
