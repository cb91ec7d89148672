// SQLite's write-ahead log, read and checked by ourselves before SQLite reads it. SQLite takes a log up to the first
// frame that does not fit and ignores the rest; and the cipher's layer hides read errors.
// Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
import { closeSync, fstatSync, readSync } from 'node:fs'
import { errnoOf } from '../../fileErrors.ts'
import { openOrdinary } from '../../ordinaryFile.ts'
import { pageSize, type PageReader } from './pages.ts'

export const logHeaderBytes = 32
export const frameHeaderBytes = 24
/** Bytes of one frame: a header and a page. */
export const frameBytes = frameHeaderBytes + pageSize

/** What a log holds, up to its last whole commit. */
export interface LogContent {
  /** Bytes up to the end of the last readable commit; 0 when there is none. */
  readonly committedBytes: number
  readonly commits: number
  /** Frames up to there. */
  readonly frames: number
  /**
   * The generations that its commits belong to, oldest first: the first page is the first frame of each log that this
   * app begins, and of each new generation.
   */
  readonly generations: readonly number[]
  /** Whether it becomes unreadable before its end although commits follow. */
  readonly isDamaged: boolean
  /** Whether its first frame is of another key. SQLite would use it all the same: it checks a log without any key. */
  readonly isForeign: boolean
}

export const emptyLog: LogContent = {
  committedBytes: 0,
  commits: 0,
  frames: 0,
  generations: [],
  isDamaged: false,
  isForeign: false,
}

type Sums = readonly [number, number]

/** SQLite's checksum over whole pairs of 32-bit words. */
function checksum(bytes: Buffer, isBigEndian: boolean, [before0, before1]: Sums): Sums {
  let s0 = before0
  let s1 = before1
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0
    s1 = (s1 + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0
  }
  return [s0, s1]
}

const sumsAt = (bytes: Buffer, at: number): Sums => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
const isSame = (one: Sums, other: Sums) => one[0] === other[0] && one[1] === other[1]

/** The byte order of the log's checksums, or null for what is no header of our logs. */
function readHeader(header: Buffer): { isBigEndian: boolean; sums: Sums; salts: Buffer } | null {
  const magic = header.readUInt32BE(0)
  if (magic >>> 1 !== 0x377f0682 >>> 1 || header.readUInt32BE(8) !== pageSize) return null
  const isBigEndian = (magic & 1) === 1
  const sums = checksum(header.subarray(0, 24), isBigEndian, [0, 0])
  return isSame(sums, sumsAt(header, 24)) ? { isBigEndian, sums, salts: Buffer.from(header.subarray(16, 24)) } : null
}

/** Reads from an offset to fill the buffer; fewer bytes only at the file's end. */
function readWhole(handle: number, buffer: Buffer, from: number): number {
  let filled = 0
  for (;;) {
    const read = readSync(handle, buffer, filled, buffer.length - filled, from + filled)
    filled += read
    if (read === 0 || filled === buffer.length) return filled
  }
}

/**
 * Reads the log beside a database.
 * @param file the log's path
 * @param pages the reader of its pages
 * @returns what it holds; {@link emptyLog} when there is no log, or one without a byte
 * @throws the node error when it cannot be read, `EIO` for one
 */
export function readLog(file: string, pages: PageReader): LogContent {
  let handle: number
  try {
    handle = openOrdinary(file)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return emptyLog
    throw error
  }
  try {
    return readFrames(handle, pages)
  } finally {
    closeSync(handle)
  }
}

function readFrames(handle: number, pages: PageReader): LogContent {
  const size = fstatSync(handle).size
  if (size === 0) return emptyLog
  const start = Buffer.alloc(logHeaderBytes)
  if (readWhole(handle, start, 0) < logHeaderBytes) return emptyLog
  const header = readHeader(start)
  if (header === null) return { ...emptyLog, isDamaged: size >= logHeaderBytes + frameBytes }
  const { isBigEndian, salts } = header
  const frame = Buffer.alloc(frameBytes)
  let content = emptyLog
  let sums = header.sums
  // Frames of the transaction being read: they count when its last frame is there.
  let generations: readonly number[] = []
  let at = logHeaderBytes
  for (; readWhole(handle, frame, at) === frameBytes; at += frameBytes) {
    const number = frame.readUInt32BE(0)
    const isCommit = frame.readUInt32BE(4) !== 0
    sums = checksum(frame.subarray(frameHeaderBytes), isBigEndian, checksum(frame.subarray(0, 8), isBigEndian, sums))
    const page = frame.subarray(frameHeaderBytes)
    const isTaken = frame.subarray(8, 16).equals(salts) && isSame(sums, sumsAt(frame, 16))
    if (!isTaken) break
    if (!pages.isWhole(page, number)) {
      if (at === logHeaderBytes) return { ...emptyLog, isForeign: true }
      break
    }
    if (number === 1) generations = [...generations, pages.generationIn(page) ?? 0]
    if (!isCommit) continue
    content = {
      committedBytes: at + frameBytes,
      commits: content.commits + 1,
      frames: (at - logHeaderBytes) / frameBytes + 1,
      generations: [...content.generations, ...generations],
      isDamaged: false,
      isForeign: false,
    }
    generations = []
  }
  return { ...content, isDamaged: hasLaterCommit(handle, at, salts) }
}

/**
 * Where the newest committed state of each page is in a log.
 * @param committedBytes as {@link readLog} found it
 * @returns the pages' offsets by their numbers, and how many pages the database has after the last commit
 */
export function pagesInLog(handle: number, committedBytes: number): { offsets: Map<number, number>; pages: number } {
  const offsets = new Map<number, number>()
  const head = Buffer.alloc(8)
  let pages = 0
  for (let at = logHeaderBytes; at + frameBytes <= committedBytes; at += frameBytes) {
    if (readWhole(handle, head, at) < head.length) break
    offsets.set(head.readUInt32BE(0), at + frameHeaderBytes)
    const size = head.readUInt32BE(4)
    if (size !== 0) pages = size
  }
  return { offsets, pages }
}

/**
 * Whether a log is as SQLite wrote it, from its beginning to the end of a commit: each checksum covers all before it.
 * @param committedBytes up to where
 */
export function isUnbroken(handle: number, committedBytes: number): boolean {
  const start = Buffer.alloc(logHeaderBytes)
  const header = readWhole(handle, start, 0) < logHeaderBytes ? null : readHeader(start)
  if (header === null) return false
  const { isBigEndian } = header
  const frame = Buffer.alloc(frameBytes)
  let { sums } = header
  for (let at = logHeaderBytes; at + frameBytes <= committedBytes; at += frameBytes) {
    if (readWhole(handle, frame, at) < frameBytes) return false
    sums = checksum(frame.subarray(frameHeaderBytes), isBigEndian, checksum(frame.subarray(0, 8), isBigEndian, sums))
    if (!isSame(sums, sumsAt(frame, 16))) return false
  }
  return true
}

/**
 * Whether a commit of the same log follows the place where it becomes unreadable. A power cut can leave the last
 * transaction half written, but never a commit after what it tore.
 */
function hasLaterCommit(handle: number, from: number, salts: Buffer): boolean {
  const head = Buffer.alloc(16)
  for (let at = from + frameBytes; readWhole(handle, head, at) === head.length; at += frameBytes) {
    if (head.subarray(8, 16).equals(salts) && head.readUInt32BE(4) !== 0) return true
  }
  return false
}
