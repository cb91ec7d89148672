// What was changed in a copy of the vault since it and this one were the same. Both audit logs are chains of hashes, so the
// newest entry that they share says until when that was, whatever their clocks showed.
import type { ClientRow } from '../../database/repositories/clientRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { FoundSession } from '../../database/repositories/wholeSessionRepository.ts'

export interface Changes {
  hasSession(this: void, session: FoundSession): boolean
  /** Whether something of the client was changed. @param client with the time of the row that it is asked for */
  hasClient(this: void, client: Pick<ClientRow, 'id' | 'updatedAt'>): boolean
  /** Whether what was made then was in both. */
  wasShared(this: void, createdAt: string): boolean
}

/** Acts that leave a record as it was. */
const leavesAsItWas: ReadonlySet<string> = new Set(['viewed', 'exported'])

const stretchLength = 500

/** Where nothing is known of a time when both were the same, everything may have been changed. */
const everything: Changes = { hasSession: () => true, hasClient: () => true, wasShared: () => false }

export function changesSince(here: Repositories, there: Repositories): Changes {
  const entryAt = ({ audit }: Repositories, sequence: number) => audit.after(sequence - 1, 1)[0]
  let shared = 0
  let beyond = Math.min(here.audit.last()?.sequence ?? 0, there.audit.last()?.sequence ?? 0) + 1
  while (beyond - shared > 1) {
    const middle = (shared + beyond) >> 1
    const [own, other] = [entryAt(here, middle), entryAt(there, middle)]
    if (own !== undefined && own.hash === other?.hash) shared = middle
    else beyond = middle
  }
  const since = entryAt(there, shared)?.at
  if (shared === 0 || since === undefined) return everything

  const sessions = new Set<string>()
  const clients = new Set<string>()
  for (let last = shared; ;) {
    const entries = there.audit.after(last, stretchLength)
    for (const { act, recordKind, recordId, clientId } of entries) {
      if (leavesAsItWas.has(act) || recordId === null) continue
      if (recordKind === 'session') sessions.add(recordId)
      if (recordKind === 'addition') {
        const addendum = there.notes.addendum(recordId)
        if (addendum !== undefined) sessions.add(addendum.sessionId)
      }
      if (recordKind === 'client' && clientId !== null) clients.add(clientId)
    }
    if (entries.length < stretchLength) break
    last = entries.at(-1)?.sequence ?? last
  }
  // An entry stands for an hour of writing, so what was saved after the shared one may have none of its own.
  return {
    hasSession: ({ id, updatedAt, enteredAt }) => sessions.has(id) || updatedAt > since || enteredAt > since,
    hasClient: ({ id, updatedAt }) => clients.has(id) || updatedAt > since,
    wasShared: (createdAt) => createdAt <= since,
  }
}
