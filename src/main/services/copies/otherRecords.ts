// What a copy has of a client beside sessions and details, and that does not come in: what was signed or decided there, who was
// linked there, and erasures. By the table that it stands in.
import type { OtherRecord } from '#shared/contract/copies.ts'
import { displayName } from '#shared/domain/client.ts'
import type { HouseholdRow } from '../../database/repositories/peopleRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { FoundSession } from '../../database/repositories/wholeSessionRepository.ts'
import type { Changes } from './changesSince.ts'

/** A client of the copy, with the sessions there. */
interface Compared {
  readonly here: Repositories
  readonly there: Repositories
  readonly clientId: string
  readonly sessions: readonly FoundSession[]
  readonly changes: Changes
}

type Listed = Pick<OtherRecord, 'at' | 'atOffset' | 'what'>

// What is only ever added, and goes with an erasure alone, is found by its id: no log is asked for it.
export const recordsByTable: Readonly<Record<string, (compared: Compared) => Listed[]>> = {
  health_review: ({ here, there, clientId }) =>
    there.healths
      .ofClient(clientId)
      .filter(({ id }) => here.healths.byId(id) === undefined)
      .map(({ kind, answeredAt, answeredOffset, id }) => ({
        at: answeredAt,
        atOffset: answeredOffset,
        what: { kind: 'health review', review: kind, signerName: there.signatures.of(id)?.signerName ?? null },
      })),

  safety_decision({ here, there, clientId }) {
    const own = new Set(here.healths.decisionsOf(clientId).map(({ id }) => id))
    return there.healths
      .decisionsOf(clientId)
      .filter(({ id }) => !own.has(id))
      .map(({ decidedAt, decidedOffset, wording, decision, remark }) => ({
        at: decidedAt,
        atOffset: decidedOffset,
        what: { kind: 'safety decision', wording, decision, remark },
      }))
  },

  consent: ({ here, there, clientId }) =>
    there.consents
      .ofClient(clientId)
      .filter(({ id }) => here.consents.whole(id) === undefined)
      .map(({ givenAt, givenOffset, name }) => ({
        at: givenAt,
        atOffset: givenOffset,
        what: { kind: 'consent', name },
      })),

  // One that was withdrawn here too says nothing new.
  consent_withdrawal: ({ here, there, clientId }) =>
    there.consents.ofClient(clientId).flatMap(({ id, name }): Listed[] => {
      const ending = there.consents.withdrawalOf(id)
      if (ending === undefined || here.consents.withdrawalOf(id) !== undefined) return []
      const { withdrawnAt, withdrawnOffset, cause, remark } = ending
      return [{ at: withdrawnAt, atOffset: withdrawnOffset, what: { kind: 'withdrawal', name, cause, remark } }]
    }),

  consent_lack: ({ here, there, sessions, changes }) =>
    sessions.filter(changes.hasSession).flatMap(({ id: sessionId, serviceStart }) =>
      there.consents
        .lacksOf(sessionId)
        .filter(({ id }) => here.consents.lack(id) === undefined)
        .map(({ statedAt, statedOffset, name, reason }) => ({
          at: statedAt,
          atOffset: statedOffset,
          what: { kind: 'lack', name, reason, serviceStart },
        })),
    ),

  client_provider({ here, there, clientId, changes }) {
    const toRow = (link: ReturnType<typeof there.people.providersOf>[number], { people }: Repositories) => ({
      key: link.providerId,
      ...link,
      said: JSON.stringify([link.role, link.mayRelease]),
      name: people.provider(link.providerId)?.name ?? '',
      areChanged: changes.hasClient({ id: clientId, updatedAt: link.updatedAt }),
    })
    return linksThere(
      here.people.providersOf(clientId).map((link) => toRow(link, here)),
      there.people.providersOf(clientId).map((link) => toRow(link, there)),
      changes,
    ).map(({ link, state }) => ({
      at: state === 'removed' ? null : link.updatedAt,
      atOffset: null,
      what: { kind: 'provider', name: link.name, role: link.role, mayRelease: link.mayRelease, state },
    }))
  },

  // It is listed with the client whose person it names.
  household_link({ here, there, clientId, changes }) {
    const toRow = (row: HouseholdRow, { clients }: Repositories) => {
      const person = row.personId === null ? undefined : clients.byId(row.personId)
      return {
        key: row.id,
        ...row,
        said: JSON.stringify([row.relation, row.personId, row.personName, row.personPhone]),
        name: person === undefined ? row.personName : displayName(person),
        areChanged: [clientId, row.personId].some(
          (id) => id !== null && changes.hasClient({ id, updatedAt: row.updatedAt }),
        ),
      }
    }
    const rowsOf = (repositories: Repositories) =>
      repositories.people
        .householdOf(clientId)
        .filter((row) => row.clientId === clientId)
        .map((row) => toRow(row, repositories))
    return linksThere(rowsOf(here), rowsOf(there), changes).map(({ link, state }) => ({
      at: state === 'removed' ? null : link.updatedAt,
      atOffset: null,
      what: { kind: 'household', name: link.name, phone: link.personPhone, relation: link.relation, state },
    }))
  },
}

interface Link {
  readonly key: string
  readonly createdAt: string
  readonly updatedAt: string
  /** What it says, as a text to be compared. */
  readonly said: string
  /** Whether it may have been made or changed there since both were the same. */
  readonly areChanged: boolean
}

/** The links that were made, changed or removed there. */
function linksThere<L extends Link>(
  own: readonly L[],
  there: readonly L[],
  changes: Changes,
): { link: L; state: 'missing' | 'other' | 'removed' }[] {
  const saidHere = new Map(own.map(({ key, said }) => [key, said]))
  const keysThere = new Set(there.map(({ key }) => key))
  return [
    ...there
      .filter(({ key, said, areChanged }) => areChanged && saidHere.get(key) !== said)
      .map((link) => ({ link, state: saidHere.has(link.key) ? ('other' as const) : ('missing' as const) })),
    ...own
      .filter(({ key, createdAt }) => !keysThere.has(key) && changes.wasShared(createdAt))
      .map((link) => ({ link, state: 'removed' as const })),
  ]
}

const timeOf = ({ at }: Listed) => (at === null ? 0 : Date.parse(at))

/** Everything of a client that is only in the copy and does not come in, the newest last; what was removed there first. */
export const otherRecords = (compared: Compared): Listed[] =>
  Object.values(recordsByTable)
    .flatMap((recordsOf) => recordsOf(compared))
    .toSorted((one, other) => timeOf(one) - timeOf(other))

/** Clients who were erased there and are still here. */
export const erasuresThere = (here: Repositories, there: Repositories): OtherRecord[] =>
  there.erasures.signed().flatMap(({ clientId, erasedAt, erasedOffset }): OtherRecord[] => {
    const client = here.clients.byId(clientId)
    if (client === undefined) return []
    const clientName = displayName(client)
    return [{ clientId, clientName, isHere: true, at: erasedAt, atOffset: erasedOffset, what: { kind: 'erasure' } }]
  })
