// How any mark is put on a draft's body map, changed and removed.
import { AppError } from '#main/appError.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { MarkRow, MarkStore } from '../../database/repositories/markStore.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { makingTime } from '../makingTime.ts'
import { found } from '../../records/found.ts'
import { openDraft } from '../../records/openDraft.ts'

interface Times {
  /** UTC. */
  readonly createdAt: string
  readonly updatedAt: string
}

export interface MarkChanges<Row extends MarkRow> {
  /**
   * Adds the mark, or changes it when its id is known.
   * @param toRow checks the mark against what is known of it, and gives the row to store
   * @throws NOT_FOUND without the session, SIGNED, CONFLICT when the mark belongs to another session or cannot be read
   */
  put(
    mark: { readonly id: string; readonly sessionId: string },
    toRow: (times: Times, known: Row | undefined) => Row,
  ): { savedAt: string }
  /** Removes the mark; throws like `put`, and NOT_FOUND without the mark. */
  remove(mark: { readonly id: string; readonly sessionId: string }): { savedAt: string }
}

/**
 * The changes of one kind of mark.
 * @param isReadable whether this version understands a stored mark; others are never changed
 */
export function createMarkChanges<Row extends MarkRow>(
  repositories: Repositories,
  clock: Clock,
  store: MarkStore<Row>,
  isReadable: (row: Row) => boolean,
): MarkChanges<Row> {
  const { sessions } = repositories
  // What was removed since the vault was opened: an undo puts it back in its old place, as it was, even where a
  // new mark of that kind would be refused.
  const removed = new Map<string, Row>()

  const refuseForeign = (row: Row, sessionId: string) => {
    if (row.sessionId !== sessionId || !isReadable(row)) throw new AppError('CONFLICT')
  }

  return {
    put({ id, sessionId }, toRow) {
      openDraft(repositories, sessionId)
      const stored = store.byId(id)
      const known = stored ?? removed.get(id)
      if (known) refuseForeign(known, sessionId)
      const savedAt = clock.now()
      const createdAt = known?.createdAt ?? makingTime(savedAt, store.lastMadeAt(sessionId))
      const row = toRow({ createdAt, updatedAt: savedAt }, known)
      if (stored) store.update(row)
      else store.insert(row)
      sessions.touch(sessionId, savedAt)
      return { savedAt }
    },

    remove({ id, sessionId }) {
      openDraft(repositories, sessionId)
      const stored = found(store.byId(id))
      refuseForeign(stored, sessionId)
      store.remove(id)
      removed.set(id, stored)
      const savedAt = clock.now()
      sessions.touch(sessionId, savedAt)
      return { savedAt }
    },
  }
}
