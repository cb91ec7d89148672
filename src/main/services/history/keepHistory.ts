// Which operations save a part of a draft, so that the part's history is kept with each of them.
import type { Input } from '#shared/contract/contract.ts'
import { sessionWrites } from '#shared/contract/sessionWrites.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { DraftHistory } from './draftHistory.ts'
import { openDraft } from '../sessions/draftGuard.ts'
import { partOfMark, type StoredPart } from './draftParts.ts'

/** The part of which each operation saves something. */
const partSaved = {
  'session:saveSection': ({ section }) => section,
  'session:saveDetails': () => 'details',
  'session:savePain': () => 'measures',
  'session:saveMeasures': () => 'measures',
  'session:saveItems': () => 'measures',
  'finding:put': ({ finding }) => partOfMark('finding', finding.id),
  'finding:remove': ({ id }) => partOfMark('finding', id),
  'stroke:put': ({ stroke }) => partOfMark('stroke', stroke.id),
  'stroke:remove': ({ id }) => partOfMark('stroke', id),
  'treatedArea:put': ({ area }) => partOfMark('area', area.id),
  'treatedArea:remove': ({ id }) => partOfMark('area', id),
} as const satisfies { [C in keyof typeof sessionWrites]?: (input: Input<C>) => StoredPart }

/** The same handlers; those that save a part of a draft keep its history in the same transaction. */
export function keepHistory<H extends Record<keyof typeof partSaved, unknown>>(
  handlers: H,
  repositories: Repositories,
  history: DraftHistory,
): H {
  const keeping = (channel: keyof typeof partSaved) => {
    const handle = handlers[channel] as (input: unknown) => unknown
    return repositories.atomic((input: unknown) => {
      const sessionId = sessionWrites[channel](input as never)
      const part = partSaved[channel](input as never)
      // A session that is not there has no history to keep.
      openDraft(repositories, sessionId)
      return history.keep(sessionId, part, () => handle(input))
    })
  }
  const channels = Object.keys(partSaved) as (keyof typeof partSaved)[]
  return { ...handlers, ...Object.fromEntries(channels.map((channel) => [channel, keeping(channel)])) }
}
