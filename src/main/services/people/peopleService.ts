// Use cases of other people: the directory of providers, a client's providers, and their household.
import { AppError, fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { HouseholdMember, ProviderRecord } from '#shared/contract/people.ts'
import { displayName } from '#shared/domain/client.ts'
import { textToOrderBy } from '#shared/domain/folding.ts'
import type { HouseholdRow, ProviderRow } from '../../database/repositories/peopleRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'

type PeopleChannel = Extract<ServiceChannel, `people:${string}`>

export function createPeopleService(
  { people, clients, atomic }: Repositories,
  { clock, language }: Surroundings,
): Handlers<PeopleChannel> {
  const toRecord = (row: ProviderRow, counts: ReadonlyMap<string, number>): ProviderRecord => {
    const { createdAt: _, updatedAt: __, ...fields } = row
    return { ...fields, clientCount: counts.get(row.id) ?? 0 }
  }

  function toMember(row: HouseholdRow, clientId: string): HouseholdMember {
    const isMine = row.clientId === clientId
    const other = isMine ? row.personId : row.clientId
    return {
      id: row.id,
      relation: row.relation,
      side: isMine ? 'of me' : 'of them',
      clientId: other,
      name: other === null ? row.personName : displayName(found(clients.byId(other))),
      phone: other === null ? row.personPhone : found(clients.byId(other)).phone,
    }
  }

  /** A link that names the client on either side. */
  function ownHousehold(id: string, clientId: string): HouseholdRow {
    const row = found(people.household(id))
    if (row.clientId !== clientId && row.personId !== clientId) throw new AppError('NOT_FOUND')
    return row
  }

  return {
    'people:providers'() {
      const counts = people.clientCounts()
      const collator = new Intl.Collator(language, { numeric: true })
      return people
        .providers()
        .map((row) => ({ row, key: textToOrderBy(row.name) }))
        .toSorted((a, b) => collator.compare(a.key, b.key))
        .map(({ row }) => toRecord(row, counts))
    },

    'people:putProvider'({ provider }) {
      const now = clock.now()
      people.putProvider({ ...provider, createdAt: now, updatedAt: now })
      return {}
    },

    'people:removeProvider': atomic(({ id }) => {
      found(people.provider(id))
      if (people.clientCounts().has(id)) throw fieldError('id', 'in_use')
      people.removeProvider(id)
      return {}
    }),

    'people:ofClient'({ clientId }) {
      found(clients.byId(clientId))
      const counts = people.clientCounts()
      return {
        providers: people.providersOf(clientId).map(({ providerId, role, mayRelease }) => ({
          provider: toRecord(found(people.provider(providerId)), counts),
          role,
          mayRelease,
        })),
        household: people.householdOf(clientId).map((row) => toMember(row, clientId)),
      }
    },

    'people:link': atomic((link) => {
      found(clients.byId(link.clientId))
      found(people.provider(link.providerId))
      const now = clock.now()
      people.putLink({ ...link, createdAt: now, updatedAt: now })
      return {}
    }),

    'people:unlink': atomic(({ clientId, providerId }) => {
      if (!people.removeLink(clientId, providerId)) throw new AppError('NOT_FOUND')
      return {}
    }),

    'people:putHousehold': atomic(({ id, clientId, relation, person }) => {
      found(clients.byId(clientId))
      if (person.clientId === clientId) throw fieldError('person', 'self')
      if (person.clientId !== null) found(clients.byId(person.clientId))
      if (people.household(id) !== undefined) ownHousehold(id, clientId)
      const now = clock.now()
      people.putHousehold({
        id,
        clientId,
        relation,
        personId: person.clientId,
        personName: person.name,
        personPhone: person.phone,
        createdAt: now,
        updatedAt: now,
      })
      return {}
    }),

    'people:removeHousehold': atomic(({ id, clientId }) => {
      ownHousehold(id, clientId)
      people.removeHousehold(id)
      return {}
    }),
  }
}
