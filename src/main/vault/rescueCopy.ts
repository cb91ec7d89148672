// The rescue copy: all that an open vault holds, written as a vault of its own to another place.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../appError.ts'
import { logOf } from '../database/file/log.ts'
import type { Migration } from '../database/migrations/migrations.ts'
import { checkIntegrity } from '../database/check/checkIntegrity.ts'
import { checkpointAndClose, openDatabase, type DatabaseLocation, type OpenDatabase } from '../database/openDatabase.ts'
import { copyForReading, makeReadingFolder } from '../database/readingCopy.ts'
import { syncFile, syncFolder } from '../durable.ts'
import { renameWithRetry } from '../renaming.ts'
import { noAttempts } from './attempts.ts'
import type { Envelope } from './envelope.ts'
import { storeEnvelope } from './envelopeFiles.ts'
import { newestSignatureOf, writeFirstHead, type Head } from './head.ts'
import type { Keeper } from './keeper.ts'
import { keepNotices, noNotice } from './keptNotices.ts'
import { vaultFiles } from './vaultFolder.ts'
import { writeFileSafely } from './writeFileSafely.ts'

/** The open vault that is copied. */
interface Rescued {
  readonly database: OpenDatabase
  /** Null for one that can only be read. */
  readonly keeper: Pick<Keeper, 'head' | 'isOverwritten'> | null
  readonly key: Buffer
  readonly vaultId: string
  readonly envelope: () => Envelope
  readonly migrations: readonly Migration[] | undefined
  readonly now: () => string
}

/** What is done in a copy before it is complete. */
export interface InRescueCopy {
  /** Takes what is on screen. @returns whether all of it is in */
  readonly putOnScreen: (copy: OpenDatabase) => boolean
  /** Notes in its audit log what it is. */
  readonly log: (copy: OpenDatabase) => void
}

/** Writes a rescue copy; see `OpenVault.writeRescue`. */
export function writeRescue(
  { database, keeper, key, vaultId, envelope, migrations, now }: Rescued,
  place: string,
  { putOnScreen, log }: InRescueCopy,
): boolean {
  if (existsSync(place)) throw new AppError('ALREADY_EXISTS')
  const head = keeper?.head ?? null
  const isOverwritten = keeper?.isOverwritten() ?? false
  const making = `${place}.unfinished`
  const inMaking = vaultFiles(making)
  try {
    const isScreenIn = copyInto()
    syncFile(inMaking.database)
    storeEnvelope(inMaking, envelope())
    writeFileSafely(inMaking.attempts, noAttempts())
    renameWithRetry(making, place)
    syncFolder(dirname(place))
    return isScreenIn
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }

  function copyInto(): boolean {
    try {
      begin()
      database.sqlite.prepare('VACUUM INTO ?').run(inMaking.database)
      return finish(() => true)
    } catch (error) {
      if (!isOverwritten) throw error
      // What is open no longer fits together. What the files hold now does, and takes what is on screen once more.
      begin()
      copyFileSync(database.file, inMaking.database)
      copyFileSync(logOf(database.file), logOf(inMaking.database))
      return finish(putOnScreen)
    }
  }

  function begin(): void {
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { recursive: true, mode: 0o700 })
  }

  /** Opened as on any day, which also makes it newer than what it is a copy of. */
  function finish(fill: (copy: OpenDatabase) => boolean): boolean {
    const location = { file: inMaking.database, key, vaultId }
    const copy = openDatabase({ ...location, afterGeneration: head?.generation ?? 0 }, migrations)
    let generation: number | null = null
    let isFilled = false
    try {
      isFilled = fill(copy)
      log(copy)
      if (checkIntegrity(copy.sqlite, isOverwritten ? 'full' : 'quick').length > 0) throw new AppError('DB_CORRUPT')
      // What was neither on screen nor in the log is as old as the file that was put there.
      if (isOverwritten) addOlderNotice(copy, head, now)
    } finally {
      generation = checkpointAndClose(copy)
    }
    if (generation === null) throw new AppError('IO_ERROR')
    if (head) writeFirstHead(inMaking.head, { key, vaultId }, { ...head, generation })
    return isFilled
  }
}

/**
 * A copy of what a database's files hold now, in the temporary folder, to be written into: for files that another computer
 * writes in.
 */
export function openScratch(location: DatabaseLocation, migrations: readonly Migration[] | undefined): OpenDatabase {
  const file = join(makeReadingFolder(), basename(location.file))
  copyForReading(location.file, file)
  return openDatabase({ ...location, file }, migrations)
}

/** Closes it and removes it. */
export function removeScratch(scratch: OpenDatabase): void {
  checkpointAndClose(scratch)
  rmSync(dirname(scratch.file), { recursive: true, force: true })
}

/**
 * Adds a notice to a copy that it may be older than the last save.
 * @param head the last known one
 * @param restored the name of the copy, where somebody has asked for it
 */
export function addOlderNotice(
  copy: OpenDatabase,
  head: Head | null,
  now: () => string,
  restored: string | null = null,
): void {
  keepNotices(copy, now).add({
    ...noNotice,
    kind: restored === null ? 'older' : 'restored',
    fileName: restored,
    foundAt: now(),
    expectedSignatures: head?.sequence ?? null,
    foundSignatures: newestSignatureOf(copy.sqlite)().sequence,
    expectedAt: head?.committedAt ?? null,
  })
}
