// The notices of an open vault: in the database, and in memory where that is damaged just there.
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import { createNoticeRepository } from '../database/repositories/noticeRepository.ts'
import { isSqliteError } from '../database/sqliteErrors.ts'
import type { NewNotice } from './openingNotices.ts'

/** A notice that says nothing yet. */
export const noNotice: Omit<NewNotice, 'kind' | 'foundAt'> = {
  fileName: null,
  expectedSignatures: null,
  foundSignatures: null,
  expectedAt: null,
  problems: null,
}

export interface KeptNotices {
  add(notice: NewNotice): void
  /** Those that nobody has acknowledged, oldest first. */
  open(): readonly VaultNotice[]
  acknowledge(): void
}

export function keepNotices(database: OpenDatabase, now: () => string): KeptNotices {
  const stored = createNoticeRepository(database)
  let inMemory: readonly VaultNotice[] = []
  // Told once for as long as the vault is open.
  let isUnreadableTold = false

  const remember = (notice: NewNotice) => {
    inMemory = [...inMemory, { id: -1 - inMemory.length, ...notice }]
  }

  /** Runs what needs the table; where that can't be read or written, this itself is told. */
  function tried<T>(run: () => T, otherwise: T): T {
    try {
      return run()
    } catch (error) {
      // Drizzle wraps what SQLite says.
      if (!isSqliteError(error) && !(error instanceof Error && isSqliteError(error.cause))) throw error
      if (!isUnreadableTold) remember({ ...noNotice, kind: 'damage', foundAt: now(), problems: 1 })
      isUnreadableTold = true
      return otherwise
    }
  }

  return {
    add(notice) {
      const isStored = tried(() => (stored.add(notice), true), false)
      if (!isStored && notice.kind !== 'damage') remember(notice)
    },
    open() {
      const known = tried(() => stored.open(), [])
      return [...known, ...inMemory]
    },
    acknowledge() {
      tried(() => stored.acknowledge(now()), undefined)
      inMemory = []
    },
  }
}
