// An open vault: its database, the keeper that makes "saved" true, what was found on opening it, and its check.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { OnlyRead } from '#shared/contract/vault.ts'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import { AppError } from '../appError.ts'
import { checkInThread } from '../database/check/checkInThread.ts'
import { removeCopiesBeforeSteps } from '../database/migrate.ts'
import { logOf } from '../database/file/log.ts'
import { migrations as shippedMigrations, type Migration } from '../database/migrations/migrations.ts'
import {
  checkpointAndClose,
  closeWithLog,
  openDatabase,
  type DatabaseLocation,
  type OpenDatabase,
} from '../database/openDatabase.ts'
import { refuseNewer } from '../database/ownFile.ts'
import { fromFileError } from '../fileErrors.ts'
import { refuseOtherThanFile } from '../ordinaryFile.ts'
import { createErasureRepository } from '../database/repositories/erasureRepository.ts'
import type { Surroundings } from '../services/services.ts'
import type { Envelope } from './envelope.ts'
import { storeEnvelope } from './envelopeFiles.ts'
import { headSealer, missingEntries, newestSignatureOf, openHeadFile, writeFirstHead, type Head } from './head.ts'
import { makeKeeper, type Keeper } from './keeper.ts'
import { newestHead, rememberedHead } from './knownHead.ts'
import { takeLease, type HeldLease, type LeaseOwner } from './lease.ts'
import type { Marker } from './marker.ts'
import type { OpenVault } from './openedVault.ts'
import { keepNotices, noNotice, type KeptNotices } from './keptNotices.ts'
import { openingNotices, type NewNotice } from './openingNotices.ts'
import { leaseFile, namesIn, placeOf, vaultFiles, type VaultFiles } from './vaultFolder.ts'
import { openScratch, removeScratch, writeRescue } from './rescueCopy.ts'

/** How often the lease says that somebody is there. */
const renewEveryMilliseconds = 60_000

/** How often a file is checked without any reason. */
const checkEveryMilliseconds = 7 * 24 * 60 * 60 * 1000

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
  readonly owner: LeaseOwner
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
  // SQLite keeps the log beside what a link leads to.
  const own = { file: placeOf(files.database), key, vaultId }
  const factsBefore = factsOf(own.file)
  let lease: HeldLease | null = null
  /** Gives the lease back as if the vault had not been opened. */
  const undoLease = () => lease?.undo(factsOf(own.file) === factsBefore)
  try {
    refuseOtherThanFile(files.head)
    if (parts.onlyRead === undefined) {
      // Before somebody else's lease is replaced: where this is so, nobody opens it here.
      refuseNewer(own, (migrations ?? shippedMigrations).length)
      lease = takeLease(leaseFile(folder), parts.owner, surroundings.newId(), now)
    }
    const remembered = rememberedHead(marker, vaultId, sealer)
    const known = newestHead(headFile.found, remembered.head)
    const look = (opened: OpenDatabase) => openingNotices(opened, known, remembered.generation, now())
    let kept: { notices: KeptNotices; isAnyFound: boolean } | null = null
    const database = openDatabase(
      {
        ...own,
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
      if (database.onlyRead === null && kept !== null && lease !== null) {
        return keptVault(database, kept, known, lease)
      }
      undoLease()
      return readOnlyVault(database, look(database))
    } catch (error) {
      checkpointAndClose(database)
      throw error
    }
  } catch (error) {
    key.fill(0)
    sealer.forget()
    headFile.close()
    undoLease()
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
    held: HeldLease,
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
      lease: held,
      checkedAt: known?.checkedAt ?? null,
      now,
      remember: (head) =>
        marker.remember(vaultId, folder, { sealed: sealer.seal(head, 1), generation: head.generation }),
      isLogRead: () => reading.size > 0,
    })
    const renewal = setInterval(held.renew, renewEveryMilliseconds)
    renewal.unref()
    let scratch: OpenDatabase | null = null
    const endRescue = () => {
      if (scratch !== null) removeScratch(scratch)
      scratch = null
    }
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
      takenBy: keeper.takenBy,
      setMoved(isMoved) {
        try {
          held.setMoved(isMoved)
        } catch (error) {
          if (error instanceof AppError) throw error
          throw fromFileError(error) ?? new AppError('IO_ERROR', undefined, { cause: error })
        }
      },
      beginRescue() {
        endRescue()
        if (!keeper.isShared()) return database
        scratch = openScratch({ file: database.file, key, vaultId }, migrations)
        return scratch
      },
      endRescue,
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
      writeRescue: (place, inCopy) =>
        scratch === null
          ? writeRescue({ ...rescuing, database, keeper }, place, inCopy)
          : writeRescue({ ...rescuing, database: scratch, keeper: inScratch(keeper) }, place, inCopy),
      renewRecoveryCode,
      prepareNewKeys,
      close(how) {
        if (!database.sqlite.open) return
        stopCheck()
        clearInterval(renewal)
        endRescue()
        const isOurs = keeper.takenBy() === null && !isOverwritten()
        keeper.close(isOurs ? checkpointAndClose(database) : closeWithLog(database))
        if (how === 'unused') held.undo(false)
        else held.release()
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
      takenBy: () => null,
      setMoved: refuseToWrite,
      beginRescue: () => database,
      endRescue: () => undefined,
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

/** What changes whenever a database or its log is written; '' where that cannot be told. */
function factsOf(file: string): string {
  try {
    const found = [file, logOf(file)].map((one) => statSync(one, { bigint: true, throwIfNoEntry: false }))
    return found.map((one) => (one === undefined ? 'none' : `${one.ino} ${one.size} ${one.mtimeNs}`)).join(' | ')
  } catch {
    return ''
  }
}

/** What is known of a copy that nobody else writes in. */
const inScratch = ({ head }: Pick<Keeper, 'head'>) => ({ head, isOverwritten: () => false })

function refuseToWrite(): never {
  throw new AppError('READ_ONLY')
}

/** A clock that was set back makes a check due, as a week does. */
function isRecent(checkedAt: string | null, now: string): boolean {
  if (checkedAt === null) return false
  const passed = Date.parse(now) - Date.parse(checkedAt)
  return passed >= 0 && passed < checkEveryMilliseconds
}
