// The pages of a database that may be damaged, each as SQLite would see it: from the log where its newest state is there, from
// the file otherwise. A page that was changed by as little as a bit is not given: nobody could tell which of its rows are right.
import { closeSync, fstatSync, readSync } from 'node:fs'
import { belongs, logOf } from '../file/log.ts'
import { emptyLog, pagesInLog, readLog, type LogContent } from '../file/logFile.ts'
import { pageReader, pageSize } from '../file/pages.ts'
import { saltOf } from '../ownFile.ts'
import type { DatabaseLocation } from '../openDatabase.ts'
import { openOrdinary } from '../../ordinaryFile.ts'

export interface PageSource {
  /** How many pages the database has, those that are missing at the file's end included. */
  readonly count: number
  /** A page's content; null where it is missing, can't be read, or is not intact. */
  page(number: number): Buffer | null
  close(): void
}

/**
 * Opens the pages of a database. Nothing is written.
 * @throws the node error when the file cannot be opened, AppError NOT_A_FILE for a pipe or a folder
 */
export function openPages({ file, key, vaultId }: DatabaseLocation): PageSource {
  const pages = pageReader(key, saltOf(vaultId))
  const handle = openOrdinary(file)
  const inFile = Math.ceil(fstatSync(handle).size / pageSize)
  const buffer = Buffer.alloc(pageSize)

  function read(from: number, at: number, number: number): Buffer | null {
    try {
      if (readSync(from, buffer, 0, pageSize, at) < pageSize) return null
    } catch {
      // A sector that the disk can't read.
      return null
    }
    return pages.contentOf(buffer, number)
  }

  const ofFile = (number: number) => (number > inFile ? null : read(handle, (number - 1) * pageSize, number))
  const log = openLog()

  function openLog(): { handle: number; offsets: ReadonlyMap<number, number>; pages: number } | null {
    let content: LogContent = emptyLog
    try {
      content = readLog(logOf(file), pages)
    } catch {
      // It can't be read: what was saved last is lost, as it is where the log is gone.
    }
    const first = ofFile(1)
    const stored = first === null ? null : first.readInt32BE(68)
    if (content.frames === 0 || !belongs(stored, content.generations)) return null
    const opened = openOrdinary(logOf(file))
    return { handle: opened, ...pagesInLog(opened, content.committedBytes) }
  }

  function page(number: number): Buffer | null {
    const at = log?.offsets.get(number)
    return (log && at !== undefined ? read(log.handle, at, number) : null) ?? (at === undefined ? ofFile(number) : null)
  }

  /** SQLite's header says how many pages there are; where that is lost, the file's length does. */
  function countPages(): number {
    if (log) return log.pages
    const stated = ofFile(1)?.readUInt32BE(28) ?? 0
    return stated > 0 ? stated : inFile
  }

  return {
    count: countPages(),
    page,
    close() {
      closeSync(handle)
      if (log) closeSync(log.handle)
      pages.forget()
    },
  }
}
