// Saves the changes of one user action in one transaction, and only over what the saving page has read.
import { AppError, fieldError } from '#main/appError.ts'
import { contract, partSavedBy, sessionWrittenBy, type Channel, type Output } from '#shared/contract/contract.ts'
import type { DraftChange } from '#shared/contract/drafts.ts'
import { keptPartOf } from '#shared/domain/note/parts.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers } from '../services.ts'
import { joinStored } from './joinStored.ts'
import { createRevisions, type RevisedPart } from './revisions.ts'

type Saved = Output<'session:saveSection'>
type SavingHandlers = Pick<Handlers<DraftChange['operation']>, DraftChange['operation']>

const removals: ReadonlySet<Channel> = new Set([
  'finding:remove',
  'stroke:remove',
  'treatedArea:remove',
  'timer:remove',
])

/**
 * The given handlers with those of drafts. Whatever saves a part, alone or with others, increases its revision.
 * @param handlers every handler that saves a part, with their history
 * @param closeHistory keeps what is stored now as a moment of its own, whatever is saved next
 */
export function withDraftSaving<H extends SavingHandlers>(
  handlers: H,
  repositories: Repositories,
  closeHistory: (sessionId: string) => void,
): H & Handlers<'draft:save' | 'draft:revision'> {
  const { atomic, sessions } = repositories
  const revisions = createRevisions()

  const noting = (channel: Channel, handle: (input: unknown) => unknown) => (input: unknown) => {
    const answer = handle(input)
    const part = partSavedBy(channel, input)
    if (part !== null) revisions.note(sessionWrittenBy(channel, input) ?? '', part, null)
    return answer
  }

  const make = ({ operation, input }: DraftChange): Saved | null => {
    try {
      return (handlers[operation] as (input: unknown) => Saved)(input)
    } catch (error) {
      const isGone = error instanceof AppError && error.code === 'NOT_FOUND' && removals.has(operation)
      if (isGone && sessions.byId(sessionWrittenBy(operation, input) ?? '')) return null
      throw error
    }
  }

  const makeAll = atomic((changes: readonly DraftChange[]) => changes.map(make))

  const alone = Object.entries(handlers).map(([channel, handle]) => [
    channel,
    contract[channel as Channel].part === null
      ? handle
      : noting(channel as Channel, handle as (input: unknown) => unknown),
  ])
  return {
    ...(Object.fromEntries(alone) as H),

    'draft:revision': () => ({ revision: revisions.now() }),

    'draft:save': ({ sessionId, writer, since, overwrites, changes }) => {
      const parts = changes.map(({ operation, input }, at) => {
        if (sessionWrittenBy(operation, input) !== sessionId) throw fieldError(`changes.${at}`, 'other_session')
        return partSavedBy(operation, input) ?? 'whole'
      })
      const stale = new Set(parts.filter((part) => revisions.isStale(sessionId, part, writer, since)))
      const [first] = stale
      if (first !== undefined && !overwrites) {
        throw new AppError('CONFLICT', { issues: [{ path: first, code: 'changed_meanwhile' }] })
      }
      if (overwrites) closeHistory(sessionId)
      const isJoined = (part: RevisedPart) => stale.has(part) && part !== 'whole' && keptPartOf(part) === null
      const answers = makeAll(
        changes.map((change, at) => (isJoined(parts[at] ?? 'whole') ? joinStored(repositories, change) : change)),
      )
      // What is joined is not what the page has on screen: it has to read it before it saves the part again.
      for (const part of parts) revisions.note(sessionId, part, isJoined(part) ? null : writer)
      const times = answers.flatMap((answer) => answer?.savedAt ?? [])
      return { savedAt: times.toSorted().at(-1) ?? sessions.byId(sessionId)?.updatedAt ?? '' }
    },
  }
}
