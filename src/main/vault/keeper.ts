// Makes "saved" true: what was committed is in the vault's own files, at their usual place, and the head
// records it. Called before and after every operation on the open database.
import type { LeaseHolder } from '#shared/domain/lease.ts'
import { AppError } from '../appError.ts'
import { beginGeneration, generationOf, isLogLong, isLogNew, repeatGeneration } from '../database/generations.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import { newestEntryOf, newestSignatureOf, type Head, type HeadFile } from './head.ts'
import type { HeldLease } from './lease.ts'
import { watchOpenFiles } from './openFiles.ts'

export interface Keeper {
  /** @throws AppError VAULT_MOVED when the vault's files are not those that are open, or not as we left them */
  refuseIfMoved(): void
  /**
   * To be called before a commit is acknowledged: the files are still the vault's, and the head is up to date.
   * @throws AppError VAULT_MOVED
   */
  keep(): void
  /** Whether {@link refuseIfMoved} would throw, or the log was overwritten somewhere in between: all of it is read. */
  isMoved(): boolean
  /** Whether another program has written the database since the last call without making it another one: it must be checked. */
  takeTouch(): boolean
  /** Whether another program has overwritten the open files, so that nothing of ours must be added to them. */
  isOverwritten(): boolean
  /** Whether what was saved is in no file any more, and is lost when the database is closed. */
  isOnlyHere(): boolean
  readonly head: Head
  /** Records that the whole file was found sound. */
  checked(at: string): void
  /**
   * Overwrites every unused place of the database's file and empties its log, so that nothing that was deleted is left in them.
   * The whole file is written anew: nothing else happens meanwhile.
   * @throws AppError BUSY while something reads from the log, VAULT_MOVED; SQLite's errors unchanged
   */
  clearTraces(): void
  /** Who has taken the vault over; null while nobody has. Nothing of ours is written to its files then. */
  takenBy(): LeaseHolder | null
  /** Whether it was taken over by somebody who writes in the files that are open here. */
  isShared(): boolean
  /** @param generation of the closed file; null when the log could not be moved into it */
  close(generation: number | null): void
}

export interface KeeperParts {
  readonly database: OpenDatabase
  /** The database's path in the vault's folder: a link, or the file itself. */
  readonly place: string
  readonly headFile: HeadFile
  readonly lease: HeldLease
  /** When the whole file was last found sound, according to the head. */
  readonly checkedAt: string | null
  readonly now: () => string
  /** Called with each head that is final: at the beginning, after a signature, and at the end. */
  readonly remember: (head: Head) => void
  /** Whether something reads from the log, which then must not be emptied. */
  readonly isLogRead: () => boolean
}

/** Begins to guard a database that was just opened to be written. Its log has begun. */
export function makeKeeper(parts: KeeperParts): Keeper {
  const { database, place, headFile, lease, checkedAt, now, remember, isLogRead } = parts
  const { sqlite } = database
  const newest = newestSignatureOf(sqlite)
  const newestEntry = newestEntryOf(sqlite)
  const files = watchOpenFiles(place, database.file)
  let soundAt = checkedAt
  // It changes here alone while the database is open.
  let generation = generationOf(sqlite)
  // Whether the log does not say yet which generation it continues: on a full disk that may take more than one try.
  let isUnnamed = false
  let head: Head = headNow(committed())
  writeToStay()

  function refuseIfMoved(): void {
    lease.refuseIfTaken()
    files.refuseIfMoved()
  }

  function takenBy(): LeaseHolder | null {
    const holder = lease.takenBy()
    // Where the folder is gone, so is the lease, and nobody has taken it.
    return holder?.computer == null && !files.isAtPlace() ? null : holder
  }

  const isShared = () => lease.takenBy() !== null && files.isAtPlace()

  function committed(): number {
    refuseIfMoved()
    const { committedBytes, hasRestarted } = files.growth()
    isUnnamed ||= hasRestarted
    if (!isUnnamed) return committedBytes
    repeatGeneration(sqlite)
    isUnnamed = false
    return files.growth().committedBytes
  }

  /** Moves the log into the file. When that fails on the way, as on a full disk, both are as far as it came. */
  function moveLog(): void {
    files.refuseBrokenLog()
    try {
      beginGeneration(sqlite)
    } finally {
      generation = generationOf(sqlite)
      files.logWasMoved()
    }
  }

  function headNow(committedBytes: number): Head {
    return {
      generation,
      committedBytes,
      ...newest(),
      ...newestEntry(),
      committedAt: now(),
      checkedAt: soundAt,
    }
  }

  /** A head that can't be written is behind, as after a crash: no reason to call a commit unsaved. */
  function write(): void {
    try {
      headFile.write(head)
    } catch {
      return
    }
  }

  function writeToStay(): void {
    write()
    try {
      headFile.sync()
    } catch {
      // See above.
    }
    remember(head)
  }

  return {
    refuseIfMoved,
    isMoved() {
      try {
        refuseIfMoved()
        files.refuseBrokenLog()
        return false
      } catch {
        return true
      }
    },
    takeTouch() {
      if (!files.takeTouch()) return false
      // If nobody finds the time to check it now, the next opening does.
      soundAt = null
      head = { ...head, checkedAt: null }
      writeToStay()
      return true
    },
    isOverwritten: files.isOverwritten,
    // Who takes over moves our log into the database as its own.
    isOnlyHere: () => !isShared() && files.isOnlyHere(),
    takenBy,
    isShared,
    keep() {
      const committedBytes = committed()
      if (committedBytes === head.committedBytes) return
      const { sequence } = head
      head = headNow(committedBytes)
      if (isLogLong(database.file) && !isLogRead()) {
        moveLog()
        head = headNow(committed())
        writeToStay()
      } else if (head.sequence === sequence) write()
      else writeToStay()
    },
    get head() {
      return head
    },
    checked(at) {
      soundAt = at
      head = { ...head, checkedAt: at }
      writeToStay()
    },
    clearTraces() {
      refuseIfMoved()
      if (isLogRead()) throw new AppError('BUSY')
      moveLog()
      // Deleted rows are overwritten as they go (secure_delete). Copies of them that SQLite may have left in unused places when
      // it moved rows between pages go with the old pages: the file is made anew from its rows.
      sqlite.exec('VACUUM')
      moveLog()
      // SQLite does not empty a log that another connection reads from.
      if (!isLogNew(database.file)) throw new AppError('BUSY')
      sqlite.exec('DELETE FROM traces_left')
      head = headNow(committed())
      writeToStay()
    },
    close(closedAs) {
      files.close()
      if (closedAs !== null) head = { ...head, generation: closedAs, committedBytes: 0 }
      // The head beside the database is the other computer's now.
      if (takenBy() === null) writeToStay()
      else remember(head)
      headFile.close()
    },
  }
}
