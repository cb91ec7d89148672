// Copies, reads and removes files as large as a whole practice, so that nobody who saves beside it waits.
import { createHash } from 'node:crypto'
import { open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openOrdinaryAsync } from './ordinaryFile.ts'

/** Bytes that are read and hashed at once: 2 ms of a slow processor. */
const stretch = 512 * 1024

/** So many bytes are written before they are flushed. A save is flushed too, and waits for those that are on their way. */
const mostUnflushed = 8 * 1024 * 1024

/** So many bytes are given back to the file system at once: while it frees more, nothing else is flushed. */
const freedAtOnce = 32 * 1024 * 1024

/** In milliseconds, between two flushes of a file that somebody else writes. */
const betweenFlushes = 5

/** @param onBytes called with how many bytes are done, after each stretch; what it throws ends the work */
export type OnBytes = (done: number) => void

/** Gives each stretch of a file from a place on, and waits for what is done with it. */
export async function eachStretch(
  handle: FileHandle,
  from: number,
  use: (bytes: Buffer, done: number) => void | Promise<void>,
): Promise<void> {
  const buffer = Buffer.allocUnsafe(stretch)
  for (let done = 0; ;) {
    // oxlint-disable no-await-in-loop -- one stretch after the other
    const { bytesRead } = await handle.read(buffer, 0, stretch, from + done)
    if (bytesRead === 0) return
    done += bytesRead
    await use(buffer.subarray(0, bytesRead), done)
    // oxlint-enable no-await-in-loop
  }
}

/** Gives what appends bytes to a file and flushes them little by little. The last ones are flushed by whoever closes it. */
export function appender(target: FileHandle): (bytes: Buffer) => Promise<void> {
  let unflushed = 0
  return async (bytes) => {
    await target.writeFile(bytes)
    unflushed += bytes.length
    if (unflushed < mostUnflushed) return
    unflushed = 0
    await target.datasync()
  }
}

/**
 * Writes a copy and waits until it is on the disk.
 * @throws the node error of what failed, AppError NOT_A_FILE for a pipe, and what `onBytes` throws; the copy is then left as far as it came
 */
export async function copyDurably(from: string, to: string, onBytes: OnBytes = () => undefined): Promise<void> {
  const source = await openOrdinaryAsync(from)
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const append = appender(target)
      await eachStretch(source, 0, async (bytes, done) => {
        await append(bytes)
        onBytes(done)
      })
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** The SHA-256 of a file, in hexadecimal digits. Throws the node error, and what `onBytes` throws. */
export async function hashOf(file: string, onBytes: OnBytes = () => undefined): Promise<string> {
  const handle = await openOrdinaryAsync(file)
  try {
    return await hashFrom(handle, 0, onBytes)
  } finally {
    await handle.close()
  }
}

/** The same of an open file, from a place on. */
export async function hashFrom(handle: FileHandle, from: number, onBytes: OnBytes): Promise<string> {
  const hash = createHash('sha256')
  await eachStretch(handle, from, (bytes, done) => {
    hash.update(bytes)
    onBytes(done)
  })
  return hash.digest('hex')
}

/**
 * Flushes a file again and again while somebody else writes it, such as SQLite, which would leave all of it to the end.
 * @param file one that no other process locks: closing it ends this process's locks on it
 * @param work ends when it is written. Its result and errors are passed on; a flush that fails is left to it
 */
export async function flushedWhile<Result>(file: string, work: Promise<Result>): Promise<Result> {
  const writing = { isDone: false }
  const flushing = (async () => {
    let handle: FileHandle | undefined
    // oxlint-disable no-await-in-loop -- one flush after the other
    while (!writing.isDone) {
      try {
        handle ??= await open(file, 'r+')
        await handle.datasync()
      } catch {
        // It is not there yet, or whoever writes it will see the same.
      }
      await wait(betweenFlushes)
    }
    // oxlint-enable no-await-in-loop
    await handle?.close()
  })()
  try {
    return await work
  } finally {
    writing.isDone = true
    await flushing
  }
}

/** Removes a folder with large files in it, little by little. One that is not there is removed. Throws the node error. */
export async function removeLarge(folder: string): Promise<void> {
  await shrinkFilesIn(folder).catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
}

async function shrinkFilesIn(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    // oxlint-disable no-await-in-loop -- one step after the other
    if (!entry.isFile()) continue
    const file = join(folder, entry.name)
    const { size } = await stat(file)
    if (size <= freedAtOnce) continue
    const handle = await open(file, 'r+')
    try {
      for (let left = size - freedAtOnce; left > 0; left -= freedAtOnce) await handle.truncate(left)
    } finally {
      await handle.close()
    }
    // oxlint-enable no-await-in-loop
  }
}
