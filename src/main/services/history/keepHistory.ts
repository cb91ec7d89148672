// Which operations save a part of a draft, so that the part's history is kept with each of them.
import type { Input, ServiceChannel } from '#shared/contract/contract.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { DraftHistory } from './draftHistory.ts'
import { partOfMark, type StoredPart } from './draftParts.ts'

interface Saved {
  readonly sessionId: string
  readonly part: StoredPart
}

/** What each operation saves a part of. */
const saving = {
  'session:saveSection': ({ id, section }: Input<'session:saveSection'>) => ({ sessionId: id, part: section }),
  'session:saveDetails': ({ id }: Input<'session:saveDetails'>) => ({ sessionId: id, part: 'details' }),
  'session:savePain': ({ id }: Input<'session:savePain'>) => ({ sessionId: id, part: 'measures' }),
  'session:saveMeasures': ({ id }: Input<'session:saveMeasures'>) => ({ sessionId: id, part: 'measures' }),
  'session:saveItems': ({ id }: Input<'session:saveItems'>) => ({ sessionId: id, part: 'measures' }),
  'finding:put': ({ finding: { id, sessionId } }: Input<'finding:put'>) => ofMark('finding', sessionId, id),
  'finding:remove': ({ id, sessionId }: Input<'finding:remove'>) => ofMark('finding', sessionId, id),
  'stroke:put': ({ stroke: { id, sessionId } }: Input<'stroke:put'>) => ofMark('stroke', sessionId, id),
  'stroke:remove': ({ id, sessionId }: Input<'stroke:remove'>) => ofMark('stroke', sessionId, id),
  'treatedArea:put': ({ area: { id, sessionId } }: Input<'treatedArea:put'>) => ofMark('area', sessionId, id),
  'treatedArea:remove': ({ id, sessionId }: Input<'treatedArea:remove'>) => ofMark('area', sessionId, id),
} satisfies { [C in ServiceChannel]?: (input: Input<C>) => Saved }

function ofMark(sort: Parameters<typeof partOfMark>[0], sessionId: string, id: string) {
  return { sessionId, part: partOfMark(sort, id) }
}

/** The same handlers; those that save a part of a draft keep its history in the same transaction. */
export function keepHistory<H extends Record<keyof typeof saving, unknown>>(
  handlers: H,
  { atomic }: Repositories,
  history: DraftHistory,
): H {
  const keeping = (channel: keyof typeof saving) => {
    const handle = handlers[channel] as (input: unknown) => unknown
    const savedBy = saving[channel] as (input: unknown) => Saved
    return atomic((input: unknown) => {
      const { sessionId, part } = savedBy(input)
      return history.keep(sessionId, part, () => handle(input))
    })
  }
  const channels = Object.keys(saving) as (keyof typeof saving)[]
  return { ...handlers, ...Object.fromEntries(channels.map((channel) => [channel, keeping(channel)])) }
}
