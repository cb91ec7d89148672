// An open vault: its database, the keeper that makes "saved" true, what was found on opening it, and its check.
import { basename } from 'node:path'
import type { OnlyRead } from '#shared/contract/vault.ts'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import { AppError } from '../appError.ts'
import { checkInThread } from '../database/check/checkInThread.ts'
import { removeCopiesBeforeSteps } from '../database/migrate.ts'
import type { Migration } from '../database/migrations/migrations.ts'
import {
  checkpointAndClose,
  closeWithLog,
  openDatabase,
  type DatabaseLocation,
  type OpenDatabase,
} from '../database/openDatabase.ts'
import { refuseOtherThanFile } from '../ordinaryFile.ts'
import { createErasureRepository } from '../database/repositories/erasureRepository.ts'
import type { Surroundings } from '../services/services.ts'
import type { Envelope } from './envelope.ts'
import { storeEnvelope } from './envelopeFiles.ts'
import { headSealer, missingEntries, newestSignatureOf, openHeadFile, writeFirstHead, type Head } from './head.ts'
import { makeKeeper } from './keeper.ts'
import { newestHead, rememberedHead } from './knownHead.ts'
import type { Marker } from './marker.ts'
import { keepNotices, noNotice, type KeptNotices } from './keptNotices.ts'
import { openingNotices, type NewNotice } from './openingNotices.ts'
import type { ReportStage } from './newKeys.ts'
import { namesIn, placeOf, vaultFiles, type VaultFiles } from './vaultFolder.ts'
import { writeRescue, type InRescueCopy } from './rescueCopy.ts'

/** How often a file is checked without any reason. */
const checkEveryMilliseconds = 7 * 24 * 60 * 60 * 1000

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
  /** Writes everything into the database's file, closes it and overwrites the key. Does nothing the second time. */
  close(): void
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

export interface OpeningParts {
  readonly folder: string
  /** The database key. It is overwritten when the vault is closed, or when opening it fails. */
  readonly key: Buffer
  readonly vaultId: string
  /** What opens the vault now: its passphrase and recovery code may have changed since it was opened. */
  readonly envelope: () => Envelope
  readonly surroundings: Surroundings
  readonly marker: Marker
  readonly checkThread: string | URL
  readonly migrations: readonly Migration[] | undefined
  /** What could be read of the vault, open already; null to open its own database. */
  readonly salvaged?: OpenDatabase
  readonly renewRecoveryCode: OpenVault['renewRecoveryCode']
  readonly prepareNewKeys: OpenVault['prepareNewKeys']
  /** Set where it is to be read only, and why: none of its files is written. */
  readonly onlyRead: OnlyRead | undefined
}

/**
 * Opens the database of a vault.
 * @throws what `openDatabase` throws
 */
export function openVaultWith(parts: OpeningParts): OpenVault {
  const { folder, key, vaultId, surroundings, marker, checkThread, migrations } = parts
  const { renewRecoveryCode, prepareNewKeys } = parts
  const { now } = surroundings.clock
  const files = vaultFiles(folder)
  const sealer = headSealer(key, vaultId)
  const rescuing = { key, vaultId, now, migrations, envelope: parts.envelope }
  const headFile = openHeadFile(files.head, sealer)
  // What is missing in it is said where it is shown, and not that somebody has taken it out.
  if (parts.salvaged) return readOnlyVault(parts.salvaged, [])
  try {
    refuseOtherThanFile(files.head)
    const remembered = rememberedHead(marker, vaultId, sealer)
    const known = newestHead(headFile.found, remembered.head)
    const look = (opened: OpenDatabase) => openingNotices(opened, known, remembered.generation, now())
    let kept: { notices: KeptNotices; isAnyFound: boolean } | null = null
    const database = openDatabase(
      {
        // SQLite keeps the log beside what a link leads to.
        file: placeOf(files.database),
        key,
        vaultId,
        afterGeneration: known?.generation ?? 0,
        onlyRead: parts.onlyRead,
        // Afterwards the database is newer than its head: after a crash in between, nothing may be reported as lost.
        beforeCounting(opened) {
          const notices = keepNotices(opened, now)
          const found = look(opened)
          for (const notice of found) notices.add(notice)
          if (known === null) writeStartingHead(opened)
          kept = { notices, isAnyFound: found.length > 0 }
        },
      },
      migrations,
    )
    try {
      return database.onlyRead !== null || kept === null
        ? readOnlyVault(database, look(database))
        : keptVault(database, kept, known)
    } catch (error) {
      checkpointAndClose(database)
      throw error
    }
  } catch (error) {
    key.fill(0)
    sealer.forget()
    headFile.close()
    throw error
  }

  /** A database with generations and without a head would be taken for one whose head was deleted. */
  function writeStartingHead({ sqlite, log }: OpenDatabase): void {
    const at = { generation: log.generation ?? 0, committedBytes: 0, committedAt: now(), checkedAt: null }
    try {
      headFile.write({ ...at, ...newestSignatureOf(sqlite)() })
      headFile.sync()
    } catch {
      // It is tried again when the database is open; at worst it is reported as missing.
    }
  }

  function keptVault(
    database: OpenDatabase,
    { notices, isAnyFound }: { notices: KeptNotices; isAnyFound: boolean },
    known: Head | null,
  ): OpenVault {
    let checking: AbortController | null = null
    const reading = new Set<Promise<unknown>>()
    async function beside<T>(read: (location: DatabaseLocation) => Promise<T>): Promise<T> {
      keeper.refuseIfMoved()
      const reader = read({ file: database.file, key, vaultId })
      reading.add(reader)
      try {
        const result = await reader
        // It may have read other files than the open ones.
        if (database.sqlite.open) keeper.refuseIfMoved()
        return result
      } finally {
        reading.delete(reader)
      }
    }
    async function check(report: (done: number, total: number) => void, signal: AbortSignal): Promise<void> {
      const mine = new AbortController()
      checking = mine
      const location = { file: database.file, key, vaultId }
      const checked = checkInThread(checkThread, location, report, AbortSignal.any([signal, mine.signal]))
      reading.add(checked)
      const problems = await checked.finally(() => reading.delete(checked))
      if (checking === mine) checking = null
      // The vault may have been closed meanwhile.
      if (problems === null || mine.signal.aborted || signal.aborted || !database.sqlite.open) return
      // It may have read other files than the open ones: its result says nothing about these.
      if (keeper.isMoved()) return
      if (problems.length === 0) keeper.checked(now())
      else notices.add({ ...noNotice, kind: 'damage', foundAt: now(), problems: problems.length })
    }
    const stopCheck = () => {
      checking?.abort()
      checking = null
    }
    const keeper = makeKeeper({
      database,
      place: files.database,
      headFile,
      checkedAt: known?.checkedAt ?? null,
      now,
      remember: (head) =>
        marker.remember(vaultId, folder, { sealed: sealer.seal(head, 1), generation: head.generation }),
      isLogRead: () => reading.size > 0,
    })
    const wasCrashed = database.log.content.frames > 0
    /** Files that another program has put there are not mixed with our log: that stays beside them, and is found the next time. */
    const isOverwritten = () => {
      try {
        return keeper.isOverwritten()
      } catch {
        return true
      }
    }
    return {
      database,
      missingEntries: missingEntries(database.sqlite, known),
      onlyRead: null,
      refuseIfMoved: keeper.refuseIfMoved,
      keep: keeper.keep,
      isMoved: keeper.isMoved,
      takeTouch: keeper.takeTouch,
      isOverwritten,
      isOnlyHere: keeper.isOnlyHere,
      notices: notices.open,
      acknowledgeNotices: notices.acknowledge,
      check: {
        get isDue() {
          const { checkedAt } = keeper.head
          return wasCrashed || isAnyFound || !isRecent(checkedAt, now())
        },
        get soundAt() {
          return keeper.head.checkedAt
        },
        get isRunning() {
          return checking !== null
        },
        run: check,
        stop: stopCheck,
      },
      vaultId,
      beside,
      tracesLeft: () => tracesLeft(database),
      async untilUnread() {
        stopCheck()
        // A new reader may have begun meanwhile.
        // oxlint-disable-next-line no-await-in-loop -- until there is none
        while (reading.size > 0) await Promise.allSettled(reading)
      },
      clearTraces() {
        removeCopiesBeforeSteps(database.file)
        keeper.clearTraces()
      },
      writeBeside,
      writeRescue: (place, inCopy) => writeRescue({ ...rescuing, database, keeper }, place, inCopy),
      renewRecoveryCode,
      prepareNewKeys,
      close() {
        if (!database.sqlite.open) return
        stopCheck()
        keeper.close(isOverwritten() ? closeWithLog(database) : checkpointAndClose(database))
        sealer.forget()
        key.fill(0)
      },
    }
  }

  function readOnlyVault(database: OpenDatabase, found: readonly NewNotice[]): OpenVault {
    let open = found.map((notice, index): VaultNotice => ({ id: -1 - index, ...notice }))
    return {
      database,
      missingEntries: 0,
      onlyRead: database.onlyRead,
      refuseIfMoved: () => undefined,
      keep: () => undefined,
      isMoved: () => false,
      takeTouch: () => false,
      isOverwritten: () => false,
      isOnlyHere: () => false,
      notices: () => open,
      acknowledgeNotices: () => void (open = []),
      check: { isDue: false, soundAt: null, isRunning: false, run: () => Promise.resolve(), stop: () => undefined },
      vaultId,
      beside: (read) => read({ file: database.file, key, vaultId }),
      tracesLeft: () => tracesLeft(database),
      untilUnread: () => Promise.resolve(),
      clearTraces: refuseToWrite,
      writeBeside,
      writeRescue: (place, { log }) =>
        writeRescue({ ...rescuing, database, keeper: null }, place, { putOnScreen: () => true, log }),
      renewRecoveryCode: refuseToWrite,
      prepareNewKeys: () => Promise.reject(new AppError('READ_ONLY')),
      close() {
        if (!database.sqlite.open) return
        checkpointAndClose(database)
        sealer.forget()
        headFile.close()
        key.fill(0)
      },
    }
  }

  /** Logs that were set aside are somebody's to look at: they are named, and never removed by the app. */
  function tracesLeft(opened: OpenDatabase): ReturnType<OpenVault['tracesLeft']> {
    const name = `${basename(files.database)}-wal.`
    return {
      isLeft: createErasureRepository(opened).tracesLeftSince() !== null,
      files: namesIn(folder).filter((other) => other.startsWith(name)),
    }
  }

  function writeBeside(inCopy: VaultFiles, head: Omit<Head, 'committedBytes'>): void {
    storeEnvelope(inCopy, parts.envelope())
    writeFirstHead(inCopy.head, { key, vaultId }, head)
  }
}

function refuseToWrite(): never {
  throw new AppError('READ_ONLY')
}

/** A clock that was set back makes a check due, as a week does. */
function isRecent(checkedAt: string | null, now: string): boolean {
  if (checkedAt === null) return false
  const passed = Date.parse(now) - Date.parse(checkedAt)
  return passed >= 0 && passed < checkEveryMilliseconds
}
