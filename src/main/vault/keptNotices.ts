// The notices of an open vault: in the database, or in memory if that is damaged just there.
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import { createNoticeRepository } from '../database/repositories/noticeRepository.ts'
import { isSqliteError } from '../database/sqliteErrors.ts'
import type { NewNotice } from './openingNotices.ts'

/** The empty fields of a notice. */
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
  // Reported once for as long as the vault is open.
  let isDamageReported = false

  const remember = (notice: NewNotice) => {
    inMemory = [...inMemory, { id: -1 - inMemory.length, ...notice }]
  }

  /** Runs what needs the table; a table that can't be read or written is itself reported. */
  function tried<T>(run: () => T, otherwise: T): T {
    try {
      return run()
    } catch (error) {
      // Drizzle wraps what SQLite says.
      if (!isSqliteError(error) && !(error instanceof Error && isSqliteError(error.cause))) throw error
      if (!isDamageReported) remember({ ...noNotice, kind: 'damage', foundAt: now(), problems: 1 })
      isDamageReported = true
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
