// Restoring: finds copies, rehearses one beside the vault, and puts it in the vault's place.
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { CopyContent, FoundCopies, FoundCopy } from '#shared/contract/backups.ts'
import { timeInFileName, wallClock } from '#shared/domain/time.ts'
import { AppError } from '../../appError.ts'
import type { Migration } from '../../database/migrations/migrations.ts'
import {
  checkpointAndClose,
  openToLookInto,
  openToWrite,
  type DatabaseLocation,
  type OpenDatabase,
} from '../../database/openDatabase.ts'
import { beginsLikeOurs, isOpenedBy } from '../../database/ownFile.ts'
import type { Tombstone } from '../../database/repositories/tombstoneRepository.ts'
import { syncFile, syncFolder } from '../../durable.ts'
import { fromFileError } from '../../fileErrors.ts'
import type { JobControl } from '../../jobs/jobs.ts'
import { readOrdinary } from '../../ordinaryFile.ts'
import type { Surroundings } from '../../services/services.ts'
import { openWithPassphrase, openWithRecoveryCode, readEnvelope, type Envelope } from '../envelope.ts'
import { loadEnvelope } from '../envelopeFiles.ts'
import { freeBytesIn, fromCopyError } from '../room.ts'
import { markerIn } from '../marker.ts'
import { isKeyOf } from '../keyFit.ts'
import { missingEntries, newestEntryOf, newestSignatureOf, writeFirstHead, type Head } from '../head.ts'
import { keepNotices } from '../keptNotices.ts'
import { knownHead } from '../knownHead.ts'
import { openingNotices } from '../openingNotices.ts'
import { addOlderNotice } from '../rescueCopy.ts'
import { thisProcess, type LeaseOwner } from '../lease.ts'
import { readRecoveryCode } from '../recoveryCode.ts'
import { placeOf, removeCopyIfPossible, vaultFiles } from '../vaultFolder.ts'
import { allBackupPlaces } from './backupPlaces.ts'
import { backupsIn } from './backupFolder.ts'
import { bringCopy } from './bringCopy.ts'
import { copyInThread } from './copyInThread.ts'
import { findCopies, type CopyInFolder } from './findCopies.ts'
import { swapInRestored } from './restoreSwap.ts'
import { keepTombstones, tombstonesHere } from './tombstones.ts'

export type CopySecret = { readonly passphrase: string } | { readonly recoveryCode: string }

/** The key of the vault that is open, as something that reads beside it gets it. */
type OpenKey = <T>(use: (location: DatabaseLocation) => Promise<T>) => Promise<T>

export interface Restoring {
  /** Copies in a chosen folder, or the one in a chosen file. Throws AppError where it cannot be read. */
  find(chosen: string): Promise<FoundCopies>
  /** Backups in the places that are known on this computer; a place that cannot be read has none. */
  known(): Promise<FoundCopy[]>
  /**
   * Brings a copy beside the vault, opens it with a secret, or with the open vault's key, and checks it.
   * @throws AppError NOT_FOUND for an unknown id, or one that is gone, IN_USE while somebody writes in it, WRONG_PASSPHRASE, WRONG_RECOVERY_CODE, MISTYPED_RECOVERY_CODE,
   * DB_CORRUPT when it is not what was once written, NO_ROOM, and what `openDatabase` throws
   */
  look(id: string, secret: CopySecret | OpenKey, control: JobControl<'restore'>): Promise<CopyContent>
  /** When a copy that was found was made, UTC; null where it is not known. */
  madeAt(id: string): string | null
  /** Where a copy that was found lies. Throws AppError NOT_FOUND. */
  folderOf(id: string): string
  /**
   * The same for a copy of this vault, which stays open to be compared with it until it is forgotten.
   * @throws AppError CONFLICT where it is of another vault, and WRONG_PASSPHRASE where the open vault's key does not open it
   */
  lookAndKeepOpen(id: string, secret: CopySecret | OpenKey, control: JobControl<'restore'>): Promise<CopyContent>
  /** A copy that is kept open; undefined for any other. */
  opened(id: string): OpenDatabase | undefined
  /** Forgets those that are kept open. */
  closeOpened(): void
  /** Removes what was brought beside the vault. */
  forget(id: string): Promise<void>
  /**
   * Puts a copy that was looked into in the vault's place, which has to be closed.
   * @returns where the vault so far is now; null when there was none
   * @throws AppError NOT_FOUND when it was not looked into, CONFLICT when it has a problem that nobody has accepted
   */
  restore(id: string, isProblemAccepted: boolean): string | null
}

export interface RestoringParts {
  /** The vault's folder, whether there is a vault or not. */
  readonly folder: string
  readonly markerFile: string | null
  readonly placesFile: string | null
  /** The built thread that verifies. */
  readonly thread: string | URL
  readonly surroundings: Pick<Surroundings, 'clock' | 'newId'>
  readonly migrations: readonly Migration[] | undefined
  /** Who opens vaults here, as leases name it. */
  readonly owner?: LeaseOwner | undefined
  /**
   * Notes in the log of a copy that it was restored, before anybody can put it in the vault's place.
   * @param madeAt UTC
   * @param missing how many entries the vault so far has beyond the copy, at least
   */
  readonly logRestored: (copy: OpenDatabase, madeAt: string | null, missing: number) => void
  /** Bytes that may still be written in a folder; read from the disk unless given. */
  readonly freeBytes?: ((folder: string) => number) | undefined
}

/** What is known of a copy before it is opened. */
interface Looked {
  readonly madeAt: string | null
  /** Of its folder, or file. */
  readonly name: string
  /** Of those who were erased in the vault that is here; null where it cannot be read. */
  readonly tombstones: readonly Tombstone[] | null
}

interface Rehearsal {
  readonly folder: string
  readonly problem: CopyContent['problem']
  /** Kept open, to be read only; null for one that is to be restored. */
  readonly database: OpenDatabase | null
}

export function makeRestoring(parts: RestoringParts): Restoring {
  const { folder, markerFile, placesFile, thread, surroundings, migrations, logRestored } = parts
  const { freeBytes = freeBytesIn, owner = thisProcess } = parts
  const { clock, newId } = surroundings
  const found = new Map<string, CopyInFolder>()
  const rehearsals = new Map<string, Rehearsal>()

  function remembered(copies: readonly CopyInFolder[]): FoundCopy[] {
    const here = idIn(folder)
    return copies.map((copy) => {
      const id = newId()
      found.set(id, copy)
      const { manifest } = copy
      const vaultId = manifest?.vaultId ?? idIn(copy.folder)
      return {
        id,
        folder: copy.folder,
        madeAt: manifest?.madeAt ?? null,
        madeAtWall: manifest?.madeAtWall ?? null,
        verifiedAt: manifest?.verifiedAt ?? null,
        signatures: manifest?.sequence ?? null,
        bytes: copy.bytes,
        isOfThisVault: here === null ? null : vaultId === here,
      }
    })
  }

  /** Whether files of this vault are here: a key file, or a database, one of which may be missing or damaged. */
  function hasVaultOf(vaultId: string): boolean {
    const file = vaultFiles(placeOf(folder)).database
    if (idIn(folder) === vaultId) return true
    try {
      return existsSync(file) && beginsLikeOurs({ file, vaultId })
    } catch {
      // No file lies there, or one that cannot be read.
      return false
    }
  }

  async function keyOf(envelope: Envelope, secret: CopySecret): Promise<Buffer> {
    if ('passphrase' in secret) return openWithPassphrase(envelope, secret.passphrase)
    return openWithRecoveryCode(envelope, readRecoveryCode(secret.recoveryCode))
  }

  /** Opens and checks what was brought beside the vault. */
  async function rehearse(
    making: string,
    { key, vaultId }: Pick<DatabaseLocation, 'key' | 'vaultId'>,
    { madeAt, name, tombstones }: Looked,
    { report, signal }: JobControl<'restore'>,
  ): Promise<CopyContent> {
    report({ stage: 'opening', done: 0, total: 0 })
    const marker = markerIn(markerFile)
    const known = knownHead(folder, marker, { key, vaultId })
    // Of a vault that has had its keys changed since, all that is known is the generation.
    const otherKeys = known === null ? (marker.headOf(vaultId)?.generation ?? 0) : 0
    const own = knownHead(making, markerIn(null), { key, vaultId })
    const location = {
      file: vaultFiles(making).database,
      key,
      vaultId,
      // From now on it is the newest: no log of the vault so far fits it.
      afterGeneration: known?.generation ?? otherKeys,
    }
    // As on any day: an earlier version's schema is brought up to date, and its log is moved into the file.
    // A full disk says so: a copy of the copy that could only be read would take no entry of the log.
    const database = openToWrite(location, migrations)
    let newestSessionAt: string | null
    let generation: number | null
    let newest: Pick<Head, 'sequence' | 'fingerprint' | 'audit'>
    let erasedSince: CopyContent['erasedSince']
    try {
      erasedSince = tombstones && keepTombstones(database, tombstones)
      newestSessionAt = database.sqlite
        .prepare('SELECT max(service_start) FROM session WHERE discarded_at IS NULL')
        .pluck()
        .get() as string | null
      const isOlder = known === null ? otherKeys > 0 : own === null || known.committedAt > own.committedAt
      if (isOlder) addOlderNotice(database, known, clock.now, name)
      addTampering(database, own, clock.now())
      // Here, because the key is at hand: of this copy nothing is left unless it is restored.
      logRestored(database, madeAt, missingEntries(database.sqlite, known))
      newest = { ...newestSignatureOf(database.sqlite)(), ...newestEntryOf(database.sqlite)() }
    } finally {
      generation = checkpointAndClose(database)
    }
    if (generation === null) throw new AppError('IO_ERROR')
    syncFile(location.file)
    // From now on this is the last known state: what the vault so far had beyond it was not taken away by anybody.
    const head = { ...newest, generation, committedAt: clock.now(), checkedAt: own?.checkedAt ?? null }
    writeFirstHead(vaultFiles(making).head, { key, vaultId }, head)
    syncFolder(making)
    const onProgress = ({ done, total }: { done: number; total: number }) => report({ stage: 'checking', done, total })
    const content = await copyInThread(thread, { location, target: null }, onProgress, signal)
    const { clients, sessions, sequence: signatures, problem } = content
    return { clients, sessions, signatures, newestSessionAt, problem, erasedSince }
  }

  async function forget(id: string): Promise<void> {
    const rehearsal = rehearsals.get(id)
    rehearsals.delete(id)
    rehearsal?.database?.sqlite.close()
    if (rehearsal !== undefined) await removeCopyIfPossible(rehearsal.folder)
  }

  async function look(
    id: string,
    secret: CopySecret | OpenKey,
    control: JobControl<'restore'>,
    isKeptOpen: boolean,
  ): Promise<CopyContent> {
    const copy = found.get(id)
    if (copy === undefined) throw new AppError('NOT_FOUND')
    // Before a large file is copied for nothing.
    if (typeof secret !== 'function' && 'recoveryCode' in secret) readRecoveryCode(secret.recoveryCode)
    await forget(id)
    try {
      const making = await bringCopy(copy, { folder, freeBytes, newId }, control)
      try {
        const loaded = loadEnvelope(vaultFiles(making))
        if (loaded === null) throw new AppError('ENVELOPE_MISSING')
        const { envelope } = loaded
        const { vaultId } = envelope
        if (isKeptOpen && vaultId !== idIn(folder)) throw new AppError('CONFLICT')
        return await withKey(envelope, secret, async (key) => {
          const location = { file: vaultFiles(making).database, key, vaultId }
          // Its own passphrase opens a copy from before or after new keys were made.
          if (typeof secret === 'function' && !isOpenedBy(location)) throw new AppError('WRONG_PASSPHRASE')
          if (!isKeyOf(making, location)) throw new AppError('KEY_FILE_OTHER')
          const madeAt = copy.manifest?.madeAt ?? null
          const passphrase = typeof secret !== 'function' && 'passphrase' in secret ? secret.passphrase : null
          // What is brought in is compared with the open vault, which knows its own erasures.
          const isInPlaceOfVault = !isKeptOpen && hasVaultOf(vaultId)
          const tombstones = isInPlaceOfVault
            ? await tombstonesHere({ folder, owner }, { key, vaultId, passphrase })
            : []
          const content = await rehearse(making, location, { madeAt, name: basename(copy.folder), tombstones }, control)
          control.signal.throwIfAborted()
          const database = isKeptOpen ? openToLookInto(location) : null
          rehearsals.set(id, { folder: making, problem: content.problem, database })
          return content
        })
      } catch (error) {
        await removeCopyIfPossible(making)
        throw error
      }
    } catch (error) {
      throw fromCopyError(error) ?? error
    }
  }

  return {
    async find(chosen) {
      const { copies, hasUnfinished } = await findCopies(chosen)
      return { copies: remembered(copies), hasUnfinished }
    },
    async known() {
      const here = idIn(folder)
      const places = allBackupPlaces(placesFile).filter(({ vaultId }) => here === null || vaultId === here)
      const lists = places.map(({ folder: chosen, vaultId }) =>
        // A disk that is not there has no backups to offer.
        backupsIn(chosen, vaultId).catch(() => []),
      )
      const backups = (await Promise.all(lists)).flat()
      const newestFirst = backups.toSorted((a, b) => (a.manifest.madeAt < b.manifest.madeAt ? 1 : -1))
      return remembered(newestFirst.map((backup) => ({ ...backup, isFile: false, bytes: backup.manifest.bytes })))
    },
    look: (id, secret, control) => look(id, secret, control, false),
    lookAndKeepOpen: (id, secret, control) => look(id, secret, control, true),
    opened: (id) => rehearsals.get(id)?.database ?? undefined,
    closeOpened() {
      for (const [id, { database }] of rehearsals) if (database !== null) void forget(id)
    },
    folderOf(id) {
      const copy = found.get(id)
      if (copy === undefined) throw new AppError('NOT_FOUND')
      return copy.folder
    },
    madeAt: (id) => found.get(id)?.manifest?.madeAt ?? null,
    forget,
    restore(id, isProblemAccepted) {
      const rehearsal = rehearsals.get(id)
      if (rehearsal === undefined || rehearsal.database !== null) throw new AppError('NOT_FOUND')
      if (rehearsal.problem !== null && !isProblemAccepted) throw new AppError('CONFLICT')
      const now = clock.now()
      const time = timeInFileName(wallClock(now, clock.offsetAt(now)))
      try {
        const aside = swapInRestored(rehearsal.folder, placeOf(folder), time)
        rehearsals.delete(id)
        return aside
      } catch (error) {
        throw fromFileError(error) ?? error
      }
    },
  }

  async function withKey<T>(envelope: Envelope, secret: CopySecret | OpenKey, use: (key: Buffer) => Promise<T>) {
    if (typeof secret === 'function') return secret(({ key }) => use(key))
    const key = await keyOf(envelope, secret)
    try {
      return await use(key)
    } finally {
      key.fill(0)
    }
  }
}

/** Keeps what its own head says against a copy: that signatures in it were removed or exchanged. */
function addTampering(copy: OpenDatabase, own: Head | null, now: string): void {
  if (own === null) return
  const kept = keepNotices(copy, () => now)
  for (const notice of openingNotices(copy, own, 0, now)) {
    if (notice.kind === 'signatures gone' || notice.kind === 'signatures changed') kept.add(notice)
  }
}

/** The id of the vault in a folder, where nothing is written; null when there is none, or it cannot be read. */
function idIn(folder: string): string | null {
  const { envelope, envelopeCopy } = vaultFiles(folder)
  for (const file of [envelope, envelopeCopy]) {
    try {
      const found = readEnvelope(readOrdinary(file))
      if (found !== null) return found.vaultId
    } catch {
      // The other file may be there.
    }
  }
  return null
}
