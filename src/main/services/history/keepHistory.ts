// Stores the history of every part of a draft that an operation saves, as the contract states.
import { contract, partSavedBy, sessionWrittenBy, type Channel } from '#shared/contract/contract.ts'
import { keptPartOf } from '#shared/domain/note/parts.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { DraftHistory } from './draftHistory.ts'
import { openDraft } from '../../records/openDraft.ts'

type Handler = (input: unknown) => unknown

/** The same handlers; those that save a part of a draft store its history in the same transaction. */
export function keepHistory<H extends Partial<Record<Channel, unknown>>>(
  handlers: H,
  repositories: Repositories,
  history: DraftHistory,
): H {
  const keeping = (channel: Channel, handle: Handler): Handler => {
    if (contract[channel].part === null) return handle
    return repositories.atomic((input: unknown) => {
      const saved = partSavedBy(channel, input)
      const part = saved === null || saved === 'whole' ? null : keptPartOf(saved)
      if (part === null) return handle(input)
      const sessionId = sessionWrittenBy(channel, input) ?? ''
      // A session that does not exist has no history.
      openDraft(repositories, sessionId)
      return history.keep(sessionId, part, () => handle(input))
    })
  }
  const entries = Object.entries(handlers) as [Channel, Handler][]
  return Object.fromEntries(entries.map(([channel, handle]) => [channel, keeping(channel, handle)])) as H
}
