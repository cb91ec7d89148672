// How much of the open database's log is committed, told from the headers of its frames as they are added.
import { closeSync, openSync, readSync, type BigIntStats } from 'node:fs'
import { frameBytes, logHeaderBytes } from '../database/file/logFile.ts'

/** What was added to the log since the last look. */
export interface LogGrowth {
  /** Bytes up to the end of the last commit. */
  readonly committedBytes: number
  /** SQLite began the log anew by itself, so that nothing in it says yet which generation it continues. */
  readonly hasRestarted: boolean
}

export interface LogTail {
  /** Looks at what was added. @param facts of the log's file, as it is now */
  look(facts: BigIntStats): LogGrowth
  close(): void
}

/** Follows the log from its beginning. */
export function followLog(file: string): LogTail {
  const handle = openSync(file, 'r')
  const header = Buffer.alloc(logHeaderBytes)
  const frame = Buffer.alloc(16)
  let known: Buffer | null = null
  let seen = logHeaderBytes
  let committedBytes = 0

  return {
    look({ size }) {
      readSync(handle, header, 0, header.length, 0)
      const hasRestarted = known !== null && !header.equals(known)
      if (known === null || hasRestarted) {
        known = Buffer.from(header)
        seen = logHeaderBytes
        committedBytes = 0
      }
      const salts = header.subarray(16, 24)
      for (; seen + frameBytes <= Number(size); seen += frameBytes) {
        readSync(handle, frame, 0, frame.length, seen)
        // What is left of an older log behind the end of this one.
        if (!frame.subarray(8, 16).equals(salts)) break
        if (frame.readUInt32BE(4) !== 0) committedBytes = seen + frameBytes
      }
      return { committedBytes, hasRestarted }
    },
    close: () => closeSync(handle),
  }
}
