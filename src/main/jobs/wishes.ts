// Who waits for which job: a page that no longer does withdraws its own wish, and nobody else's.
import type { JobKind } from '#shared/contract/jobs.ts'
import { AppError } from '../appError.ts'

export interface Wishes {
  /**
   * Runs what a page has asked for, and knows its wish until that has ended.
   * @param kind null for work whose progress nobody sees
   * @param run receives the wish: a signal that is aborted with CANCELLED when the page withdraws it
   */
  during<T>(page: number, kind: JobKind | null, run: (wish: AbortSignal) => Promise<T>): Promise<T>
  /** The page no longer wants what it has asked for of this kind. */
  withdraw(page: number, kind: JobKind): void
  /** The page is gone, and with it all that it wanted. */
  withdrawAll(page: number): void
  /** Withdraws every page's wish for this kind. */
  cancel(kind: JobKind): void
}

interface Wish {
  readonly page: number
  readonly kind: JobKind | null
  readonly ending: AbortController
}

/** No wish yet. */
export function makeWishes(): Wishes {
  const open = new Set<Wish>()
  const withdrawWhere = (isMeant: (wish: Wish) => boolean) => {
    for (const wish of open) if (isMeant(wish)) wish.ending.abort(new AppError('CANCELLED'))
  }
  return {
    async during(page, kind, run) {
      const wish = { page, kind, ending: new AbortController() }
      open.add(wish)
      try {
        return await run(wish.ending.signal)
      } finally {
        open.delete(wish)
      }
    },
    withdraw: (page, kind) => withdrawWhere((wish) => wish.page === page && wish.kind === kind),
    withdrawAll: (page) => withdrawWhere((wish) => wish.page === page),
    cancel: (kind) => withdrawWhere((wish) => wish.kind === kind),
  }
}
