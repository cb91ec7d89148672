// A damaged vault: what can be read of it, as a vault in its place or as a copy that can only be read.
import { mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { timeInFileName, wallClock } from '#shared/domain/time.ts'
import { AppError } from '../../appError.ts'
import { logOf } from '../../database/file/log.ts'
import { openSalvaged, type DatabaseLocation, type OpenDatabase } from '../../database/openDatabase.ts'
import { makeReadingFolder } from '../../database/readingCopy.ts'
import { openPages } from '../../database/salvage/pageSource.ts'
import { syncFile, syncFolder } from '../../durable.ts'
import type { JobControl } from '../../jobs/jobs.ts'
import type { Surroundings } from '../../services/services.ts'
import { noAttempts } from '../attempts.ts'
import { asideFolder, swapInRestored } from '../backup/restoreSwap.ts'
import type { Envelope } from '../envelope.ts'
import { storeEnvelope } from '../envelopeFiles.ts'
import { writeFirstHead } from '../head.ts'
import { knownHead } from '../knownHead.ts'
import type { Marker } from '../marker.ts'
import { fromCopyError, refuseWithoutRoom } from '../room.ts'
import { makingFolder, placeOf, removeIfPossible, vaultFiles } from '../vaultFolder.ts'
import { writeFileSafely } from '../writeFileSafely.ts'
import { salvageInThread, type SalvagedFile } from './salvageInThread.ts'

export interface DamagedVault {
  /** The vault's folder. The vault has to be closed. */
  readonly folder: string
  /** The database key. It is not stored. */
  readonly key: Buffer
  readonly envelope: Envelope
  readonly marker: Marker
  /** The built thread that salvages. */
  readonly thread: string | URL
  readonly surroundings: Pick<Surroundings, 'clock' | 'newId'>
  readonly freeBytes: (folder: string) => number
  /** Throws AppError IN_USE where another computer has begun to write in the folder. */
  readonly refuseInUse: () => void
}

type Control = Pick<JobControl<'salvage'>, 'report' | 'signal'>

const locationOf = ({ folder, key, envelope }: DamagedVault): DatabaseLocation => ({
  file: placeOf(vaultFiles(folder).database),
  key,
  vaultId: envelope.vaultId,
})

async function salvageTo(
  target: string,
  setAside: string,
  vault: DamagedVault,
  { report, signal }: Control,
): Promise<SalvagedFile> {
  const { clock } = vault.surroundings
  const location = locationOf(vault)
  const head = knownHead(vault.folder, vault.marker, location)
  const madeAt = clock.now()
  const request = {
    location,
    target,
    moment: { madeAt, madeOffset: clock.offsetAt(madeAt), setAside },
    known: { generation: head?.generation ?? 0, sequence: head?.sequence ?? 0 },
  }
  return salvageInThread(vault.thread, request, report, signal)
}

/**
 * Puts a new vault with all that can be read in the place of a damaged one, which is set aside beside it. Its id, key,
 * passphrase and recovery code are the same.
 * @returns where the damaged vault is now, absolute
 * @throws AppError NO_ROOM, DB_CORRUPT when nothing can be read, what ended the job; then nothing has changed
 */
export async function salvageInPlace(vault: DamagedVault, control: Control): Promise<string> {
  const { folder, key, envelope, surroundings } = vault
  const { clock, newId } = surroundings
  const place = placeOf(folder)
  const database = placeOf(vaultFiles(folder).database)
  refuseWithoutRoom(place, [database, logOf(database)], vault.freeBytes)
  const making = makingFolder(place, `salvage-${newId()}`)
  const files = vaultFiles(making)
  try {
    mkdirSync(making, { recursive: true, mode: 0o700 })
    const now = clock.now()
    const time = timeInFileName(wallClock(now, clock.offsetAt(now)))
    const made = await salvageTo(files.database, basename(asideFolder(place, time)), vault, control)
    control.signal.throwIfAborted()
    const at = clock.now()
    writeFirstHead(files.head, { key, vaultId: envelope.vaultId }, { ...made, committedAt: at, checkedAt: at })
    storeEnvelope(files, envelope)
    writeFileSafely(files.attempts, noAttempts())
    syncFile(files.database)
    syncFolder(making)
    // What it has saved since the pages were read would be set aside with the damaged vault.
    vault.refuseInUse()
    const aside = swapInRestored(making, place, time)
    // The place held the damaged vault.
    return aside ?? place
  } catch (error) {
    removeIfPossible(making)
    throw fromCopyError(error) ?? error
  }
}

/**
 * Opens all that can be read, in a copy in the temporary folder, encrypted as the vault is. Nothing is written beside the vault.
 * @throws AppError like {@link salvageInPlace}
 */
export async function openWhatCanBeRead(vault: DamagedVault, control: Control): Promise<OpenDatabase> {
  const { key, envelope } = vault
  const folder = makeReadingFolder()
  try {
    const location = locationOf(vault)
    refuseWithoutRoom(join(folder, 'copy'), [location.file, logOf(location.file)], vault.freeBytes)
    const file = join(folder, basename(location.file))
    await salvageTo(file, basename(dirname(location.file)), vault, control)
    control.signal.throwIfAborted()
    return openSalvaged({ file, key, vaultId: envelope.vaultId }, folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw fromCopyError(error) ?? error
  }
}

/** How many pages are looked at to find out whose a database is. */
const fewPages = 200

/** Whether a database that does not begin as this vault's has pages that only this vault's key can have written. */
export function holdsOwnPages(location: DatabaseLocation): boolean {
  try {
    const pages = openPages(location)
    try {
      for (let number = 1; number <= Math.min(pages.count, fewPages); number += 1) {
        if (pages.page(number) !== null) return true
      }
      return false
    } finally {
      pages.close()
    }
  } catch {
    return false
  }
}

/** A database that does not begin as ours, and holds our pages all the same, is a damaged one. */
export function namedDamage(error: unknown, location: DatabaseLocation): unknown {
  const isForeign = error instanceof AppError && error.code === 'DB_FOREIGN'
  return isForeign && holdsOwnPages(location) ? new AppError('DB_CORRUPT', undefined, { cause: error }) : error
}
