// The files of the vault that is open: whether they are still where they were opened, and hold what we have written.
import { closeSync, fstatSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs'
import { AppError } from '../appError.ts'
import { logOf } from '../database/file/log.ts'
import { pageSize } from '../database/file/pages.ts'
import { followLog, type LogGrowth, type LogTail } from './logTail.ts'

export interface OpenFiles {
  /** @throws AppError VAULT_MOVED when they are elsewhere, or another program has overwritten them */
  refuseIfMoved(): void
  /** Whether they differ from what we have written, wherever they are. Nothing of ours must be added to that. */
  isOverwritten(): boolean
  /**
   * Whether what was saved is in no file any more: the database's has no name left (it was removed, or replaced by another
   * one), or the log was overwritten.
   */
  isOnlyHere(): boolean
  /** Whether the database's file is the one that was opened, whoever has written in it. */
  isAtPlace(): boolean
  /**
   * To be called before the log is moved into the database: SQLite would move what somebody else has written in it.
   * @throws AppError VAULT_MOVED
   */
  refuseBrokenLog(): void
  /** Whether another program has written the database since the last call, and left its first page as it was. */
  takeTouch(): boolean
  /** What was added to the log since the last check. */
  growth(): LogGrowth
  /** To be called when we have moved the log into the database's file, and when that has failed on the way. */
  logWasMoved(): void
  /** To be called when SQLite has closed the database: closing any handle of it earlier would release its locks. */
  close(): void
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
    // A folder that is a file now, a disk that does not answer: the vault is not where it was.
    return undefined
  }
}

const isSame = ({ device, inode }: Identity, facts: BigIntStats | undefined): facts is BigIntStats =>
  facts !== undefined && facts.dev === device && facts.ino === inode

function identify(file: string): Identity {
  const facts = factsOf(file)
  if (facts === undefined) throw new AppError('VAULT_MOVED')
  return { file, device: facts.dev, inode: facts.ino }
}

/**
 * Watches a database that was just opened to be written. Its log has begun.
 * @param file its place in the vault's folder, which may be a link
 * @param opened where that leads to: the log is there
 * @throws AppError VAULT_MOVED
 */
export function watchOpenFiles(file: string, opened: string): OpenFiles {
  const database = identify(file)
  const log = identify(logOf(opened))
  let tail: LogTail = followLog(log.file)
  const held = openSync(file, 'r')
  let left = contentNow()
  let isTouched = false

  /** The database's file changes only when the log is moved into it, and its first page each time. */
  function contentNow() {
    const { size, mtimeNs } = fstatSync(held, { bigint: true })
    const firstPage = Buffer.alloc(pageSize)
    readSync(held, firstPage, 0, pageSize, 0)
    return { size, mtimeNs, firstPage }
  }

  function isAsLeft({ size, mtimeNs }: BigIntStats): boolean {
    if (size !== left.size) return false
    if (mtimeNs === left.mtimeNs) return true
    const now = contentNow()
    if (now.size !== left.size || !now.firstPage.equals(left.firstPage)) return false
    left = now
    isTouched = true
    return true
  }

  const isLogOverwritten = () => !tail.isAsLeft() || !tail.isWhole()

  return {
    refuseIfMoved() {
      const facts = factsOf(file)
      const isThere = isSame(database, facts) && isSame(log, factsOf(log.file))
      if (!isThere || !isAsLeft(facts) || !tail.isAsLeft()) throw new AppError('VAULT_MOVED')
    },
    isOverwritten: () => !isAsLeft(fstatSync(held, { bigint: true })) || isLogOverwritten(),
    refuseBrokenLog() {
      if (!tail.isWhole()) throw new AppError('VAULT_MOVED')
    },
    takeTouch() {
      const wasTouched = isTouched
      isTouched = false
      return wasTouched
    },
    isOnlyHere: () => fstatSync(held).nlink === 0 || isLogOverwritten(),
    isAtPlace: () => isSame(database, factsOf(file)),
    growth: () => tail.look(),
    logWasMoved() {
      left = contentNow()
      tail.close()
      tail = followLog(log.file)
    },
    close() {
      closeSync(held)
      tail.close()
    },
  }
}
