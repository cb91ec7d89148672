// Use cases of what could not be read when the vault was salvaged: the list, and what of one session is lost.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { LostSession, SalvageList } from '#shared/contract/salvage.ts'
import { displayName } from '#shared/domain/client.ts'
import { salvageText } from '#shared/domain/salvage.ts'
import type { Repositories } from '#main/database/repositories/repositories.ts'
import type { LossRow, SalvageRow } from '#main/database/repositories/salvageRepository.ts'
import type { Handlers } from '../services.ts'

type SalvageChannel = Extract<ServiceChannel, `salvage:${string}`>

type Used = Pick<Repositories, 'salvages' | 'clients' | 'sessions' | 'signatures'>

export function createSalvageService(repositories: Used): Handlers<SalvageChannel> {
  const { salvages, clients, sessions, signatures } = repositories

  const nameOf = (id: string | null) => {
    const client = id === null ? undefined : clients.byId(id)
    return client === undefined ? null : displayName(client)
  }

  /** Every session once, with all that it has lost. */
  function lostSessions(lost: readonly LossRow[]): LostSession[] {
    const found = new Map<string, LostSession>()
    for (const { id, kind, sessionId, clientId, words, tableName } of lost) {
      if (kind !== 'session' && kind !== 'part') continue
      const key = sessionId ?? `unknown ${id}`
      const row = sessionId === null ? undefined : sessions.byId(sessionId)
      const client = row?.clientId ?? clientId
      const known = found.get(key) ?? {
        id: sessionId,
        clientId: client,
        clientName: nameOf(client),
        serviceStart: null,
        what: kind,
        parts: [],
        isSigned: sessionId !== null && signatures.of(sessionId) !== undefined,
        isThere: row !== undefined && row.discardedAt === null,
      }
      const isWhole = kind === 'session' || known.what === 'session'
      found.set(key, {
        ...known,
        what: isWhole ? 'session' : 'part',
        // The stand-in's own day says nothing.
        serviceStart: isWhole ? words || known.serviceStart : (row?.serviceStart ?? null),
        parts: tableName === null ? known.parts : [...known.parts, tableName],
      })
    }
    return [...found.values()]
  }

  function toList({ id, ...salvage }: SalvageRow, all: readonly LossRow[]): SalvageList {
    const lost = all.filter(({ salvageId }) => salvageId === id)
    return {
      id,
      ...salvage,
      tables: lost.flatMap(({ kind, tableName, amount }) =>
        tableName !== null && (kind === 'rows' || kind === 'left out')
          ? [{ table: tableName, amount, isLeftOut: kind === 'left out' }]
          : [],
      ),
      clients: lost
        .filter(({ kind }) => kind === 'client')
        .map(({ clientId, words }) => {
          const name = nameOf(clientId)
          return { id: clientId, name: name ?? (words === '' ? null : words), isStandIn: name !== null }
        }),
      sessions: lostSessions(lost),
      signatures: lost
        .filter(({ kind }) => kind === 'signature')
        .map(({ sequence, sessionId, clientId }) => {
          const row = sessionId === null ? undefined : sessions.byId(sessionId)
          return {
            sequence: sequence ?? 0,
            sessionId: row?.id ?? null,
            clientName: nameOf(row?.clientId ?? clientId),
            serviceStart: row?.serviceStart ?? null,
          }
        }),
    }
  }

  const list = () => {
    const lost = salvages.losses()
    return salvages.all().map((salvage) => toList(salvage, lost))
  }

  return {
    'salvage:list': () => ({ salvages: list() }),
    'salvage:compose': () => ({ text: salvageText(list()) }),
  }
}
