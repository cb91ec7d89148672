// What an open vault can do.
import type { OnlyRead } from '#shared/contract/vault.ts'
import type { LeaseHolder } from '#shared/domain/lease.ts'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import type { DatabaseLocation, OpenDatabase } from '../database/openDatabase.ts'
import type { Head } from './head.ts'
import type { ReportStage } from './newKeys.ts'
import type { InRescueCopy } from './rescueCopy.ts'
import type { VaultFiles } from './vaultFolder.ts'

/** A vault that is open. */
export interface OpenVault {
  readonly database: OpenDatabase
  /** Why everything can be read and nothing is saved; null when it is saved. */
  readonly onlyRead: OnlyRead | null
  /**
   * To be called before each operation.
   * @throws AppError VAULT_MOVED when the vault's files are not where they were opened
   */
  refuseIfMoved(): void
  /** To be called before the commit of an operation is acknowledged. Throws like {@link refuseIfMoved}. */
  keep(): void
  isMoved(): boolean
  /** Whether another program has written the database since the last call without making it another one: it must be checked. */
  takeTouch(): boolean
  /** Whether another program has overwritten its files: their content is lost, except what is still in memory or on screen. */
  isOverwritten(): boolean
  /** Whether closing it would lose what was saved: its file was removed, or its log overwritten. */
  isOnlyHere(): boolean
  /** Who has taken the vault over in its folder; null while nobody has. */
  takenBy(): LeaseHolder | null
  /**
   * Says in the vault that the practice goes on elsewhere, or takes that back.
   * @throws AppError VAULT_MOVED, READ_ONLY, DISK_FULL, IO_ERROR
   */
  setMoved(isMoved: boolean): void
  /** What was found wrong and nobody has acknowledged yet. */
  notices(): readonly VaultNotice[]
  acknowledgeNotices(): void
  readonly check: VaultCheck
  /** How many entries of the audit log were missing, at least, when it was opened; 0 for none. */
  readonly missingEntries: number
  readonly vaultId: string
  /**
   * Runs what reads the database over a connection of its own, in a thread: its log is not emptied meanwhile.
   * @param read gets where the database is and the key, which it must not keep
   * @throws AppError VAULT_MOVED when the files were not the vault's before or after it
   */
  beside<T>(read: (location: DatabaseLocation) => Promise<T>): Promise<T>
  /** Whether unused places of the files may hold what was erased, and the names of files beside them that may. */
  tracesLeft(): { readonly isLeft: boolean; readonly files: string[] }
  /** Ends the check of the file, and waits for all else that reads from the log. */
  untilUnread(): Promise<void>
  /** Removes them; see `Keeper.clearTraces`. The copies that were taken before steps of the schema go as well. */
  clearTraces(): void
  /**
   * Writes the other files of a vault beside a copy of the database: what opens it now, and its head.
   * @throws AppError, and the node error of what failed
   */
  writeBeside(files: VaultFiles, head: Omit<Head, 'committedBytes'>): void
  /**
   * A database that what is on screen may be written into for a rescue copy: this one; or, where another computer writes
   * in the files, a copy of what they hold, until {@link endRescue}.
   */
  beginRescue(): OpenDatabase
  endRescue(): void
  /**
   * Writes all that the open database holds into a new vault in another place: the same passphrase and recovery code
   * open it. Where somebody has overwritten the files so that it can't be read any more, the copy is what they hold now,
   * with what is on screen in it.
   * @param folder a path at which nothing is
   * @returns whether what is on screen is in the copy, as far as it was given to this database
   * @throws AppError ALREADY_EXISTS, DB_CORRUPT when it can't be read back, DISK_FULL, READ_ONLY, IO_ERROR
   */
  writeRescue(folder: string, inCopy: InRescueCopy): boolean
  /**
   * Wraps the key under a new recovery code; the old one stops working.
   * @returns the code, which is stored nowhere
   */
  renewRecoveryCode(): string
  /**
   * Makes the vault anew beside this one, under a new database key, while this one stays open and must not be written.
   * @param finish puts the last rows into the new database
   * @returns what exchanges the two; until it is called nothing has changed
   * @throws AppError WRONG_PASSPHRASE, THROTTLED, NO_ROOM, and what `report` throws
   */
  prepareNewKeys(passphrase: string, report: ReportStage, finish: (copy: OpenDatabase) => void): Promise<ExchangeVaults>
  /**
   * Writes everything into the database's file, closes it and overwrites the key. Does nothing the second time.
   * @param how `unused` where it never came to use: a mark that the practice was moved is in its folder again
   */
  close(how?: 'unused'): void
}

/**
 * Closes this vault, puts the new one in its place and opens it. When that fails, this one is restored and opened
 * again.
 * @returns the vault that is open now; the recovery code is stored nowhere
 */
export type ExchangeVaults = () => { vault: OpenVault; recoveryCode: string } | { vault: OpenVault; failure: unknown }

/** The check of the whole file. */
export interface VaultCheck {
  /** Whether it should run by itself: after a crash, after a problem, and weekly. */
  readonly isDue: boolean
  /** When the file was last found sound, UTC; null when it never was. */
  readonly soundAt: string | null
  readonly isRunning: boolean
  /**
   * Reads the whole file in its own thread, and stores the result. One at a time.
   * @param report receives how many steps are done, and how many there are
   * @param signal ends it without a result
   */
  run(report: (done: number, total: number) => void, signal: AbortSignal): Promise<void>
  /** Ends it without a result. */
  stop(): void
}
