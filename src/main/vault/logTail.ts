// How much of the open database's log is committed, read from the headers of its frames as they are added; and whether
// what was read earlier is still there.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { frameBytes, frameHeaderBytes, isUnbroken, logHeaderBytes } from '../database/file/logFile.ts'

/** What was added to the log since the last check. */
export interface LogGrowth {
  /** Bytes up to the end of the last commit. */
  readonly committedBytes: number
  /** SQLite restarted the log by itself, so that nothing in it says yet which generation it continues. */
  readonly hasRestarted: boolean
}

export interface LogTail {
  /** Reads what was added. */
  look(): LogGrowth
  /** Whether the log begins and ends as at the last check. Once {@link isWhole} has denied it, all of it is read. */
  isAsLeft(): boolean
  /** Reads all of the log up to its last commit, some milliseconds: whether nobody else wrote in it. */
  isWhole(): boolean
  close(): void
}

/** Follows the log from its beginning. */
export function followLog(file: string): LogTail {
  const handle = openSync(file, 'r')
  let known: Buffer | null = null
  let committedBytes = 0
  // The header of the last frame up to there; its checksum covers all before it.
  let last: Buffer | null = null
  let isBroken = false

  /** Zeros where the file ends. */
  function bytesAt(from: number, length: number): Buffer {
    const bytes = Buffer.alloc(length)
    readSync(handle, bytes, 0, length, from)
    return bytes
  }

  return {
    look() {
      const header = bytesAt(0, logHeaderBytes)
      const hasRestarted = known !== null && !header.equals(known)
      if (hasRestarted) {
        committedBytes = 0
        last = null
      }
      known = header
      const salts = header.subarray(16, 24)
      const { size } = fstatSync(handle)
      // From the last commit on: rolled back frames behind it are overwritten.
      for (let at = committedBytes || logHeaderBytes; at + frameBytes <= size; at += frameBytes) {
        const frame = bytesAt(at, frameHeaderBytes)
        // Left over from an older log behind the end of this one.
        if (!frame.subarray(8, 16).equals(salts)) break
        if (frame.readUInt32BE(4) === 0) continue
        committedBytes = at + frameBytes
        last = frame
      }
      return { committedBytes, hasRestarted }
    },
    isWhole() {
      isBroken = committedBytes > 0 && !isUnbroken(handle, committedBytes)
      return !isBroken
    },
    isAsLeft() {
      if (known === null) return true
      if (isBroken && !this.isWhole()) return false
      const header = bytesAt(0, logHeaderBytes)
      if (!header.equals(known)) return isNextLog(known, header)
      return last === null || bytesAt(committedBytes - frameBytes, frameHeaderBytes).equals(last)
    },
    close: () => closeSync(handle),
  }
}

/** Whether SQLite itself has restarted a log: it counts the logs in the first half of their salt. */
const isNextLog = (before: Buffer, next: Buffer): boolean =>
  [12, 16].every((at) => next.readUInt32BE(at) === (before.readUInt32BE(at) + 1) >>> 0)
