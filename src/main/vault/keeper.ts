// Makes "saved" true: what was committed lies in the vault's own files, where somebody will look for it, and the head
// remembers it. Asked before and after every operation on the open database.
import { statSync, type BigIntStats } from 'node:fs'
import { AppError } from '../appError.ts'
import { logOf } from '../database/file/log.ts'
import { beginGeneration, generationOf, isLogLong, repeatGeneration } from '../database/generations.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import { newestSignatureOf, type Head, type HeadFile } from './head.ts'
import { followLog, type LogTail } from './logTail.ts'

export interface Keeper {
  /** @throws AppError VAULT_MOVED when the vault's files are not those that are open */
  refuseIfMoved(): void
  /**
   * To be called before a commit is acknowledged: the files are still the vault's, and the head knows of it.
   * @throws AppError VAULT_MOVED
   */
  keep(): void
  /** Whether {@link refuseIfMoved} would throw. */
  isMoved(): boolean
  readonly head: Head
  /** Remembers that the whole file was found sound. */
  checked(at: string): void
  /** @param generation that the closed file is of; null when it could not be moved into the file */
  close(generation: number | null): void
}

export interface KeeperParts {
  readonly database: OpenDatabase
  readonly headFile: HeadFile
  /** When the whole file was last found sound, as the head said so far. */
  readonly checkedAt: string | null
  readonly now: () => string
  /** Hears of each head that is written to stay: at the beginning, after a signature, and at the end. */
  readonly remember: (head: Head) => void
  /** Whether something reads from the log, which then must not be emptied. */
  readonly isLogRead: () => boolean
}

interface Identity {
  readonly file: string
  readonly device: bigint
  readonly inode: bigint
}

const factsOf = (file: string): BigIntStats | undefined => {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false })
  } catch {
    // A folder that is a file now, a disk that does not answer: not where it was.
    return undefined
  }
}

const isSame = ({ device, inode }: Identity, facts: BigIntStats | undefined): facts is BigIntStats =>
  facts !== undefined && facts.dev === device && facts.ino === inode

/** Begins to keep a database that was just opened to be written. Its log has begun. */
export function makeKeeper({ database, headFile, checkedAt, now, remember, isLogRead }: KeeperParts): Keeper {
  const { sqlite } = database
  const newest = newestSignatureOf(sqlite)
  const identify = (file: string): Identity => {
    const facts = factsOf(file)
    if (facts === undefined) throw new AppError('VAULT_MOVED')
    return { file, device: facts.dev, inode: facts.ino }
  }
  const file = identify(database.file)
  const log = identify(logOf(database.file))
  let tail: LogTail = followLog(log.file)
  let soundAt = checkedAt
  // It changes here alone while the database is open.
  let generation = generationOf(sqlite)
  let head: Head = headNow(committed(presentLog()))
  writeToStay()

  function presentLog(): BigIntStats {
    if (!isSame(file, factsOf(file.file))) throw new AppError('VAULT_MOVED')
    const facts = factsOf(log.file)
    if (!isSame(log, facts)) throw new AppError('VAULT_MOVED')
    return facts
  }

  function committed(facts: BigIntStats): number {
    const { committedBytes, hasRestarted } = tail.look(facts)
    if (!hasRestarted) return committedBytes
    repeatGeneration(sqlite)
    return tail.look(presentLog()).committedBytes
  }

  function headNow(committedBytes: number): Head {
    return {
      generation,
      committedBytes,
      ...newest(),
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
    refuseIfMoved: () => void presentLog(),
    isMoved() {
      try {
        presentLog()
        return false
      } catch {
        return true
      }
    },
    keep() {
      const committedBytes = committed(presentLog())
      if (committedBytes === head.committedBytes) return
      const { sequence } = head
      head = headNow(committedBytes)
      if (isLogLong(database.file) && !isLogRead()) {
        generation = beginGeneration(sqlite)
        tail.close()
        tail = followLog(log.file)
        head = headNow(committed(presentLog()))
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
    close(closedAs) {
      tail.close()
      if (closedAs !== null) head = { ...head, generation: closedAs, committedBytes: 0 }
      writeToStay()
      headFile.close()
    },
  }
}
