// Backups of the open vault: one verified copy, made beside the vault and then written to every place.
import { basename } from 'node:path'
import type { BackupState, CopyProblem, MoveFile, PlaceProblem } from '#shared/contract/backups.ts'
import type { OlderBackups } from '#shared/contract/retention.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { surplusBackups } from '#shared/domain/backup/rotation.ts'
import { AppError } from '../../appError.ts'
import { fromFileError } from '../../fileErrors.ts'
import type { JobControl } from '../../jobs/jobs.ts'
import {
  backupsIn,
  claimPlace,
  isBackupThere,
  placeIdIn,
  removeBackup,
  removeLeftovers,
  stateOfPlace,
  writeBackup,
  type BackupManifest,
  type FoundBackup,
} from './backupFolder.ts'
import { backupPlacesIn, type RemovedPlace, type StoredPlace } from './backupPlaces.ts'
import { backupsBefore } from './olderBackups.ts'
import type { OpenVault } from '../openedVault.ts'
import { fromCopyError, refuseWithoutRoom } from '../room.ts'
import { removeCopyIfPossible } from '../vaultFolder.ts'
import { writeMoveFile } from './moveFile.ts'
import { makeVerifiedCopy, type Copy, type CopyParts, type VerifiedCopy } from './verifiedCopy.ts'

export interface Backups {
  /** Looks at the places too. */
  state(): Promise<BackupState>
  /**
   * Makes a folder a place for backups, or finds that it is one.
   * @throws AppError NOT_FOUND, READ_ONLY, DISK_FULL, IO_ERROR
   */
  addPlace(folder: string): Promise<{ id: string }>
  /** Takes the folder of a place as it is now. Throws like {@link addPlace}. */
  acceptPlace(id: string): Promise<void>
  removePlace(id: string): void
  /** The places that are used no more. */
  removedPlaces(): readonly RemovedPlace[]
  /** The complete backups in each place, used or used no more, that were made before an instant, UTC, the newest first. */
  olderThan(at: string): Promise<OlderBackups[]>
  putOff(): void
  /** Something was changed that is in no backup yet. */
  changed(): void
  /** Whether everything is in the file that was made for another computer last. */
  isAllMoved(): boolean
  /** What decides whether a backup is due. */
  lastTry(): LastTry
  /** The folder of a place. Throws AppError NOT_FOUND. */
  folderOf(id: string): string
  /**
   * Makes a copy, verifies it and writes it to every place. What goes wrong at a place is in the state.
   * @returns the state after it, and how many places got a verified backup
   * @throws AppError NOT_FOUND without a place; what made a copy impossible; what ended the job
   */
  run(control: JobControl<'backup'>): Promise<{ state: BackupState; written: number }>
  /**
   * Makes a verified copy and writes it into one file, for another computer. What is there stays until the new file is whole.
   * @param target absolute
   * @throws AppError NO_ROOM, READ_ONLY, IO_ERROR, what made a copy impossible, what ended the job
   */
  writeMoveFile(target: string, control: JobControl<'move'>): Promise<MoveFile>
}

export interface LastTry {
  /**
   * When the newest verified backup was made, UTC, in each place that lacks something: of those that were well at the last look,
   * or of all where none was. Null for none that is known here.
   */
  readonly behind: readonly (string | null)[]
  /** When one was begun the last time, UTC; null for never since the vault was opened, or since a place came back. */
  readonly triedAt: string | null
}

export interface BackupParts extends CopyParts {
  readonly vault: OpenVault
  /** The id of this installation. */
  readonly install: string
  /** The file in the profile that remembers places; see `backupPlacesIn`. */
  readonly placesFile: string | null
  /** Bytes that may still be written in a folder. */
  readonly freeBytes: (folder: string) => number
}

type Failure = NonNullable<BackupState['failure']>
const failures: ReadonlySet<ErrorCode> = new Set<Failure>([
  'NO_ROOM',
  'DISK_FULL',
  'READ_ONLY',
  'IO_ERROR',
  'DB_CORRUPT',
  'INTERNAL',
])

const problemOfPlace: Partial<Record<ErrorCode, PlaceProblem>> = {
  DISK_FULL: 'full',
  READ_ONLY: 'read-only',
  NOT_FOUND: 'missing',
}

/** The backups of a vault that is open, until it is closed. */
export function makeBackups(parts: BackupParts): Backups {
  const { vault, placesFile, install } = parts
  const { clock, newId } = parts.surroundings
  const { vaultId } = vault
  const places = backupPlacesIn(placesFile, vaultId)
  let copyProblem: CopyProblem | null = null
  let failure: Failure | null = null
  let triedAt: string | null = null
  // It is not stored: what was changed on an earlier day counts as changed until the first backup of today.
  // Nothing is backed up of what can only be read: it may be older than what is in a place.
  let changes = vault.onlyRead === null ? 1 : 0
  /** Those that are in the newest verified backup of a place, by its id. */
  const changesCopied = new Map<string, number>()
  /** What was wrong with a place at the last look, by its id. */
  const seen = new Map<string, PlaceProblem | null>()
  let changesMoved: number | null = null

  const isBehind = ({ id }: Pick<StoredPlace, 'id'>) => changes > (changesCopied.get(id) ?? 0)

  async function state(): Promise<BackupState> {
    const stored = places.read()
    const looked = stored.places.map(async ({ lastName, ...place }) => {
      const problem = await inTime<PlaceProblem | null>(problemNow({ lastName, ...place }), 'missing')
      // It is there again: what it lacks need not wait until a failure may be tried again.
      if (problem === null && ofTheDisk.has(seen.get(place.id) ?? 'failed')) triedAt = null
      seen.set(place.id, problem)
      return { ...place, problem, isBehind: isBehind(place) }
    })
    return { places: await Promise.all(looked), copyProblem, failure, putOffAt: stored.putOffAt }
  }

  /** What is wrong with a place now; what went wrong the last time, if the place itself is as it should be. */
  async function problemNow({ id, folder: chosen, lastName, problem }: StoredPlace): Promise<PlaceProblem | null> {
    try {
      const found = await stateOfPlace(chosen, { placeId: id, vaultId })
      if (found !== 'same') return found
      if (lastName !== null && !(await isBackupThere(chosen, vaultId, lastName))) return 'newest gone'
      // It is over as soon as the right disk is there again.
      return problem !== null && ofTheDisk.has(problem) ? null : problem
    } catch (error) {
      return problemFrom(error)
    }
  }

  /** Whether the rotation may remove it: two computers that share a place may hold what the other one has not. */
  const isOwn = ({ manifest }: Pick<FoundBackup, 'manifest'>) => (manifest.install ?? install) === install

  function changePlace(id: string, change: Partial<StoredPlace>): void {
    places.change((stored) => ({
      ...stored,
      places: stored.places.map((place) => (place.id === id ? { ...place, ...change } : place)),
    }))
  }

  function placeBy(id: string): StoredPlace {
    const place = places.read().places.find((one) => one.id === id)
    if (place === undefined) throw new AppError('NOT_FOUND')
    return place
  }

  async function makeCopy({ report, signal }: JobControl<'backup'>): Promise<Omit<VerifiedCopy, 'content'>> {
    const { copy, problem } = await makeVerifiedCopy(parts, report, signal)
    return { copy: { ...copy, manifest: { ...copy.manifest, install } }, problem }
  }

  /**
   * Writes a copy to a place, and removes what is not needed there any more once that has succeeded.
   * @returns whether there is a verified one more
   */
  async function writeTo(place: StoredPlace, copy: Copy, onBytes: (done: number) => void): Promise<boolean> {
    const problem = await problemNow({ ...place, problem: null })
    const name = problem === null ? await writeBackup(copy, place.folder, onBytes) : null
    if (name === null) {
      changePlace(place.id, { problem: problem ?? 'failed' })
      return false
    }
    const { madeAt, verifiedAt } = copy.manifest
    changePlace(place.id, {
      problem: null,
      ...(verifiedAt !== null && { last: { madeAt, verifiedAt }, lastName: name }),
    })
    // Not before: killed in between, the place would look for one that was removed.
    await rotate(place.folder, copy.manifest, name)
    return verifiedAt !== null
  }

  /**
   * Of those that this installation made, verified ones go by their dates; of those that do not count as good only the newest
   * stays. The one that was just made stays, whatever the clock says.
   */
  async function rotate(chosen: string, { madeAt }: BackupManifest, made: string): Promise<void> {
    try {
      const found = (await backupsIn(chosen, vaultId)).filter(isOwn)
      const isMade = ({ folder: of }: FoundBackup) => basename(of) === made
      const all = [...found.filter(isMade), ...found.filter((backup) => !isMade(backup))]
      const verified = all.filter(({ manifest }) => manifest.verifiedAt !== null)
      const others = all.filter(({ manifest }) => manifest.verifiedAt === null)
      const dated = verified.map(({ folder: of, manifest }) => ({ folder: of, madeAt: manifest.madeAtWall }))
      for (const { folder: surplus } of [...surplusBackups(dated), ...others.slice(1)]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await removeBackup(surplus)
      }
      await removeLeftovers(chosen, vaultId, Date.parse(madeAt))
    } catch {
      // The new backup is there all the same; the next one tries again.
    }
  }

  async function run(control: JobControl<'backup'>): ReturnType<Backups['run']> {
    const { places: wanted } = places.read()
    if (wanted.length === 0) throw new AppError('NOT_FOUND')
    triedAt = clock.now()
    const changesBefore = changes
    const { copy, problem } = await noted(() => makeCopy(control))
    copyProblem = problem
    let written = 0
    try {
      const total = copy.manifest.bytes * 2 * wanted.length
      for (const [index, place] of wanted.entries()) {
        const before = copy.manifest.bytes * 2 * index
        const onBytes = (done: number) => {
          control.signal.throwIfAborted()
          control.report({ stage: 'writing', done: before + done, total })
        }
        // oxlint-disable-next-line no-await-in-loop -- one place after the other
        const isVerified = await writeTo(place, copy, onBytes).catch((error: unknown) => {
          control.signal.throwIfAborted()
          changePlace(place.id, { problem: problemFrom(error) })
          return false
        })
        if (!isVerified) continue
        written += 1
        changesCopied.set(place.id, changesBefore)
      }
    } finally {
      await removeCopyIfPossible(copy.folder)
    }
    return { state: await state(), written }
  }

  /** Remembers why no copy could be made. */
  async function noted<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work()
      failure = null
      return result
    } catch (error) {
      const known = fromCopyError(error)
      const code = known?.code ?? 'INTERNAL'
      if (failures.has(code)) failure = code as Failure
      throw known ?? error
    }
  }

  async function moveTo(target: string, { report, signal }: JobControl<'move'>): Promise<MoveFile> {
    try {
      refuseWithoutRoom(target, [vault.database.file], parts.freeBytes)
      const changesBefore = changes
      const { copy, content, problem } = await makeVerifiedCopy(parts, report, signal)
      try {
        const total = copy.manifest.bytes * 2
        const bytes = await writeMoveFile(copy, target, (done) => {
          signal.throwIfAborted()
          report({ stage: 'writing', done, total })
        })
        const { clients, sessions } = content
        changesMoved = changesBefore
        return { file: target, bytes, clients, sessions, problem }
      } finally {
        await removeCopyIfPossible(copy.folder)
      }
    } catch (error) {
      throw fromCopyError(error) ?? error
    }
  }

  const claimed = async (chosen: string, id: string) => {
    try {
      await claimPlace(chosen, { placeId: id, vaultId })
    } catch (error) {
      throw fromFileError(error) ?? error
    }
  }

  return {
    state,
    async addPlace(chosen) {
      const known = places.read().places.find((place) => place.folder === chosen)
      if (known !== undefined) return { id: known.id }
      const id = (await placeIdIn(chosen, vaultId)) ?? newId()
      await claimed(chosen, id)
      const added: StoredPlace = { id, folder: chosen, last: null, lastName: null, problem: null }
      places.change((stored) => ({
        putOffAt: null,
        places: [...stored.places.filter((place) => place.id !== id), added],
      }))
      return { id }
    },
    async acceptPlace(id) {
      await claimed(placeBy(id).folder, id)
      changePlace(id, { last: null, lastName: null, problem: null })
      changesCopied.delete(id)
    },
    removePlace(id) {
      placeBy(id)
      places.remove(id, clock.now())
    },
    removedPlaces: places.removed,
    olderThan(at) {
      const used = places.read().places.map(({ id, folder: chosen }) => ({ id, folder: chosen, removedAt: null }))
      const looked = [...used, ...places.removed()].map(async (place) => ({
        folder: place.folder,
        removedAt: place.removedAt,
        backups: await inTime(backupsBefore(at, place, { vaultId, isOwn }), null),
      }))
      return Promise.all(looked)
    },
    changed: () => void (changes += 1),
    isAllMoved: () => changesMoved === changes,
    lastTry() {
      const { places: known } = places.read()
      const well = known.filter(({ id }) => (seen.get(id) ?? null) === null)
      const wanted = (well.length > 0 ? well : known).filter(isBehind)
      return { behind: wanted.map(({ last }) => last?.madeAt ?? null), triedAt }
    },
    putOff: () => places.change((stored) => ({ ...stored, putOffAt: clock.now() })),
    folderOf: (id) => placeBy(id).folder,
    run,
    writeMoveFile: moveTo,
  }
}

/** Problems that a look at the place finds again. */
const ofTheDisk: ReadonlySet<PlaceProblem> = new Set<PlaceProblem>(['missing', 'other disk', 'newest gone'])

/** How long a place may take to answer; a network share that is not there can take minutes. */
const longestLook = 3000

/** What a look gives, or something else when it takes too long. */
const inTime = <T>(look: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([look, new Promise<T>((resolve) => void setTimeout(() => resolve(otherwise), longestLook).unref())])

function problemFrom(error: unknown): PlaceProblem {
  const known = error instanceof AppError ? error : fromFileError(error)
  return (known === null ? undefined : problemOfPlace[known.code]) ?? 'failed'
}
