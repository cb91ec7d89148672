// The log beside a database: whether it belongs to it, and what is done with one that does not or is damaged.
import { copyFileSync, existsSync, openSync, closeSync, readSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { syncFile, syncFolder } from '../../durable.ts'
import { emptyLog, readLog, type LogContent } from './logFile.ts'
import { pageSize, type PageReader } from './pages.ts'
import { renameWithRetry } from '../../renaming.ts'

export const logOf = (file: string) => `${file}-wal`
const indexOf = (file: string) => `${file}-shm`

/** What was found out about a log before SQLite opened it. */
export interface LogReport {
  readonly content: LogContent
  /** The name of the file that a log of another state of the database was renamed to. */
  readonly setAside: string | null
  /** The name of the copy that was made of a damaged log. */
  readonly keptCopy: string | null
  /** The generation of the database with its log; 0 for one without generations, null when it can't be read. */
  readonly generation: number | null
}

/** Of a database without a log. */
export const noLog: LogReport = { content: emptyLog, setAside: null, keptCopy: null, generation: null }

/**
 * Checks the log before the database is opened. A log of another state of the database (as when an older copy of the
 * file was put back over a crashed one), or of another vault or key, is renamed, so that SQLite never mixes the two; of a
 * damaged one a copy is made, because SQLite overwrites what it could not read.
 * @param file the database's path
 * @throws the node error of what cannot be read or written
 */
export function settleLog(file: string, pages: PageReader): LogReport {
  const content = readLog(logOf(file), pages)
  const stored = pages.generationIn(firstPage(file))
  // Of another vault, or from before a change of keys: known only where the key opens the database's own first page.
  const isOthers = content.isForeign && stored !== null
  if (isOthers || (content.frames > 0 && !belongs(stored, content.generations))) {
    return { content: emptyLog, setAside: setAside(file), keptCopy: null, generation: stored }
  }
  // A file whose first page can't be read either is not opened at all, so nothing is overwritten.
  const keptCopy = content.isDamaged && stored !== null ? keepCopy(file) : null
  return { content, setAside: null, keptCopy, generation: content.generations.at(-1) ?? stored }
}

/**
 * Whether a log continues a database of the stored generation. Each log begins with the generation that it is for, and
 * ends with the next one while it is being moved into the file.
 * @param stored the file's generation; null when its first page is torn, as it may be during that move
 */
export function belongs(stored: number | null, generations: readonly number[]): boolean {
  if (stored === null) return generations.length > 0
  // Earlier versions of the app had no generations, and the first one is written as generation 1 into their log.
  if (stored === 0) return generations.every((generation) => generation <= 1)
  return generations.includes(stored)
}

function firstPage(file: string): Buffer {
  const page = Buffer.alloc(pageSize)
  const handle = openSync(file, 'r')
  try {
    return page.subarray(0, readSync(handle, page, 0, pageSize, 0))
  } finally {
    closeSync(handle)
  }
}

/** The first name with a number appended that no file has. */
function freeName(beginning: string): string {
  let number = 1
  while (existsSync(`${beginning}${number}`)) number += 1
  return `${beginning}${number}`
}

function setAside(file: string): string {
  const place = freeName(`${logOf(file)}.set-aside-`)
  renameWithRetry(logOf(file), place)
  rmSync(indexOf(file), { force: true })
  syncFolder(dirname(file))
  return basename(place)
}

function keepCopy(file: string): string {
  const place = freeName(`${logOf(file)}.damaged-`)
  copyFileSync(logOf(file), place)
  syncFile(place)
  syncFolder(dirname(file))
  return basename(place)
}
